"""The beach: its shore is the seed's own, waves come and go, sand dries, and touches leave foam."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.comfort.flashes import FlashMeter
from game.scenery.beach.coast import EYE, coast_of
from game.scenery.beach.meshes import BESIDE, SEA_COLUMNS, columns_across
from game.scenery.beach.running import reach
from game.scenery.beach.sheets import SIDE, sheets
from game.scenery.light import light_at
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.format.layers.beach import Beach
from worlds.format.layers.lighthouse import Lighthouse
from worlds.format.layers.sky import Sky
from worlds.format.world import About, World

if TYPE_CHECKING:
    from arcade.gl import Context

SHORE = slice(80, None)
"""Rows of a picture 144 high that lie below the horizon."""


def beach_world() -> World:
    return World(format=1, world=About(name="A beach"), layer=[Sky(kind="sky"), Beach(kind="beach")])


@pytest.fixture(scope="module")
def painter(ctx: Context) -> Painter:
    return Painter(ctx, beach_world())


def test_the_mesh_meets_the_waterline_it_is_given() -> None:
    rays = np.linspace(-1.8, 1.8, 41)
    for seed in range(30):
        coast = coast_of(np.random.default_rng(seed), 0.5, 0.5, 1.0, 1.0)
        z = coast.along(rays, 0.1)
        assert np.abs(coast.z(rays * z) + 0.1 - z).max() < 0.03
        assert (EYE / z < 0.5).mean() > 0.8  # most of it is on the screen


def test_a_seed_changes_the_shore() -> None:
    rays = np.linspace(-0.9, 0.9, 21)
    lines = [coast_of(np.random.default_rng(seed), 0.5, 0.5, 0.6, 1.0).along(rays, 0.0) for seed in range(6)]
    shapes = [line - line.mean() for line in lines]
    apart = [np.abs(a - b).max() for i, a in enumerate(shapes) for b in shapes[:i]]
    assert min(apart) > 0.02


def test_water_is_looked_for_as_far_up_as_it_runs() -> None:
    swash_s = 5.0, 6.4, 12.0

    def run(since_s: float, tall: float = 1.0) -> float:
        return reach((since_s, tall, 0.0, 0.5), 1.0, swash_s)

    assert run(-8.0) == 0.0 < run(2.0) < run(5.0) > run(9.0) > run(15.0) == 0.0
    assert run(5.0, 2.0) > run(5.0)
    assert reach((-8.0, 1.0, 0.0, 0.5, 5.0, 1.0, 0.0, 0.5), 1.0, swash_s) == run(5.0)


def test_sheets_repeat_without_a_seam() -> None:
    work = sheets(np.random.default_rng(1))
    while True:
        try:
            next(work)
        except StopIteration as done:
            made = done.value
            break
    for sheet in made.values():
        assert sheet.shape == (SIDE, SIDE, 4)
        smooth = sheet[..., :2].astype(float)
        inside = np.abs(np.diff(smooth, axis=0)).mean()
        assert np.abs(smooth[0] - smooth[-1]).mean() < 1.5 * inside


def test_nothing_below_the_horizon_is_left_bare(ctx: Context) -> None:
    for size_px in ((256, 144), (192, 144), (512, 144), (108, 192)):
        one = Painter(ctx, beach_world(), seed=3, size_px=size_px)
        frame = one.frame(12.0)
        below = slice(round(size_px[1] * (1 - one.scene.stage.horizon_ratio)) + 2, None)
        with_it, without = one.paint(frame), one.paint(frame, without=[1])
        assert (np.abs(with_it - without)[below].max(axis=2) > 1).mean() > 0.97, size_px


def test_columns_of_the_sea_hold_all_between_two_places() -> None:
    at = np.linspace(-BESIDE, 1 + BESIDE, SEA_COLUMNS)
    for low in range(0, 590, 7):
        for high in range(low + 1, 590, 13):
            first, count = columns_across(low / 589, high / 589)
            assert at[first] <= low / 589
            assert high / 589 <= at[first + count]


@pytest.mark.parametrize("hour", [0.0, 6.8])
def test_the_sea_has_no_gap_beside_the_path_of_light(ctx: Context, hour: float) -> None:
    for seed in (4, 7, 9):
        one = Painter(ctx, beach_world(), seed=seed, size_px=(256, 144))
        columns = one.paint(one.frame(hour))[70:78].astype(float).mean(axis=(0, 2))  # of the far sea
        assert np.abs(np.diff(columns)).max() < 30, seed


def test_a_wave_stands_and_breaks_white(painter: Painter) -> None:
    """Somewhere on the far sea is white water, at any time."""
    for t_s in (20.0, 23.0, 26.0, 29.0):
        sea = painter.paint(painter.frame(12.0, t_s))[72:100].astype(float)
        white = (sea.min(axis=2) > 170) & (np.ptp(sea, axis=2) < 40)
        assert 0.004 < white.mean() < 0.5, t_s


def test_sand_has_grain_pixel_by_pixel(painter: Painter) -> None:
    sand = painter.paint(painter.frame(12.0, 20.0))[-20:].astype(float).mean(axis=2)
    assert np.abs(np.diff(sand, axis=1)).mean() > 1.5
    assert sand.std() < 30  # grain, not blotches


def test_a_lamp_at_the_horizon_is_drawn_out_on_the_water(ctx: Context) -> None:
    layers = [Sky(kind="sky"), Lighthouse(kind="lighthouse", height_ratio=0.12), Beach(kind="beach")]
    one = Painter(ctx, World(format=1, world=About(name="A lamp"), layer=layers), size_px=(256, 144))
    frame = one.frame(0.0, 28.0)
    warm = one.paint(frame).astype(float) - one.paint(frame, without=[1]).astype(float)
    below = round(144 * (1 - one.scene.stage.horizon_ratio)) + 12
    assert warm[below : below + 12, :, 0].max() > 12
    assert warm[-30:].max() < 8  # wet sand may still mirror a little


def test_waves_run_up_and_back(painter: Painter) -> None:
    pictures = [
        painter.paint(painter.frame(12.0, 20.0 + n))[SHORE].astype(float).mean(axis=2) for n in range(0, 18, 2)
    ]
    spread = np.ptp(np.stack(pictures), axis=0)
    assert (spread > 20).mean() > 0.25


def test_a_stilled_beach_keeps_still(painter: Painter) -> None:
    early, late = (painter.paint(painter.frame(12.0, t_s, stilled=True)) for t_s in (20.0, 4000.0))
    assert np.array_equal(early, late)


def test_a_touch_leaves_a_circle_of_foam_that_goes_again(painter: Painter) -> None:
    touches = TouchEvent("press", 0.5, 0.25, 20.0), TouchEvent("release", 0.5, 0.25, 20.1)

    def difference(t_s: float) -> float:
        plain = painter.frame(12.0, t_s)
        touched = painter.frame(12.0, t_s, touches=touches)
        return changed(painter.paint(touched), painter.paint(plain))

    assert difference(20.0) == 0.0
    assert 0.005 < difference(22.0) < 0.2
    assert difference(28.0) == 0.0


def test_a_storm_of_touches_stays_calm(painter: Painter) -> None:
    chance = np.random.default_rng(5)
    touches = tuple(
        TouchEvent("press", float(x), float(y) * 0.5, 20 + n / 20, stroke=n)
        for n, (x, y) in enumerate(chance.random((80, 2)))
    )
    meter = FlashMeter(30)
    for n in range(120):
        meter.see(painter.paint(painter.frame(12.0, 20 + n / 30, touches=touches)).astype(np.uint8))
    assert meter.calm


def test_the_light_is_obeyed(painter: Painter) -> None:
    noon, dusk, night = (painter.paint(painter.frame(hour))[SHORE].mean(axis=(0, 1)) for hour in (12.0, 18.5, 0.0))
    assert noon.sum() > dusk.sum() > night.sum() > 20
    assert dusk[0] / dusk[2] > noon[0] / noon[2] > night[0] / night[2]


def test_light_runs_down_the_water_under_the_moon(painter: Painter) -> None:
    light = light_at(painter.world.light, 0.0, painter.seed)
    sea = painter.paint(painter.frame(0.0))[76:100].astype(float).sum(axis=(0, 2))
    column = round(light.moon_x * len(sea))
    assert sea[column - 6 : column + 6].mean() > 1.2 * np.median(sea)
