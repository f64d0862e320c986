"""Lantern River: a town that each seed builds anew, its lanterns, its mirror and its willow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.growing.willow import willow
from game.scenery.layers.lanterns import FAR_EYES, LanternsLayer, open_water
from game.scenery.layers.riverside import RiversideLayer
from game.scenery.lean import MARGIN
from game.scenery.releases import APART_S, LIFE_S, MOST, releases
from game.scenery.riverside.houses import row_of_houses
from game.scenery.riverside.lit import cells
from game.scenery.riverside.mesh import Mesh
from game.scenery.riverside.plan import FAR_M, Plan, plan
from game.scenery.riverside.town import Town, town
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world
from worlds.seeds import generator

if TYPE_CHECKING:
    from arcade.gl import Context

SHAPES = (0.5625, 1.333, 1.778, 2.333, 3.556)


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("lantern_river")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def planned(seed: int, aspect: float = 1.778) -> Plan:
    return plan(aspect, 0.39, generator(seed, "plan"))


def built(seed: int, aspect: float = 1.778) -> Town:
    work = town(planned(seed, aspect), generator(seed, "town"))
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def kinds(world: World) -> list[str]:
    return [kind_of(type(model)) for model in world.layers]


@pytest.mark.parametrize("aspect", SHAPES)
def test_water_lies_open_in_the_middle_of_every_shape(aspect: float) -> None:
    for seed in range(6):
        table = open_water(built(seed, aspect).shore, 0.39)[0]
        middle = table[len(table) // 8]
        assert middle[1] - middle[0] > 0.05
        assert table.min() >= -MARGIN
        assert table.max() <= 1 + MARGIN


def test_lanterns_keep_off_what_stands_in_the_water() -> None:
    shore = np.full(200, -0.3)
    shore[80:120] = -0.01
    left, right = open_water(shore, 0.4)[0, 10]
    across = np.linspace(-MARGIN, 1 + MARGIN, 200)
    assert across[79] < left < right < across[120]
    assert FAR_EYES > 1


def test_a_seed_has_its_own_river_and_its_own_houses() -> None:
    plans = [planned(seed) for seed in range(8)]
    assert np.ptp([p.half_m for p in plans]) > 1.0
    assert np.ptp([p.bridge_m for p in plans]) > 6.0
    rows = [list(row_of_houses(p, -1, generator(seed, "row"))) for seed, p in enumerate(plans)]
    assert len({tuple(round(house.far_m, 1) for house in row[:3]) for row in rows}) == 8
    assert {house.storeys for row in rows for house in row} >= {1, 2}
    assert {house.across for row in rows for house in row} == {True, False}


def test_houses_leave_the_bridge_its_street_and_stand_behind_the_quay() -> None:
    for seed in range(6):
        here = planned(seed)
        for side in (-1, 1):
            for house in row_of_houses(here, side, generator(seed, "row", side)):
                assert not house.near_m < here.bridge_m + 1.0 < house.far_m
                assert side * house.front_m > side * here.bank_at(side, (house.near_m + house.far_m) / 2)
                assert house.far_m < FAR_M


def test_no_house_comes_into_the_picture_by_its_eaves_alone() -> None:
    for seed in range(12):
        where = planned(seed)
        for side in (-1, 1):
            for house in row_of_houses(where, side, generator(seed, f"row {side}")):
                u, _ = where.on_screen(np.array(house.front_m), np.array(0.0), np.array(house.far_m))
                assert (u if side < 0 else 1.0 - u) > 0.0


def test_every_face_looks_towards_the_eye() -> None:
    mesh = Mesh(3.0)
    mesh.box("wood", (1.0, 0.0, 5.0), (2.0, 1.0, 6.0))
    rows = mesh.surface("wood")
    away = rows[:, :3] - np.array([0.0, 3.0, 0.0])
    front = np.einsum("ij,ij->i", rows[:, 3:6], away)
    assert (front[:6] < 0).all()


def test_seeds_have_bridges_of_stone_and_of_wood_and_most_a_pagoda() -> None:
    towns = [built(seed) for seed in range(10)]
    assert 2 <= sum("arch" in t.surfaces for t in towns) <= 9
    assert any("lacquer" in t.surfaces for t in towns)
    assert 5 <= sum("pagoda" in t.surfaces for t in towns) <= 10


def test_cells_are_whole_only_where_all_is_covered() -> None:
    coverage = np.zeros((96, 96), np.uint8)
    coverage[:60] = 255
    some, whole = cells(coverage)
    assert some[0].all()
    assert whole[0].all()
    assert some[2].all()
    assert not whole[2].any()
    assert not some[3].any()


def test_a_release_is_one_lantern_that_rises_and_is_gone() -> None:
    press = [TouchEvent("press", 0.4, 0.3, 10.0, 1), TouchEvent("release", 0.4, 0.3, 10.1, 1)]
    assert len(releases(press, 9.0)) == 0
    assert releases(press, 15.0)[0, :3] == pytest.approx([0.4, 0.3, 5.0])
    assert len(releases(press, 10.0 + LIFE_S + 0.1)) == 0


def test_a_storm_of_touches_releases_no_more_than_calm_allows() -> None:
    storm = [TouchEvent("press", 0.5, 0.5, n / 20, n) for n in range(2000)]
    alive = releases(storm, 100.0)
    assert len(alive) <= MOST
    assert np.diff(-alive[:, 2]).min() >= APART_S - 1e-4


def test_what_came_long_before_does_not_decide_what_is_released_now() -> None:
    late = [TouchEvent("press", 0.5, 0.5, 500.0 + 2 * n, n) for n in range(5)]
    early = [TouchEvent("press", 0.1, 0.2, float(n), 100 + n) for n in range(9)]
    assert np.array_equal(releases(late, 512.0), releases([*early, *late], 512.0))


def test_a_touch_is_answered_by_a_lantern_and_its_image_in_the_water(painter: Painter) -> None:
    press = [TouchEvent("press", 0.5, 0.62, 20.0, 1), TouchEvent("release", 0.5, 0.62, 20.1, 1)]
    before = painter.paint(painter.frame(22.0, 26.0))
    after = painter.paint(painter.frame(22.0, 26.0, touches=press))
    assert changed(before[:88], after[:88]) > 0.002
    assert changed(before[88:], after[88:]) > 0.0005


def test_every_layer_is_seen_at_some_hour(world: World, ctx: Context) -> None:
    painters = [Painter(ctx, world, seed) for seed in (2, 3)]
    moments = [(one, one.frame(hour, 150.0)) for one in painters for hour in (12.0, 23.0)]
    whole = [one.paint(frame) for one, frame in moments]
    for i, model in enumerate(world.layers):
        seen = max(
            changed(all_, one.paint(frame, without=[i])) for (one, frame), all_ in zip(moments, whole, strict=True)
        )
        assert seen > 0.0004, kind_of(type(model))


def test_water_mirrors_the_town_lit_as_it_is(painter: Painter, world: World) -> None:
    at = kinds(world).index("riverside")
    frame = painter.frame(22.0)
    town_layer = painter.scene.layers[at]
    assert isinstance(town_layer, RiversideLayer)
    with_image = painter.paint(frame, without=[at])
    image, town_layer._image = town_layer._image, None
    without = painter.paint(frame, without=[at])
    town_layer._image = image
    assert changed(with_image[88:], without[88:]) > 0.15
    assert changed(with_image[:80], without[:80]) == 0.0


def test_the_town_is_lit_anew_only_when_the_light_has_changed(painter: Painter, world: World) -> None:
    town_layer = painter.scene.layers[kinds(world).index("riverside")]
    assert isinstance(town_layer, RiversideLayer)
    before, after, later = (dict(town_layer._looks(painter.frame(h, t))) for h, t in ((22, 20), (22, 21), (19, 22)))
    assert before == after
    assert before != later


def test_lamps_are_lit_at_night_alone(painter: Painter) -> None:
    night, noon = painter.paint(painter.frame(23.0)), painter.paint(painter.frame(12.5))
    assert ((night[..., 0] - night[..., 2]) > 60).mean() > 0.02
    assert noon.mean() > 1.5 * night.mean()


@pytest.mark.parametrize("hour", [19.2, 23.0])
def test_lanterns_afloat_burn_with_a_heart_near_white(painter: Painter, world: World, hour: float) -> None:
    afloat = [i for i, model in enumerate(world.layers) if getattr(model, "where", "") == "water"]
    frame = painter.frame(hour, 150.0)
    lit, dark = (painter.paint(frame, without=gone)[88:].astype(int) for gone in ([], afloat))
    burning = lit[(lit - dark).sum(axis=-1) > 60]
    assert np.percentile(burning[:, 0], 90) > 225
    assert np.percentile(burning[:, 1], 90) > 175


def test_lanterns_in_the_air_are_of_every_size(painter: Painter) -> None:
    rising = [one for one in painter.scene.layers if getattr(one.model, "where", "") == "air"]
    near = np.concatenate([one._rows[:, 2] for one in rising if isinstance(one, LanternsLayer)])
    assert (np.histogram(near, bins=8, range=(0, 1))[0] > 0.02 * len(near)).all()


def test_same_frame_same_pixels_and_stilled_keeps_still(ctx: Context, world: World, painter: Painter) -> None:
    frame = painter.frame(21.6, 33.0)
    assert np.array_equal(painter.paint(frame), Painter(ctx, world).paint(frame))
    early = painter.paint(painter.frame(21.6, 20.0, stilled=True))
    assert np.array_equal(early, painter.paint(painter.frame(21.6, 4000.0, stilled=True)))


def test_seeds_make_other_towns(ctx: Context, world: World) -> None:
    pictures = []
    for seed in (1, 2, 3):
        one = Painter(ctx, world, seed)
        pictures.append(one.paint(one.frame(12.0)))
    for a, b in ((0, 1), (0, 2), (1, 2)):
        assert changed(pictures[a], pictures[b], by=24) > 0.25
        assert changed(pictures[a], pictures[b][:, ::-1], by=24) > 0.25


@pytest.mark.parametrize("size_px", [(144, 256), (192, 144), (448, 126)])
def test_no_bare_edge_in_any_shape(ctx: Context, world: World, size_px: tuple[int, int]) -> None:
    one = Painter(ctx, world, 5, size_px)
    for lean in ((-1.0, 0.0), (1.0, 0.0)):
        picture = one.paint(one.frame(12.5, 20.0, lean=lean))
        below = picture[int(picture.shape[0] * 0.7) :]
        assert below[:, :2].mean() > 20
        assert below[:, -2:].mean() > 20


@pytest.mark.parametrize("seed", range(4))
def test_willow_strands_hang_from_the_bough(seed: int) -> None:
    parts = list(willow(generator(seed, "willow"), (0.0, 0.9), 0.6, 0.4, 0.5))
    corners = np.concatenate(parts)[..., :2]
    assert np.isfinite(corners).all()
    assert corners[..., 1].min() < 0.72
    assert 0.25 < corners[..., 0].max() < 0.9
