"""A sound process that hangs is noticed within a second and a half, and none that only waits its turn."""

from __future__ import annotations

import pytest

from audio.silence import Silence
from audio.watch import BLOCKS_WITHIN_S, TURNS_WITHIN_S, Beats, Watch

FRAME_S = 1 / 30


class Clock:
    """A time that goes on when told to."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class Watched:
    """A process as its watch sees it, that has begun to sound."""

    def __init__(self) -> None:
        self.clock, self.beats = Clock(), Beats()
        self.watch = Watch(self.beats, self.clock)
        self.live(1.0)

    def live(self, seconds: float, turns: int = 1, blocks: int = 1, look_s: float = FRAME_S) -> float:
        """Frame after frame, of so many beats each; the time until it is taken for hanging."""
        begun_s = self.clock.now_s
        while self.clock.now_s - begun_s < seconds:
            self.clock.now_s += look_s
            self.beats.turns += turns
            self.beats.blocks += blocks
            if self.watch.hangs():
                break
        return self.clock.now_s - begun_s


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_one_that_lives_is_never_taken_for_hanging(watched: Watched) -> None:
    assert watched.live(100.0) >= 100.0


def test_one_that_stands_still_is_noticed_within_a_second_and_a_half(watched: Watched) -> None:
    assert watched.live(100.0, turns=0, blocks=0) == pytest.approx(TURNS_WITHIN_S, abs=2 * FRAME_S)
    assert TURNS_WITHIN_S <= 1.5


def test_a_device_that_stalls_is_waited_for_longer(watched: Watched) -> None:
    assert watched.live(100.0, blocks=0) == pytest.approx(BLOCKS_WITHIN_S, abs=2 * FRAME_S)


def test_a_game_that_seldom_gets_a_turn_allows_as_many_looks(watched: Watched) -> None:
    """Where a frame takes a second everybody starves, and a beat may take as long."""
    assert watched.live(4.0, turns=0, blocks=0, look_s=1.0) >= 4.0


def test_whoever_slept_wakes_with_the_same_process(watched: Watched) -> None:
    watched.clock.now_s += 8 * 3600.0
    assert not watched.watch.hangs()
    assert watched.live(1.0, turns=0, blocks=0) >= 1.0
    assert watched.live(10.0) >= 10.0


def test_one_that_is_being_born_is_given_half_a_minute(watched: Watched) -> None:
    watched.watch.begin()
    assert 29.0 < watched.live(100.0, turns=0, blocks=0) < 31.0


class TestSilence:
    """Only silence counts that somebody was awake to hear."""

    def look_on(self, silence: Silence, clock: Clock, looks: int, beats: int) -> float:
        for _ in range(looks):
            clock.now_s += 0.2
            silence.look(beats)
        return silence.length_s

    def test_it_grows_while_there_is_no_beat_and_ends_with_one(self) -> None:
        clock = Clock()
        silence = Silence(clock, 0.4)
        assert self.look_on(silence, clock, 10, beats=0) == pytest.approx(2.0)
        assert self.look_on(silence, clock, 1, beats=1) == 0.0

    def test_a_night_asleep_or_without_a_turn_is_no_silence(self) -> None:
        clock = Clock()
        silence = Silence(clock, 0.4)
        self.look_on(silence, clock, 3, beats=0)
        clock.now_s += 8 * 3600.0
        assert silence.look(0) <= 3 * 0.2 + 0.4 + 1e-9
