"""A pointer drags a voice's slider and the volume in a real window: what is heard follows softly, and stays so."""

from __future__ import annotations

import wave
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from game.mixes.model import KeptMix
from game.settings import SettingsFile
from game.view.brush import around
from game.view.hearing import Hearing
from game.view.lettering import body_px
from game.view.mixer import words
from game.view.mixer.items import items
from game.view.mixer.panel import CENTRE, HANDLE_CENTRE, _fitting
from game.view.mixer.sheet import Sheet
from game.view.sound import Silence
from tests.system.screen import Playing, playing, virtual_screen, wait_until_open
from worlds.reading import read_world

SIZE_PX = 900, 600
SIZE = ["--size", "900x600", "--fps", "15"]
TONE_HZ = 200.0
PACK = """format = 1
[world]
name = "Tones"
[[voice]]
kind = "tone"
carrier_hz = 200.0
"""
RATE_HZ = 48000


class Panel:
    """Where the rows of the panel are on the screen, as it is when nothing has been turned."""

    def __init__(self, pack: Path, home: Path, running: Playing) -> None:
        world = read_world(pack)
        hearing = Hearing(Silence(), SettingsFile(home / "none.toml"), lambda: 0.0)
        rows = [item.line for item in items(world, KeptMix(), {}, lambda _: None, hearing, str)]
        sheet = Sheet(world.world.name, tuple(rows), 0, words.keys(str))
        image, self._layout = _fitting(sheet, body_px(SIZE_PX[1]), SIZE_PX)
        left, _, _, top = around(CENTRE, image.size, SIZE_PX)
        self._left_px, self._top_px = left * SIZE_PX[0], (1.0 - top) * SIZE_PX[1]
        self._names = [row.name for row in rows]
        self._running, self._window = running, running.window()

    def drag(self, name: str, *ratios: float) -> None:
        """Press on the slider of a row, move along it in small steps, and let go."""
        self._go(name, ratios[0])
        self._running.do("mousedown", "1")
        for start, stop in pairwise(ratios):
            for step in np.linspace(start, stop, 12):
                self._go(name, float(step))
        self._running.do("mouseup", "1")

    def _go(self, name: str, ratio: float) -> None:
        _, upper, lower = next(band for band in self._layout.bands if self._names[band[0]] == name)
        begin, end = self._layout.slider
        x, y = self._left_px + begin + ratio * (end - begin), self._top_px + (upper + lower) / 2
        self._running.do("mousemove", "--window", self._window, str(round(x)), str(round(y)))


def open_by_pointer(running: Playing) -> None:
    x, y = HANDLE_CENTRE[0] * SIZE_PX[0] - 30, (1.0 - HANDLE_CENTRE[1]) * SIZE_PX[1] - 5
    window = running.window()
    running.do("mousemove", "--window", window, "300", "200")
    running.do("mousemove", "--window", window, str(round(x)), str(round(y)), "sleep", "1.5", "click", "1")
    running.wait_for("voices", open=True)


def wait_s(running: Playing, seconds: float) -> None:
    """Until so long after the last event."""
    begun_s = running.events[-1]["at_s"]
    while running.wait_for("frames")["at_s"] < begun_s + seconds:
        pass


def visit(running: Playing, pack: Path, home: Path) -> None:
    """Open the panel by the pointer, turn the tone down by 18 dB and the volume to a half, and leave."""
    wait_until_open(running)
    open_by_pointer(running)
    wait_s(running, 1.0)
    panel = Panel(pack, home, running)
    panel.drag("Tone", 0.8, 0.2)
    running.wait_for("mix", trim_db={"tone": -18.0})
    wait_s(running, 2.0)
    panel.drag("Volume", 0.9, 0.2, 0.5)
    wait_s(running, 2.0)
    assert not any(event["event"] == "touch" for event in running.events)


def leave(running: Playing) -> None:
    running.do("key", "Escape", "key", "Escape", "key", "Escape")
    running.wait_for("left")
    assert running.end() == (0, "")


def heard(file: Path) -> NDArray[np.float64]:
    """The left ear of a sound file."""
    with wave.open(str(file)) as whole:
        return np.frombuffer(whole.readframes(whole.getnframes()), "<i2")[::2] / 32768.0


def levels_db(sound: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of every third of a second."""
    thirds = sound[: len(sound) // 16000 * 16000].reshape(-1, 16000)
    found: NDArray[np.float64] = 10 * np.log10(np.mean(thirds**2, axis=1) + 1e-12)
    return found


def roughness(sound: NDArray[np.float64]) -> float:
    """How far it is from a sine that only swells: 4e-5 by its 16 bits alone, and far more at any click."""
    turn = 2 * np.pi * TONE_HZ / RATE_HZ
    return float(np.abs(sound[2:] - 2 * np.cos(turn) * sound[1:-1] + sound[:-2]).max())


def test_what_a_pointer_drags_is_heard_softly_and_remembered(tmp_path: Path) -> None:
    pack, sounds = tmp_path / "tones", [tmp_path / "first.wav", tmp_path / "second.wav"]
    pack.mkdir()
    (pack / "world.toml").write_text(PACK, encoding="utf-8")
    with virtual_screen() as display:
        with playing(display, tmp_path, "play", str(pack), "--sound-file", str(sounds[0]), *SIZE) as running:
            visit(running, pack, tmp_path)
            leave(running)
        with playing(display, tmp_path, "play", str(pack), "--sound-file", str(sounds[1]), *SIZE) as running:
            wait_until_open(running)
            while sounds[1].with_suffix(".wav.part").stat().st_size < 10 * RATE_HZ * 4:
                running.wait_for("frames")
            leave(running)
    first, second = (heard(sound) for sound in sounds)
    end_db, again_db = np.median(levels_db(first)[-6:-1]), levels_db(second).max()
    assert levels_db(first).max() - end_db == pytest.approx(18.0 + 24.0, abs=2.5)
    assert again_db == pytest.approx(end_db, abs=2.0)
    assert roughness(first) < 2e-4
