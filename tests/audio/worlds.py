"""Small worlds and sources for tests of the sound."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.listening import Listening
from audio.messages import Mix, Touched
from worlds.format.world import World
from worlds.signals import Signals

RATE = 48000
BLOCK = 2048
HALF = Signals(breath=0.5, daylight=0.5, sun_height=0.0, wind=0.5, rain=0.5, warmth=0.5)


def world(**tables: Any) -> World:
    """A world of these tables; without any, the one a pack of a name alone gives."""
    return World.model_validate({"format": 1, "world": {"name": "A test"}, **tables})


FULL = {
    "voice": [
        {"kind": "wind", "loudness_db": -30.0},
        {"kind": "drips", "loudness_db": -34.0, "place": {"azimuth_deg": -60.0, "distance_m": 30.0}},
        {"kind": "crickets", "loudness_db": -36.0, "place": {"azimuth_deg": 40.0, "distance_m": 120.0}},
    ],
    "score": {"root_hz": 110.0},
    "touch": [
        {"on": "press", "sound": "pluck"},
        {"on": "hold", "sound": "bowl"},
        {"on": "hover", "sound": "drips"},
        {"on": "drag", "sound": "rake"},
    ],
}
"""Something of everything."""


class Tone:
    """A source that gives one sine: what changes beside it shows at once."""

    sample_rate_hz = RATE
    power = 0.0
    fault = ""

    def __init__(self, frequency_hz: float = 200.0, amplitude: float = 0.3, block: int = BLOCK) -> None:
        self.block = block
        self.turn = 2 * np.pi * frequency_hz / RATE
        self._amplitude = amplitude
        self._n = 0
        self.touches = 0
        self.bells = 0

    def complete(self) -> None:
        """It is."""

    def hear(self, signals: Signals) -> None:
        """Nothing follows."""

    def mix(self, mix: Mix) -> None:
        """There is nothing to mix."""

    def listen(self, listening: Listening) -> None:
        """It stands nowhere."""

    def kept(self, ratio: float) -> None:
        """Nothing is levelled."""

    def touch(self, touched: Touched) -> None:
        """Count."""
        self.touches += 1

    def bell(self, strength: float) -> None:
        """Count."""
        self.bells += 1

    def render(self, out: NDArray[np.float32]) -> None:
        """The next samples."""
        n = self._n + np.arange(out.shape[1])
        out[...] = (self._amplitude * np.sin(self.turn * n)).astype(np.float32)
        self._n += out.shape[1]


def breaks(sound: NDArray[np.float32], turn: float) -> float:
    """How far any sample parts from the sine that the two before it lie on: 0 for a sine, large at a click."""
    x = sound.astype(np.float64)
    return float(np.abs(x[..., 2:] - 2 * np.cos(turn) * x[..., 1:-1] + x[..., :-2]).max())
