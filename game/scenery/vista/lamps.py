"""Points of light in a view: lanterns, windows, street lamps, and by day the gaps between wet leaves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.scenery.vista.noise import Array

Rgb = tuple[float, float, float]

AMBER: Rgb = (1.50, 0.66, 0.20)
GOLD: Rgb = (1.35, 0.82, 0.36)
PALE: Rgb = (1.05, 0.82, 0.52)
TEAL: Rgb = (0.30, 0.80, 0.74)
RED: Rgb = (1.25, 0.24, 0.14)


def dimmed(colour: Rgb, factor: float) -> Rgb:
    """A colour times a number."""
    return colour[0] * factor, colour[1] * factor, colour[2] * factor


@dataclass(frozen=True)
class Lamp:
    """One light, seen as a disc because the eye looks at the pane."""

    x: float
    """0 in the middle, in heights of the picture."""
    y: float
    colour: Rgb
    strength: float = 1.0
    """1 is a lantern across the garden."""
    size: float = 1.0
    """Times the view's circle of confusion."""
    sway: float = 0.0
    """How far it moves in the wind: 0 a street lamp, 1 a string of lights."""
    day: float = 0.0
    """Share of daylight it shows (a gap between leaves); 0 for a lamp."""
    travel: float = 0.0
    """Distance it glides along in one passage, in heights of the picture; 0 stands still."""


def lamp_array(lamps: list[Lamp], chance: np.random.Generator) -> Array:
    """(lamps, 12) for the shader: x, y, size, phase; red, green, blue, dusk; sway, day, travel, period number.

    Each comes on at its own moment of dusk (0..1) and keeps its own slow phase.
    """
    draws = chance.random((len(lamps), 3))
    rows = [
        (
            lamp.x, lamp.y, lamp.size, phase,
            *(c * lamp.strength for c in lamp.colour), 0.15 + 0.6 * dusk,
            lamp.sway, lamp.day, lamp.travel, 24 + round(26 * period),
        )
        for lamp, (phase, dusk, period) in zip(lamps, draws, strict=True)
    ]  # fmt: skip
    return np.array(rows, np.float32).reshape(-1, 12)


def string_of_lights(
    start: tuple[float, float], end: tuple[float, float], sag: float, accent: Rgb, chance: np.random.Generator
) -> list[Lamp]:
    """Lights on a slack line between two points."""
    count = max(round(abs(end[0] - start[0]) * 9), 3)
    tones = (AMBER, GOLD, GOLD, accent)
    lamps = []
    for u in np.linspace(0.03, 0.97, count):
        x = start[0] + (end[0] - start[0]) * u
        y = start[1] + (end[1] - start[1]) * u - sag * 4 * u * (1 - u) + chance.normal(0, 0.004)
        tone = tones[chance.integers(len(tones))]
        lamps.append(Lamp(x, y, tone, 0.75 + 0.5 * chance.random(), 1.1 + 0.25 * chance.random(), sway=1.0))
    return lamps
