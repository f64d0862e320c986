"""High Meadow: grass that wind and hands bend, flowers in drifts, heaped clouds, seeds, and the pasture behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.scenery.alp.hills import hills
from game.scenery.heaped.cloud import BASE, HEIGHT_PX, WIDTH_PX, cloud
from game.scenery.meadow.heads import HEADS, flower
from game.scenery.meadow.weather import HANDS, pushes
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


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("high_meadow")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def without(world: World, *kinds: str) -> list[int]:
    return [i for i, model in enumerate(world.layers) if kind_of(type(model)) in kinds]


def grown(seed: int) -> NDArray[np.uint8]:
    work = cloud(generator(seed, "cloud"))
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def drag(y: float, until_s: float) -> list[TouchEvent]:
    moves = [TouchEvent("move", 0.3 + 0.05 * i, y, until_s - 1.6 + 0.2 * i, 1) for i in range(1, 9)]
    return [TouchEvent("press", 0.3, y, until_s - 1.6, 1), *moves, TouchEvent("release", 0.7, y, until_s, 1)]


def test_the_ground_is_covered_from_the_bottom_edge_to_the_crest(painter: Painter, world: World) -> None:
    frame = painter.frame(hour=12.5)
    bare = painter.paint(frame, without(world, "grass", "flowers", "seeds"))
    full = painter.paint(frame, without(world, "flowers", "seeds"))
    changed_rows = (np.abs(full - bare).max(axis=2) > 3).mean(axis=1)
    assert (changed_rows[-45:] == 1.0).all()


def test_wind_runs_through_the_grass(painter: Painter, world: World) -> None:
    only = without(world, "sky", "stars", "moon", "cumulus", "ridges", "pasture", "flowers", "seeds")
    windy = Signals(wind=0.9)
    now, later = (painter.paint(painter.frame(hour=12.5, t_s=t, signals=windy), only) for t in (20.0, 26.0))
    assert changed(now[80:], later[80:]) > 0.15


def test_stilled_nothing_moves(painter: Painter) -> None:
    now, later = (painter.paint(painter.frame(hour=12.5, t_s=t, stilled=True)) for t in (20.0, 300.0))
    assert changed(now, later) == 0.0


def test_a_hand_drawn_through_the_grass_bends_it_there_and_lets_go(painter: Painter, world: World) -> None:
    away = without(world, "seeds")
    plain = painter.paint(painter.frame(hour=12.5), away)
    brushed = painter.paint(painter.frame(hour=12.5, touches=drag(0.25, 20.0)), away)
    assert changed(plain, brushed) > 0.03
    assert changed(plain[:60], brushed[:60]) == 0.0
    long_ago = painter.paint(painter.frame(hour=12.5, touches=drag(0.25, 20.0 - HANDS.life_s - 0.1)), away)
    assert changed(plain, long_ago) == 0.0


def test_a_hand_comes_and_goes_softly() -> None:
    ages = np.linspace(0, HANDS.life_s, 200)
    felt = np.stack([np.full(200, 0.5), np.full(200, 0.3), ages, np.ones(200)], axis=1).astype(np.float32)
    push = np.array([pushes(one[None], 1.778)[0, 2] for one in felt])
    assert push[0] == 0.0
    assert push[-1] < 0.01
    assert push.max() > 0.4
    assert np.abs(np.diff(push)).max() < 0.08


def test_many_hands_push_less_each() -> None:
    one = np.array([[0.5, 0.3, 0.9, 1.0]], np.float32)
    alone, among = pushes(one, 1.778)[0, 2], pushes(np.repeat(one, 10, axis=0), 1.778)[:, 2]
    assert among.max() < 0.6 * alone
    assert among.sum() > alone


def test_a_touch_blows_seeds_into_the_air(painter: Painter, world: World) -> None:
    others = [i for i in range(len(world.layers)) if i not in without(world, "sky", "seeds")]
    plain = painter.paint(painter.frame(hour=12.5), others)
    press = [TouchEvent("press", 0.5, 0.8, 17.0, 1)]
    blown = painter.paint(painter.frame(hour=12.5, touches=press), others)
    assert 0.001 < changed(plain, blown) < 0.06
    old = [TouchEvent("press", 0.5, 0.8, 1.0, 1), TouchEvent("release", 0.5, 0.8, 1.1, 1)]
    assert changed(plain, painter.paint(painter.frame(hour=12.5, touches=old), others)) == 0.0


def test_another_seed_is_another_place(ctx: Context, world: World, painter: Painter) -> None:
    other = Painter(ctx, world, seed=4)
    assert changed(painter.paint(painter.frame(hour=12.5)), other.paint(other.frame(hour=12.5)), by=12) > 0.4


def test_windows_are_lit_at_night(ctx: Context, world: World) -> None:
    painter = Painter(ctx, world)
    others = [i for i in range(len(world.layers)) if i not in without(world, "sky", "pasture")]
    night = painter.paint(painter.frame(hour=23.5), others)
    assert (night[..., 0] - night[..., 2]).max() > 20


@pytest.mark.parametrize("species", sorted(HEADS))
def test_flowers_of_a_species_differ_in_pose_and_stand_in_their_cell(species: str) -> None:
    poses = [np.concatenate(flower(species, generator(seed, "flower"))) for seed in range(6)]
    heads = np.array([[one[..., 0].mean(), np.ptp(one[..., 0]), one[..., 1].max()] for one in poses])
    assert (np.ptp(heads, axis=0) > 0.01).all()
    for one in poses:
        assert one[..., 1].min() > -0.02
        assert np.abs(one[..., 0]).max() < 0.6
        assert (one[..., 2:].sum(axis=-1) < 1.05).all()


def test_a_cloud_is_flat_beneath_and_heaped_above() -> None:
    for seed in range(3):
        picture = grown(seed)
        assert picture.shape == (HEIGHT_PX, WIDTH_PX, 4)
        cover = picture[..., 3] > 128
        assert not cover[: int(HEIGHT_PX * (BASE - 0.1))].any()
        columns = cover.any(axis=0)
        tops = HEIGHT_PX - np.argmax(cover[::-1], axis=0)[columns]
        feet = np.argmax(cover, axis=0)[columns]
        assert np.std(tops) > 2 * np.std(feet)
        assert not cover[:, 0].any()
        assert not cover[:, -1].any()


def test_clouds_of_other_seeds_are_other_clouds() -> None:
    assert (np.abs(grown(1).astype(int) - grown(2)).max(axis=2) > 40).mean() > 0.1


def test_the_farthest_hill_meets_the_mountains_everywhere_and_each_seed_has_other_hills() -> None:
    ranges = [hills(generator(seed, "hills"), 3, 2.0, 0.5, 0.1, 0.19, 1.0) for seed in range(10)]
    for found in ranges:
        assert found[0].y.min() > 0.5
        assert [hill.far for hill in found] == sorted((hill.far for hill in found), reverse=True)
        assert all(hill.y.min() > hill.foot for hill in found)
    assert np.std([found[1].top(1.0) for found in ranges]) > 0.004
