"""The signals: the few slow numbers that move layers, voices and touches together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

SignalName = Literal[
    "breath",
    "daylight",
    "sun_height",
    "stir",
    "settle",
    "wind",
    "gust",
    "rain",
    "warmth",
    "drift_a",
    "drift_b",
]
"""Signals a `Follow` may name; all run 0..1 except `sun_height`, which runs -1..1."""

SIGNAL_NAMES: tuple[str, ...] = get_args(SignalName)


@dataclass(frozen=True, slots=True)
class Signals:
    """One immutable tick of everything that moves a world; the same value goes to picture and sound.

    All continuous signals are 0..1 unless said. The defaults are a still noon with nobody near.
    """

    t_s: float = 0.0
    """Seconds the world has been running (world time, never the system's)."""
    breath: float = 0.0
    """Lung fullness as the pacer, or the visitor's own hold-and-release, has it; eased."""
    hour: float = 12.0
    """Local time of day, 0..24."""
    daylight: float = 1.0
    """0 in full night, 1 in full day."""
    sun_height: float = 1.0
    """Sine-like height of the sun: -1 at midnight, 0 at the horizon, 1 at noon."""
    stir: float = 0.0
    """How much the visitor moves: fast up, slow down."""
    settle: float = 0.0
    """How far along the visit is; 0 when there is none."""
    wind: float = 0.4
    """Strength of the slow seeded wind."""
    gust: float = 0.5
    """The gust that passes just now: 0.5 the wind as it is on the whole, 1 its strongest gust, 0 a lull."""
    rain: float = 0.0
    """Strength of the slow seeded rain."""
    warmth: float = 0.5
    """Slow seeded warmth of the air."""
    drift_a: float = 0.5
    """A slow seeded random walk for makers."""
    drift_b: float = 0.5
    """A second, independent one."""
