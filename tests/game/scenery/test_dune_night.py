"""Dune Night: how dunes are shaped, what light and wind and hands make of them, the Milky Way, the camp."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.scenery.desert.camp import site_of
from game.scenery.desert.grooves import pieces
from game.scenery.desert.layout import wind_and_dunes
from game.scenery.desert.lie import Desert
from game.scenery.desert.sand import BOW, FIELDS, HALF, HEIGHT, REACH, SWAY, TURNS, WIND_X, heap
from game.scenery.desert.streams import veils
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world
from worlds.seeds import generator
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

NIGHT = 23.5


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("dune_night")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def of(world: World, *kinds: str) -> list[int]:
    return [i for i, model in enumerate(world.layers) if kind_of(type(model)) in kinds]


def but(world: World, *kinds: str) -> list[int]:
    return [i for i in range(len(world.layers)) if i not in of(world, *kinds)]


def finished(work: Generator[None, None, NDArray[np.float32]]) -> NDArray[np.float32]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: NDArray[np.float32] = end.value
            return made


def straight_dune() -> NDArray[np.float64]:
    """One whose crest is a line along Z, its wind to the right."""
    dune = np.zeros(FIELDS)
    dune[[WIND_X, HALF, HEIGHT, TURNS, REACH]] = 1.0, 80.0, 20.0, 0.02, 96.0
    dune[[SWAY, BOW]] = 0.0
    return dune


def drag(until_s: float) -> list[TouchEvent]:
    moves = [TouchEvent("move", 0.30 + 0.01 * i, 0.12, until_s - 1.0 + 0.025 * i, 1) for i in range(1, 41)]
    return [TouchEvent("press", 0.30, 0.12, until_s - 1.0, 1), *moves, TouchEvent("release", 0.7, 0.12, until_s, 1)]


def test_a_dune_rises_gently_before_its_crest_and_falls_behind_it_as_sand_rests() -> None:
    x = np.linspace(-120, 60, 1801)
    high = heap(straight_dune(), x, np.zeros_like(x))
    slope_deg = np.degrees(np.arctan(np.gradient(high, x)))
    assert high[x < -97].max() == 0.0
    assert 10 < slope_deg.max() < 18
    assert 32 < -slope_deg.min() < 34
    assert 9 < np.degrees(np.arctan(high.max() / 96)) < 15


def test_a_dune_runs_out_softly_at_both_ends() -> None:
    z = np.linspace(-100, 100, 401)
    high = heap(straight_dune(), np.zeros_like(z), z)
    assert high[np.abs(z) >= 80].max() < 0.01
    assert np.abs(np.gradient(high, z)).max() < 0.6


def test_dunes_far_off_are_higher_than_those_nearby() -> None:
    for seed in range(8):
        dunes = wind_and_dunes(generator(seed, "desert"), 1.0, 1.0)
        near, far = dunes[dunes[:, 1] < 130], dunes[dunes[:, 1] > 500]
        assert near[:, HEIGHT].mean() < far[:, HEIGHT].mean()


def test_the_camp_stands_in_sight_on_level_ground(ctx: Context, world: World) -> None:
    for seed in (1, 2, 3):
        desert = Desert(Painter(ctx, world, seed).scene.stage)
        site = site_of(desert, generator(seed, "camp"))
        at = np.array([site.x_m]), np.array([site.z_m])
        assert desert.seen(*at)[0]
        steep = (desert.height(at[0] + 2, at[1]) - desert.height(at[0] - 2, at[1])) / 4
        assert abs(float(steep[0])) < 0.3


def test_sand_streams_off_the_crests_with_the_wind(painter: Painter, world: World) -> None:
    others = but(world, "sky", "dunes")
    windy = Signals(wind=0.9)
    now, later = (painter.paint(painter.frame(12.5, t_s=t, signals=windy), others) for t in (20.0, 23.0))
    assert 0.004 < changed(now[40:], later[40:]) < 0.5
    still = [painter.paint(painter.frame(12.5, t_s=t, stilled=True), others) for t in (20.0, 300.0)]
    assert changed(still[0], still[1]) == 0.0


def test_streams_stay_within_the_net_of_their_dune(painter: Painter) -> None:
    corners = finished(veils(Desert(painter.scene.stage)))
    assert len(corners) % 3 == 0
    assert len(corners) > 300
    assert np.isfinite(corners).all()
    assert ((corners[:, 3] >= -1) & (corners[:, 3] <= 1)).all()


def test_a_furrow_is_light_on_one_side_and_dark_on_the_other(painter: Painter, world: World) -> None:
    others = but(world, "sky", "dunes")
    plain = painter.paint(painter.frame(NIGHT), others)
    drawn = painter.paint(painter.frame(NIGHT, touches=drag(20.0)), others)
    change = (drawn - plain).mean(axis=2)[110:140, 60:200]
    assert (change > 6).mean() > 0.01
    assert (change < -6).mean() > 0.01
    assert changed(plain[:60], drawn[:60]) == 0.0


def test_a_furrow_fills_by_half_in_a_minute_and_then_wholly(painter: Painter, world: World) -> None:
    others = [*but(world, "sky", "dunes")]
    plain = painter.paint(painter.frame(NIGHT, t_s=400.0, stilled=True), others)
    depths = []
    for age_s in (0.5, 60.0, 119.0, 125.0):
        drawn = painter.paint(painter.frame(NIGHT, t_s=400.0, stilled=True, touches=drag(400.0 - age_s)), others)
        depths.append(np.abs(drawn - plain).mean())
    assert depths[0] > 0.2
    assert 0.35 < depths[1] / depths[0] < 0.75
    assert depths[2] < 0.12 * depths[0]
    assert depths[3] == 0.0


def test_grooves_join_short_moves_and_part_strokes() -> None:
    touches = [
        TouchEvent("press", 0.2, 0.2, 1.0, 1),
        TouchEvent("move", 0.2005, 0.2, 1.1, 1),
        TouchEvent("move", 0.25, 0.2, 1.2, 1),
        TouchEvent("press", 0.8, 0.2, 2.0, 2),
    ]
    rows = pieces(touches, 3.0, 60.0, 1.78)
    assert len(rows) == 3
    np.testing.assert_allclose(rows[1][:4], [0.2, 0.2, 0.25, 0.2], atol=1e-6)
    assert len(pieces(touches, 63.0, 60.0, 1.78)) == 0


def test_the_milky_way_is_seen_at_night_and_turns(painter: Painter, world: World) -> None:
    behind = but(world, "sky", "milky_way")
    bare = but(world, "sky")
    night = painter.frame(NIGHT)
    assert changed(painter.paint(night, bare)[:80], painter.paint(night, behind)[:80], by=8) > 0.2
    noon = painter.frame(12.5)
    assert changed(painter.paint(noon, bare), painter.paint(noon, behind)) == 0.0
    later = painter.paint(painter.frame(NIGHT, t_s=1200.0), behind)
    assert changed(painter.paint(night, behind)[:80], later[:80], by=8) > 0.05


def test_the_camp_is_the_only_warm_thing_at_night(painter: Painter, world: World) -> None:
    ground = painter.paint(painter.frame(NIGHT), of(world, "camp", "flames", "milky_way", "stars"))[90:]
    assert ground[..., 2].mean() > 1.2 * ground[..., 0].mean()
    warm = painter.paint(painter.frame(NIGHT))[90:]
    assert ((warm[..., 0] - warm[..., 2]) > 40).any()


def test_another_seed_is_another_desert(ctx: Context, world: World, painter: Painter) -> None:
    other = Painter(ctx, world, seed=4)
    assert changed(painter.paint(painter.frame(7.0)), other.paint(other.frame(7.0)), by=12) > 0.25
