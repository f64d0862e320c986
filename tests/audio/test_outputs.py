"""Outputs keep time, are searched in order, and say why they cannot be had."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audio.mixdown import Mixdown
from audio.output import ORDER
from audio.output import search as searching
from audio.output.file import File
from audio.output.none import TimeKeeper
from audio.output.output import Block, NoOutput, Output, OutputLost
from audio.output.search import SearchPace, search
from audio.pump import Pump
from tests.audio.rises import MOST_DB, largest_rise_db
from tests.audio.worlds import BLOCK, RATE, Tone, breaks


class Time:
    """A clock that only moves when someone waits."""

    def __init__(self) -> None:
        self.s = 100.0

    def now(self) -> float:
        return self.s

    def wait(self, seconds: float) -> None:
        self.s += seconds


def test_silence_takes_as_long_as_sound() -> None:
    time = Time()
    silence = TimeKeeper(RATE, time.now, time.wait)
    for _ in range(100):
        silence.write(np.zeros((2, BLOCK), np.float32))
    assert time.s - 100.0 == pytest.approx(99 * BLOCK / RATE, rel=1e-6)


def test_silence_makes_nothing_up_after_a_long_pause() -> None:
    time = Time()
    silence = TimeKeeper(RATE, time.now, time.wait)
    time.s += 3600.0
    before = time.s
    for _ in range(100):
        silence.write(np.zeros((2, BLOCK), np.float32))
    assert time.s - before > 99 * BLOCK / RATE - 0.6


def test_a_sound_file_can_be_played_at_any_moment_and_gets_its_name_at_the_end(tmp_path: Path) -> None:
    time, path = Time(), tmp_path / "evening.wav"
    file = File(path, time.now, time.wait)
    block = np.linspace(-1.2, 1.2, 2 * BLOCK, dtype=np.float32).reshape(2, BLOCK)
    for count in range(1, 30):
        file.write(block)
        with wave.open(str(tmp_path / "evening.wav.part")) as growing:
            assert (growing.getnframes(), growing.getnchannels(), growing.getframerate()) == (
                count * BLOCK,
                2,
                RATE,
            )
    assert time.s - 100.0 == pytest.approx(28 * BLOCK / RATE, rel=1e-6)
    assert not path.exists()
    file.close()
    with wave.open(str(path)) as whole:
        samples = np.frombuffer(whole.readframes(BLOCK), "<i2").reshape(-1, 2).T / 32767.0
    assert samples == pytest.approx(np.clip(block, -1.0, 1.0), abs=2e-5)


def test_a_sound_file_that_is_there_is_kept(tmp_path: Path) -> None:
    for _ in range(3):
        file = File(tmp_path / "a.wav", wait=Time().wait)
        file.write(np.zeros((2, BLOCK), np.float32))
        file.close()
    File(tmp_path / "a.wav").close()  # nothing was written: nothing stays
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a 2.wav", "a 3.wav", "a.wav"]


def test_a_named_file_is_tried_first_and_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    found = search(("none",), tmp_path / "a.wav")
    assert found.output.name == "file"
    found.output.close()
    refused = search(("none",), tmp_path / "nowhere" / "a.wav")
    assert refused.output.name == "none"
    assert "cannot be written" in refused.refusals["file"]


def test_a_full_disk_loses_the_output_and_keeps_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = File(tmp_path / "a.wav", wait=Time().wait)
    file.write(np.zeros((2, BLOCK), np.float32))

    def full(_: memoryview) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file, "_append", full)
    with pytest.raises(OutputLost, match="No space"):
        file.write(np.zeros((2, BLOCK), np.float32))
    file.close()
    with wave.open(str(tmp_path / "a.wav")) as whole:
        assert whole.getnframes() == BLOCK


class Recorder(Output):
    """An output that keeps what it is given, and is lost when told."""

    name, device = "recorder", "memory"

    def __init__(self, rate_hz: int = RATE, lost_after: int = 10**9) -> None:
        self.sample_rate_hz = rate_hz
        self.blocks: list[Block] = []
        self.closed = False
        self._lost_after = lost_after

    def write(self, block: Block) -> None:
        if len(self.blocks) >= self._lost_after:
            raise OutputLost("pulled out")
        self.blocks.append(block.copy())

    def close(self) -> None:
        self.closed = True


def test_every_output_has_its_place_in_the_order() -> None:
    assert tuple(searching.WAYS) == ORDER


def test_the_first_that_can_be_had_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> Output:
        raise NoOutput("nothing there")

    monkeypatch.setattr(searching, "WAYS", {"portaudio": refused, "sdl": Recorder, "none": TimeKeeper})
    found = search(("portaudio", "sdl", "none"))
    assert found.output.name == "recorder"
    assert found.refusals == {"portaudio": "nothing there"}
    assert search(("portaudio",)).output.name == "none"


def pumped(output: Recorder, blocks: int, before: int = 0) -> Pump:
    """A pump that gives a tone to an output, for so many blocks; it has sounded for some before."""
    mixdown, tone = Mixdown(), Tone()
    mixdown.play(tone, 0.0)
    for _ in range(before):
        mixdown.render(np.zeros((2, mixdown.block), np.float32))
    beats: list[int] = []

    def beat() -> None:
        beats.append(1)
        if len(beats) == blocks:
            pump._ending.set()

    pump = Pump(mixdown, output, beat)
    pump.start()  # not run(): it asks for real-time priority for the thread it is on
    pump.join()
    return pump


def searches(pace: SearchPace, from_s: float, until_s: float, found: bool = False) -> list[float]:
    times = []
    for tenth in range(round(from_s * 10), round(until_s * 10)):
        if pace.due(tenth / 10, found):
            pace.searched(tenth / 10)
            times.append(tenth / 10)
    return times


def test_without_any_device_the_search_grows_rarer_but_finds_one_within_three_seconds() -> None:
    pace = SearchPace(0.0)
    early, late = searches(pace, 0.0, 60.0), searches(pace, 60.0, 600.0)
    assert max(np.diff(early)) < 2.0
    assert 2.0 < max(np.diff(late)) < 3.0


def test_a_process_is_used_up_by_searches_in_vain_and_by_no_others() -> None:
    pace = SearchPace(0.0)
    searches(pace, 0.0, 120.0)
    assert not pace.used_up
    searches(pace, 120.0, 121.0, found=True)
    searches(pace, 121.0, 300.0)
    assert not pace.used_up
    searches(pace, 300.0, 420.0)
    assert pace.used_up


def test_a_lost_device_is_searched_for_at_once_however_long_it_was_there() -> None:
    pace = SearchPace(0.0)
    searches(pace, 0.0, 300.0)
    assert searches(pace, 300.0, 900.0, found=True) == []
    assert searches(pace, 900.0, 903.0) == [900.0, 901.5]


def test_a_lost_output_is_closed_and_time_goes_on() -> None:
    first = Recorder(lost_after=20)
    pump = pumped(first, 24)
    assert first.closed
    assert pump.output.name == "none"
    assert pump.lost == "pulled out"


def test_sound_comes_in_softly_on_a_new_output() -> None:
    recorder = Recorder()
    pumped(recorder, 40)
    whole = np.concatenate(recorder.blocks, axis=1)
    assert breaks(whole, Tone().turn) < 1e-4
    assert np.abs(whole).max() > 0.29


def test_an_output_opened_while_a_world_sounds_does_not_startle() -> None:
    recorder = Recorder()
    pumped(recorder, 20, before=30)
    assert largest_rise_db(np.concatenate(recorder.blocks, axis=1)) < MOST_DB


def test_a_device_of_another_rate_gets_its_own() -> None:
    recorder = Recorder(44100)
    pumped(recorder, 40)
    whole = np.concatenate(recorder.blocks, axis=1)
    assert breaks(whole[:, 20000:], 2 * np.pi * 200.0 / 44100) < 1e-4


def test_without_the_library_portaudio_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    from audio.output.portaudio import PortAudio

    plain = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
        return plain(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(NoOutput, match="PortAudio library is missing"):
        PortAudio()
