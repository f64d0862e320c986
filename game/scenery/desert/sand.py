"""The shape of a dune, and of the ground it lies on. Lengths in metres, angles of slopes as their tangents.

In its own wind a dune is a barchanoid ridge: a crest that wanders and bows across the wind, highest in its middle
and running out as a parabola's square does to either side (Sauermann et al. 2000, Geomorphology 36, found parabolas
both ways on barchans). Before the crest the sand rises at 11 to 13 degrees on the whole, by a cubic that leaves the
plain level, is steepest in the middle of its way and still climbs at the crest; behind it it falls at the angle of
repose (33 degrees; Bagnold 1941) into a short curved foot. Heaps that meet are joined by the fourth root of the sum
of fourth powers: the smaller rides on the greater and fades into it, as dunes do that merge (Kocurek, Ewing and
Mohrig 2010, Sedimentology).
The ground between is zibars: low swells of coarse sand without slip faces.

`game/scenery/dunes.glsl` says the same for the graphics card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating[Any]]

X, Z, WIND_X, WIND_Z, HALF, HEIGHT, SWAY, TURNS, PHASE, WANDER, REACH, BOW = range(12)
"""Columns of a dune: its middle; where the wind goes; half its length; its height; how far its crest wanders,
radians a metre along it, where it starts, how unevenly it wanders; how far it reaches before the wind; how far its
ends are swept on (below 0: left behind)."""
FIELDS = 12
REPOSE = 0.649
FOOT_RATIO = 0.22
"""How high the curved foot of a slip face goes up, in heights of the crest."""
UNEVEN, BEAT, SWELL = 0.381966, 0.618034, 0.09
"""How slowly a crest's wandering itself wanders, how its height swells (golden, so that neither comes round)."""
SWELLS = 5


def swells_of(chance: np.random.Generator) -> NDArray[np.float64]:
    """Rows of a wave vector (radians a metre, 2), height and phase: the longest the highest, no two alike."""
    long_m = 290.0 * 0.47 ** np.arange(SWELLS) * chance.uniform(0.85, 1.15, SWELLS)
    way = chance.normal(0.9, 0.5, SWELLS)
    high_m = 0.0052 * long_m * chance.uniform(0.7, 1.2, SWELLS)
    turns = 2 * np.pi / long_m
    return np.stack(
        [turns * np.cos(way), turns * np.sin(way), high_m, chance.uniform(0, 2 * np.pi, SWELLS)], axis=1
    )


def ground_height(swells: NDArray[np.float64], x: Array, z: Array) -> Array:
    """How high the ground lies under all dunes."""
    waves = (high * np.cos(x * kx + z * kz + phase) for kx, kz, high, phase in swells)
    return np.asarray(sum(waves, start=np.zeros(np.broadcast(x, z).shape)))


def along_and_behind(dune: Array, x: Array, z: Array) -> tuple[Array, Array]:
    """Along a dune from its middle, and behind its crest (below 0: before it, where the wind comes from)."""
    right, away = x - dune[X], z - dune[Z]
    along = away * dune[WIND_X] - right * dune[WIND_Z]
    return along, right * dune[WIND_X] + away * dune[WIND_Z] - crest_line(dune, along)


def crest_line(dune: Array, along: Array) -> Array:
    """How far down the wind a crest lies."""
    return np.asarray(dune[SWAY] * np.sin(_turn(dune, along)) + dune[BOW] * (along / dune[HALF]) ** 2)


def crest_height(dune: Array, along: Array) -> Array:
    """How high a crest stands over the ground."""
    swelling = 1 + SWELL * np.cos(_turn(dune, along) * BEAT + 1.1)
    return np.asarray(dune[HEIGHT] * _body(dune, along) ** 2 * swelling)


def heap(dune: Array, x: Array, z: Array) -> Array:
    """How high one dune stands over the ground."""
    along, behind = along_and_behind(dune, x, z)
    top = crest_height(dune, along)
    reach = dune[REACH] * (0.4 + 0.6 * _body(dune, along))
    before = np.clip(-behind / reach, 0, 1)
    foot = FOOT_RATIO * top + 1e-4
    slid = top - REPOSE * behind
    lee = np.where(slid > foot, slid, np.clip(slid + foot, 0, None) ** 2 / (4 * foot))
    return np.asarray(np.where(behind < 0, top * (1 - before) * (1 - before**2), lee))


def joined(heaps: Sequence[Array]) -> Array:
    """Dunes that meet."""
    return np.asarray(np.sqrt(np.sqrt(sum(one**4 for one in heaps))))


def _turn(dune: Array, along: Array) -> Array:
    turn = along * dune[TURNS]
    return np.asarray(turn + dune[PHASE] + dune[WANDER] * np.sin(turn * UNEVEN + dune[PHASE] * 1.7))


def _body(dune: Array, along: Array) -> Array:
    return np.asarray(np.clip(1 - (along / dune[HALF]) ** 2, 0, None))
