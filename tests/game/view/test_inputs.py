"""Taps and holds, touches and drags, and what a place keeps of them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from audio.messages import Message, Touched
from game.settings import SettingsFile
from game.view.arrow import Arrow
from game.view.hand import Hand
from game.view.hearing import Hearing
from game.view.inputs import Pointer
from game.view.keys import COMMANDS, HOLD_S, POINTER, VISITS, Presses, world_number
from game.view.place import Place
from game.view.strokes import MOST_EVENTS, Strokes
from tests.game.view.fakes import NAMELESS, Recorder


class Bench:
    """A hand over a place, with time and sound to look at."""

    def __init__(self, tmp_path: Path) -> None:
        self.now_s = 0.0
        self.ears = Recorder()
        self.hand = Hand(Hearing(self.ears, SettingsFile(tmp_path / "s.toml"), self.now), self.now)
        self.place = Place(NAMELESS, 1)

    def now(self) -> float:
        return self.now_s

    def point(self, phase: Literal["press", "move", "release"], x: float, y: float, wait_s: float = 1 / 30) -> None:
        self.hand.point(Pointer(phase, x, y), self.place, self.now_s)
        self.hand.step(wait_s)
        self.now_s += wait_s

    def gestures(self) -> list[str]:
        return [m.gesture for m in self.ears.sent if isinstance(m, Touched)]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_short_press_is_a_tap_and_a_long_one_a_hold() -> None:
    presses = Presses()
    presses.down("A", 10.0)
    assert presses.held_s(10.0 + HOLD_S) == 0.0
    assert presses.held_s(11.0) == pytest.approx(1.0)
    assert presses.up("A", 11.0) == ""
    presses.down("A", 20.0)
    assert presses.up("A", 20.2) == "A"


def test_a_key_coming_up_that_never_went_down_is_nothing() -> None:
    assert not Presses().up("A", 1.0)


def test_a_key_that_comes_up_under_another_name_is_still_the_one_that_went_down() -> None:
    presses = Presses()
    presses.down("LSHIFT", 0.0)
    presses.down("PLUS", 0.1)
    assert presses.up("LSHIFT", 0.2) == "LSHIFT"
    assert presses.up("EQUAL", 0.3) == "PLUS"
    assert presses.held_s(9.0) == 0.0


def test_the_pointer_s_release_ends_no_key() -> None:
    presses = Presses()
    presses.down("A", 0.0)
    assert presses.up(POINTER, 0.1) == ""
    assert presses.held_s(2.0) == 2.0


def test_losing_the_keyboard_lets_everything_go() -> None:
    presses = Presses()
    presses.down("A", 0.0)
    presses.let_go()
    assert presses.held_s(5.0) == 0.0


def test_no_two_meanings_for_a_key() -> None:
    assert not set(COMMANDS) & set(VISITS)
    assert not [name for name in (*COMMANDS, *VISITS) if world_number(name) is not None]
    assert [world_number(name) for name in ("_1", "NUM_3", "_0", "A", "F5")] == [0, 2, None, None, None]


def test_a_press_is_told_once_and_kept(bench: Bench) -> None:
    bench.point("press", 0.5, 0.5)
    bench.point("release", 0.5, 0.5)
    assert bench.gestures() == ["press"]
    assert [event.phase for event in bench.place.strokes.events] == ["press", "release"]


def test_a_drag_is_told_at_every_tick_and_ends_with_strength_nothing(bench: Bench) -> None:
    bench.point("press", 0.2, 0.5)
    for i in range(10):
        bench.point("move", 0.2 + 0.03 * i, 0.5)
    bench.point("release", 0.5, 0.5)
    drags = [m for m in bench.ears.sent if isinstance(m, Touched) and m.gesture == "drag"]
    assert len(drags) >= 9
    assert all(0 < m.strength <= 1 for m in drags[:-1])
    assert drags[-1].strength == 0.0


def test_a_pointer_held_still_is_a_breath_and_a_drag_is_not(bench: Bench) -> None:
    bench.point("press", 0.5, 0.5, wait_s=1.0)
    assert bench.hand.presses.held_s(bench.now_s) == pytest.approx(1.0)
    bench.point("move", 0.8, 0.5)
    assert bench.hand.presses.held_s(bench.now_s) > 1.0
    bench.point("release", 0.8, 0.5)
    assert bench.hand.presses.held_s(bench.now_s) == 0.0
    bench.point("press", 0.5, 0.5)
    bench.point("move", 0.7, 0.5, wait_s=2.0)
    assert bench.hand.presses.held_s(bench.now_s) == 0.0


def test_a_hold_is_told_once(bench: Bench) -> None:
    bench.point("press", 0.5, 0.5, wait_s=1.0)
    for _ in range(30):
        bench.hand.step(1 / 30)
    assert bench.gestures() == ["press", "hold"]


def test_hovering_is_told_now_and_then(bench: Bench) -> None:
    for i in range(60):
        bench.point("move", 0.3 + 0.005 * i, 0.5)
    assert 10 <= bench.gestures().count("hover") <= 21


def test_letting_go_in_the_middle_of_a_drag_ends_its_sound(bench: Bench) -> None:
    bench.point("press", 0.2, 0.5)
    bench.point("move", 0.6, 0.5)
    bench.hand.let_go()
    last: Message = bench.ears.sent[-1]
    assert isinstance(last, Touched)
    assert last.strength == 0.0


def test_moves_too_small_to_matter_are_not_kept() -> None:
    strokes = Strokes()
    strokes.press(0.5, 0.5, 0.0)
    assert not strokes.move(0.5001, 0.5, 0.1)
    assert strokes.move(0.51, 0.5, 0.2)
    assert len(strokes.events) == 2


def test_too_many_taps_let_the_oldest_strokes_go_whole() -> None:
    strokes = Strokes()
    for i in range(MOST_EVENTS):
        strokes.press(0.1, 0.1, i)
        strokes.move(0.5, 0.5, i + 0.2)
        strokes.release(0.5, 0.5, i + 0.4)
    assert len(strokes.events) <= MOST_EVENTS
    assert strokes.events[0].phase == "press"
    assert strokes.events[-1].t_s == pytest.approx(MOST_EVENTS - 1 + 0.4)


def test_of_too_many_strokes_none_is_lost() -> None:
    strokes, count = Strokes(), MOST_EVENTS // 100 + 50
    for i in range(count):
        strokes.press(0.1, 0.1, i)
        for step in range(100):
            strokes.move(0.1 + 0.008 * step, 0.5, i + 0.005 * step)
        strokes.release(0.9, 0.5, i + 0.6)
    assert len(strokes.events) <= MOST_EVENTS
    assert {event.stroke for event in strokes.events} == set(range(1, count + 1))


def test_the_arrow_goes_while_it_rests_and_comes_back_when_it_moves() -> None:
    now, told = [0.0], []
    arrow = Arrow(told.append, lambda: now[0])
    arrow.step()
    now[0] = 5.0
    arrow.step()
    arrow.step()
    arrow.moved()
    assert told == [False, True]


def test_where_no_arrow_is_wanted_none_comes() -> None:
    told: list[bool] = []
    arrow = Arrow(told.append, lambda: 0.0)
    arrow.allow(False)
    arrow.moved()
    assert told == [False]
