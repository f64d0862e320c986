"""What rain falls on: the spectra of its rush, and how its single drops are heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from audio.dsp.spectrum import Curve
from audio.voices import raindrops


@dataclass(frozen=True)
class Surface:
    """One thing that rain falls on. Spectra are third-octave levels in steady rain."""

    near_db: Curve
    """The rush of what falls close by,"""
    far_db: Curve
    """and of what falls further off."""
    drops: Callable[[int, np.random.Generator], raindrops.Drop]
    """What makes single drops, at a sample rate."""
    catch_m2: float
    """How large the patch is from which single drops are told apart."""
    share: float
    """Power of single drops beside the rush in usual rain."""
    heavier: float
    """Amplitude of drops above 1.5 mm beside smaller ones."""
    sway: float
    """How much its rush swells and sinks: less where it is spread wide."""
    level: float
    """To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""


_OUTSIDE = (
    *((63, -30), (125, -22), (250, -18), (500, -13), (1000, -10.5), (2000, -12), (4000, -15), (8000, -21)),
    *((12000, -27), (16000, -34)),
)
"""Open rain on ground and leaves, its highs taken by the closed window or the roof."""
_OPEN = (
    *((63, -22), (80, -17), (125, -11), (200, -7.5), (400, -5), (630, -2), (1000, -0.5), (1250, 0), (1600, 0)),
    *((2500, -2), (4000, -4.5), (6300, -6.5), (8000, -8.5), (10000, -11), (12500, -14.5), (16000, -20)),
)
_GROUND = Surface(_OPEN, _OPEN, raindrops.on_ground, 0.12, 0.155, 2.4, 0.5, 0.0337)
_LEAVES = Surface(
    (
        *((63, -20), (125, -14), (250, -10), (500, -5), (1000, -0.5), (1600, 0), (2500, -2.5), (4000, -5.5)),
        *((8000, -10.5), (12500, -16), (16000, -22)),
    ),
    _OPEN,
    raindrops.on_leaves,
    0.08,
    0.19,
    2.4,
    0.5,
    0.0327,
)
_WATER = Surface(
    (
        *((63, -24), (125, -17), (250, -12), (500, -8), (1000, -3), (1600, 0), (2500, -0.5), (4000, -4.8)),
        *((6300, -10), (8000, -14), (12500, -21), (16000, -28)),
    ),
    _OPEN,
    raindrops.on_water,
    0.1,
    0.32,
    2.0,
    0.5,
    0.0306,
)
_ROOF = Surface(
    (
        *((50, -25), (80, -20), (125, -13), (200, -10), (315, -4), (500, 0), (800, -2.5), (1000, -1), (1250, -4)),
        *((1600, -7), (2500, -10), (4000, -12), (6300, -16), (10000, -17.5), (16000, -24)),
    ),
    _OUTSIDE,
    raindrops.on_roof,
    0.05,
    0.55,
    1.8,
    0.8,
    0.0332,
)
_GLASS = Surface(
    (
        *((50, -44), (63, -40), (80, -30), (100, -22), (160, -16), (250, -13), (400, -10), (800, -10)),
        *((1600, -10.5), (2500, -15), (4000, -18), (8000, -26), (12500, -35), (16000, -40)),
    ),
    _OUTSIDE,
    raindrops.on_glass,
    0.07,
    0.17,
    1.7,
    1.0,
    0.0349,
)
SURFACES = {"ground": _GROUND, "leaves": _LEAVES, "roof": _ROOF, "glass": _GLASS, "water": _WATER}
"""By the name a maker writes."""
