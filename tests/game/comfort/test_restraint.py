"""Whatever is painted, what may come through does not flash; and what is calm comes through whole."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from game.comfort.flashes import FlashMeter
from game.comfort.restraint import Restraint
from game.comfort.turns import COLUMNS, ROWS

Encoded = NDArray[np.float32]
"""(36, 64, 3), in gamma 2, as painted."""
Painter = Callable[[float], Encoded]

DARK, BRIGHT = 0.1, 0.95


def plain(level: float) -> Encoded:
    return np.full((ROWS, COLUMNS, 3), level, np.float32)


def strobe(rate_hz: float, rows: slice = slice(None), columns: slice = slice(None)) -> Painter:
    def at(t_s: float) -> Encoded:
        picture = plain(DARK)
        picture[rows, columns] = BRIGHT if t_s * rate_hz % 1 < 0.5 else DARK
        return picture

    return at


def red_strobe(t_s: float) -> Encoded:
    picture = plain(0.3)
    if t_s * 4 % 1 < 0.5:
        picture[...] = (0.75, 0.0, 0.0)
    return picture


def ramps(t_s: float) -> Encoded:
    return plain(0.5 + 0.45 * math.sin(math.tau * 3 * t_s))


def grating(t_s: float) -> Encoded:
    """Stripes six cells wide that run twelve cells in a third of a second."""
    stripes = ((np.arange(COLUMNS) / 12 + 3 * t_s) % 1 < 0.5).astype(np.float32)
    return plain(0.0) + (DARK + (BRIGHT - DARK) * stripes)[None, :, None]


def growing(t_s: float) -> Encoded:
    """A strobe that spreads over the screen by and by."""
    side = 2 + int(4 * t_s)
    return strobe(6.0, slice(0, side), slice(0, 2 * side))(t_s)


def scattered(t_s: float) -> Encoded:
    """Every other cell by itself: no area is connected but by its corners, all of them together are a field."""
    picture = plain(DARK)
    if t_s * 5 % 1 < 0.5:
        picture[::2, ::2] = BRIGHT
    return picture


def chance(seed: int) -> Painter:
    """Blocks that change whenever they like, now often, now seldom."""
    generator = np.random.default_rng(seed)
    block_cells = int(generator.integers(2, 18))
    rate_hz = float(generator.uniform(0.5, 12))
    blocks = np.full((ROWS // block_cells + 1, COLUMNS // block_cells + 1, 3), DARK, np.float32)

    def at(_: float) -> Encoded:
        turned = generator.random(blocks.shape[:2]) < rate_hz / 30
        blocks[turned] = generator.random((int(turned.sum()), 3)) ** 0.5
        return np.kron(blocks, np.ones((block_cells, block_cells, 1), np.float32))[:ROWS, :COLUMNS]

    return at


def shown(painter: Painter, fps: float, seconds: float) -> list[Encoded]:
    """What comes through: each picture is seen one frame late, as from a graphics card."""
    restraint, picture, before = Restraint(), plain(DARK), None
    pictures = []
    for n in range(round(seconds * fps)):
        painted = painter(n / fps)
        freedom = None if before is None else restraint.see(before, 1 / fps)
        before = painted**2
        picture = painted if freedom is None else picture + freedom[..., None] * (painted - picture)
        pictures.append(picture)
    return pictures


def measured(pictures: list[Encoded], fps: float) -> FlashMeter:
    meter = FlashMeter(fps)
    for picture in pictures:
        meter.see(np.repeat(np.repeat(np.round(picture * 255).astype(np.uint8), 2, 0), 2, 1))
    return meter


FLASHING = {
    **{f"strobe at {rate:g}": strobe(rate) for rate in (1.7, 2.5, 3, 5, 9, 14)},
    "a band": strobe(4.0, slice(10, 12)),
    "a patch": strobe(6.0, slice(5, 11), slice(30, 38)),
    "red": red_strobe,
    "ramps": ramps,
    "grating": grating,
    "growing": growing,
    "scattered": scattered,
}


@pytest.mark.parametrize("fps", [10.0, 24.0, 60.0])
@pytest.mark.parametrize("painter", FLASHING.values(), ids=FLASHING.keys())
def test_what_flashes_does_not_come_through(painter: Painter, fps: float) -> None:
    meter = measured(shown(painter, fps, 8.0), fps)
    assert meter.calm, (meter.general, meter.red)


@pytest.mark.parametrize("painter", [strobe(3.0), red_strobe, scattered, growing])
def test_the_same_flashes_when_nothing_holds_it(painter: Painter) -> None:
    assert not measured([painter(n / 30) for n in range(240)], 30.0).calm


@pytest.mark.parametrize("seed", range(12))
def test_chance_does_not_find_a_way_through(seed: int) -> None:
    fps = (12.0, 30.0, 60.0)[seed % 3]
    meter = measured(shown(chance(seed), fps, 12.0), fps)
    assert meter.calm, (meter.general, meter.red)


@pytest.mark.parametrize(
    "painter",
    [
        lambda t_s: plain(0.5 + 0.4 * math.sin(math.tau * t_s / 6)),
        lambda t_s: plain(DARK if t_s < 1 else BRIGHT),
        lambda t_s: plain(0.4 + 0.02 * math.sin(math.tau * 8 * t_s)),
        strobe(6.0, slice(5, 8), slice(5, 9)),
        strobe(0.4),
    ],
    ids=["breathing", "one change", "shimmer", "a glint", "slow turns"],
)
def test_what_is_calm_comes_through_whole(painter: Painter) -> None:
    for n, picture in enumerate(shown(painter, 30.0, 6.0)):
        assert np.array_equal(picture, painter(n / 30.0))


def test_what_became_calm_is_let_go_softly_and_wholly() -> None:
    def calming(t_s: float) -> Encoded:
        return strobe(5.0)(t_s) if t_s < 3 else plain(BRIGHT)

    pictures = shown(calming, 30.0, 9.0)
    assert np.array_equal(pictures[-1], plain(BRIGHT))
    steps = [float(np.abs(after - before).max()) for before, after in itertools.pairwise(pictures)]
    assert max(steps[45:]) < 0.1, "let go with a jump"
