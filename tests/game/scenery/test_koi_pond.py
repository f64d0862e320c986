"""A pond from above: what lies in it, how its koi go, what floats on it; and all of it painted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.layers.pond import dawn
from game.scenery.pool.bank import bank
from game.scenery.pool.bodies import POINTS, spines, times
from game.scenery.pool.coats import coats
from game.scenery.pool.drops import DROPS, DRY, rain, rings
from game.scenery.pool.feeding import EVERY_S, LIFE_S, drawn, feeds, turned
from game.scenery.pool.floating import PADS, PETAL, Plan, floating
from game.scenery.pool.school import School
from game.scenery.pool.stones import bed_stones
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.world import World
from worlds.reading import read_world
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

SHAPES = (0.5625, 1.333, 1.778, 2.333, 3.556)
PLAN = Plan(amount_ratio=0.5, radius=0.095, flowers=3, petals=18)
NONE = np.zeros((0, 4))
TAP = (TouchEvent("press", 0.5, 0.5, 100.0, 1), TouchEvent("release", 0.5, 0.5, 100.1, 1))


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("koi_pond")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def school(seed: int = 1, aspect: float = 1.778) -> School:
    return School(chance(seed), 8, aspect, 0.25)


class TestStones:
    @pytest.mark.parametrize("aspect", SHAPES)
    def test_the_bed_is_covered_to_its_edges(self, aspect: float) -> None:
        stones = bed_stones(chance(), aspect, 0.5)
        counts, _, _ = np.histogram2d(
            stones[:, 0], stones[:, 1], bins=(max(round(6 * aspect), 3), 6), range=((0, aspect), (0, 1))
        )
        assert counts.min() > 5

    def test_stones_are_of_very_different_sizes(self) -> None:
        size = bed_stones(chance(), 1.778, 0.5)[:, 2]
        assert size.max() > 8 * np.median(size)

    def test_without_boulders_none_is_large(self) -> None:
        assert bed_stones(chance(), 1.778, 0.0)[:, 2].max() < 0.1


class TestSchool:
    @pytest.mark.parametrize("aspect", SHAPES)
    @pytest.mark.parametrize("seed", range(4))
    def test_most_are_in_the_picture_at_any_time(self, seed: int, aspect: float) -> None:
        at = school(seed, aspect).positions(np.linspace(0, 1200, 400), NONE)
        inside = (at[..., 0] > 0) & (at[..., 0] < aspect) & (at[..., 1] > 0) & (at[..., 1] < 1)
        assert inside.mean() > 0.85
        assert inside.sum(axis=0).min() >= 3

    @pytest.mark.parametrize("aspect", SHAPES)
    @pytest.mark.parametrize("seed", range(4))
    def test_the_middle_is_seldom_empty(self, seed: int, aspect: float) -> None:
        at = school(seed, aspect).positions(np.linspace(0, 2000, 400), NONE)
        middle = (np.abs(at / [aspect, 1.0] - 0.5) < 1 / 6).all(axis=-1)
        assert middle.any(axis=0).mean() > 0.76

    def test_none_is_ever_quick_or_jumps(self) -> None:
        times_s = np.arange(0, 900, 0.1)
        speed = np.linalg.norm(np.diff(school().positions(times_s, NONE), axis=1), axis=-1) / 0.1
        assert speed.max() < 0.20
        assert 0.01 < np.median(speed) < 0.05

    def test_those_of_a_school_turn_together(self) -> None:
        at = school(3).positions(np.arange(0, 600, 1.0), NONE)
        way = np.diff(at, axis=1)
        way /= np.linalg.norm(way, axis=-1, keepdims=True)
        alike = (way[:, None] * way[None]).sum(axis=-1).mean(axis=-1)
        assert np.sort(alike[np.triu_indices(8, 1)])[-4:].min() > 0.45

    def test_two_are_hardly_ever_one_upon_the_other(self) -> None:
        at = school().positions(np.arange(0, 1800, 1.0), NONE)
        apart = np.linalg.norm(at[:, None] - at[None], axis=-1)[np.triu_indices(8, 1)]
        assert (apart < 0.04).mean() < 0.02

    def test_koi_come_to_where_they_are_fed_and_go_again(self) -> None:
        fed, pond = feeds(TAP, 130.0, 40.0), school()
        times_s = np.array([100.0, 107.0, 130.0])
        with_food, without = pond.positions(times_s, fed), pond.positions(times_s, NONE)
        away = np.linalg.norm(with_food - np.array([0.889, 0.5]), axis=-1)
        assert np.median(away[:, 1]) < 0.6 * np.median(away[:, 0])
        assert with_food[:, 0] == pytest.approx(without[:, 0], abs=1e-9)
        assert with_food[:, 2] == pytest.approx(without[:, 2], abs=1e-6)

    def test_koi_come_without_a_jump_in_a_storm_of_touches(self) -> None:
        storm = [TouchEvent("press", (i * 0.37) % 1, (i * 0.73) % 1, 100 + i / 20, i) for i in range(400)]
        pond, step_s = school(), 0.1
        for t_s in np.arange(100.0, 140.0, 0.7):
            here = pond.positions(np.array([t_s]), feeds(storm, t_s, 17.0))
            soon = pond.positions(np.array([t_s + step_s]), feeds(storm, t_s + step_s, 17.0))
            assert np.linalg.norm(soon - here, axis=-1).max() < 0.07


class TestFeeding:
    def test_a_place_draws_koi_softly_and_is_forgotten(self) -> None:
        ages = np.linspace(-1, LIFE_S + 1, 500)
        found = drawn(ages)
        assert found[0] == found[-1] == 0.0
        assert found.max() > 0.98
        assert np.abs(np.diff(found)).max() < 0.02

    def test_a_turn_round_the_food_is_a_whole_one(self) -> None:
        assert turned(np.array([LIFE_S, LIFE_S + 9])) == pytest.approx(2 * np.pi)

    def test_quick_touches_feed_no_more_than_slow_ones(self) -> None:
        storm = [TouchEvent("press", 0.5, 0.5, i / 20, i) for i in range(400)]
        assert len(feeds(storm, 20.0, 0.0)) <= LIFE_S / EVERY_S + 1

    def test_what_is_to_come_feeds_nobody(self) -> None:
        assert len(feeds(TAP, 99.0, 17.0)) == 0


class TestBodies:
    def test_a_body_has_its_length_and_lies_along_its_way(self) -> None:
        pond = school()
        way = pond.positions(times(50.0), NONE)
        line = spines(way, pond.length, np.full((8, 3), 0.5), 50.0)
        assert line.shape == (8, POINTS, 4)
        length = np.linalg.norm(np.diff(line[..., :2], axis=1), axis=-1).sum(axis=1) / pond.length
        assert (length > 1.3).all()
        assert (length < 1.6).all()
        assert np.linalg.norm(line[:, 1, :2] - way[:, 0], axis=-1).max() < 0.04

    def test_no_body_folds(self) -> None:
        pond = school()
        for t_s in range(0, 600, 7):
            line = spines(pond.positions(times(t_s), NONE), pond.length, np.full((8, 3), 0.5), t_s)[..., :2]
            way = np.diff(line, axis=1)
            way /= np.linalg.norm(way, axis=-1, keepdims=True)
            assert (way[:, 1:] * way[:, :-1]).sum(axis=-1).min() > 0.5

    def test_coats_differ(self) -> None:
        found = coats(chance(), 8)
        assert len({coat.number for coat in found}) >= 6
        assert found != coats(chance(2), 8)


class TestFloating:
    @pytest.mark.parametrize("aspect", SHAPES)
    @pytest.mark.parametrize("seed", range(4))
    def test_pads_leave_the_middle_to_the_koi(self, seed: int, aspect: float) -> None:
        rows = floating(chance(seed), PLAN, aspect)
        pads = rows[rows[:, 4] < PADS]
        assert len(pads) >= 4
        area = (np.pi * pads[:, 2] ** 2).sum() / aspect
        assert area < 0.45
        off = (rows[:, 4] >= PADS) & (rows[:, 4] < PETAL)
        assert off.sum() <= 3
        assert ((rows[off, 0] > 0) & (rows[off, 0] < aspect)).all()

    def test_a_seed_has_its_own(self) -> None:
        assert floating(chance(1), PLAN, 1.778).shape != floating(chance(2), PLAN, 1.778).shape


class TestBank:
    @pytest.mark.parametrize("aspect", SHAPES)
    @pytest.mark.parametrize("seed", range(4))
    def test_it_keeps_to_its_corner_and_leaves_no_gap_there(self, seed: int, aspect: float) -> None:
        found = bank(chance(seed), aspect, 0.26, 0.6)
        x, y, radius = found.stones[:, :3].T
        assert (x + radius < found.size[0]).all()
        assert (y + radius < found.size[1]).all()
        assert x.max() < 0.85 * aspect + 0.1
        assert (np.hypot(x, y) < radius + 0.01).any()
        assert 0 < found.lantern[0] < aspect / 2

    def test_a_seed_has_its_own_and_moss_as_asked(self) -> None:
        assert bank(chance(1), 1.778, 0.26, 0.6).size != bank(chance(2), 1.778, 0.26, 0.6).size
        bare, grown = ((bank(chance(1), 1.778, 0.26, moss).stones[-9:, 6] < 0.23).mean() for moss in (0.0, 1.0))
        assert bare < 0.3
        assert grown == 1.0


class TestRings:
    def test_no_rain_no_rings_and_more_with_more(self) -> None:
        home = chance().random((DROPS, 4))
        assert len(rain(home, DRY, 5.0, 1.8)) == 0
        assert 0 < len(rain(home, 0.55, 5.0, 1.8)) < len(rain(home, 1.0, 5.0, 1.8))

    def test_a_touch_makes_one_where_it_is(self) -> None:
        assert rings(TAP, 101.0, 2.0)[0, :3].tolist() == pytest.approx([1.0, 0.5, 1.0])


class TestPainted:
    def test_a_touch_is_seen_and_draws_the_koi(self, painter: Painter) -> None:
        still = painter.paint(painter.frame(12.0, 101.0))
        ring = painter.paint(painter.frame(12.0, 101.0, touches=TAP))
        assert changed(still, ring) > 0.005
        later, fed = (painter.paint(painter.frame(12.0, 107.0, touches=touches)) for touches in ((), TAP))
        assert changed(later, fed, 12) > 0.03

    def test_stilled_nothing_moves(self, painter: Painter) -> None:
        one, two = (painter.paint(painter.frame(12.0, t_s, stilled=True)) for t_s in (20.0, 60.0))
        assert changed(one, two) == 0.0

    def test_it_moves(self, painter: Painter) -> None:
        assert (
            changed(painter.paint(painter.frame(12.0, 20.0)), painter.paint(painter.frame(12.0, 26.0)), 12) > 0.02
        )

    def test_rain_makes_rings(self, ctx: Context, world: World) -> None:
        dry, wet = (
            one.paint(one.frame(12.0, 20.0, Signals(rain=rain)))
            for rain in (0.0, 1.0)
            for one in [Painter(ctx, world, size_px=(320, 180))]
        )
        assert changed(dry, wet) > 0.01

    def test_mist_comes_at_dawn_alone(self, painter: Painter) -> None:
        found = {hour: dawn(painter.frame(hour)) for hour in (0.0, 5.8, 6.5, 9.0, 12.0, 16.0, 19.0, 22.0)}
        assert found[5.8] == pytest.approx(1.0, abs=0.01)
        assert found[6.5] > 0.4
        assert max(found[hour] for hour in (0.0, 9.0, 12.0, 16.0, 19.0, 22.0)) < 0.02

    def test_the_bed_keeps_its_green_at_dusk(self, painter: Painter) -> None:
        lake = painter.paint(painter.frame(19.1))[40:100, 90:170]
        assert (lake[..., 1] > lake[..., 0]).mean() > 0.25

    def test_day_is_bright_and_night_is_seen(self, painter: Painter) -> None:
        noon, night = (painter.paint(painter.frame(hour)) for hour in (12.5, 23.5))
        assert 60 < noon.mean() < 150
        assert 22 < night.mean() < 0.8 * noon.mean()

    def test_another_seed_another_pond(self, ctx: Context, world: World, painter: Painter) -> None:
        other = Painter(ctx, world, seed=5)
        assert changed(painter.paint(painter.frame(12.0)), other.paint(other.frame(12.0)), 12) > 0.4

    def test_without_koi_there_is_still_a_pond(self, ctx: Context, world: World) -> None:
        layers = [layer.model_copy(update={"koi": 0}) if layer.kind == "pond" else layer for layer in world.layers]
        empty = Painter(ctx, world.model_copy(update={"layers": layers}), size_px=(160, 90))
        assert empty.paint(empty.frame(12.0)).mean() > 40


def test_the_lantern_shines_at_night_alone(ctx: Context, world: World) -> None:
    layers = [
        layer.model_copy(update={"lantern_ratio": 1.0}) if layer.kind == "bank" else layer for layer in world.layers
    ]
    lit = Painter(ctx, world.model_copy(update={"layers": layers}), seed=3)
    warm = [lit.paint(lit.frame(hour))[72:] for hour in (23.5, 12.5)]
    dark = Painter(ctx, world, seed=3)
    bank_at = [layer.kind for layer in world.layers].index("bank")
    bare = [dark.paint(dark.frame(hour), without=[bank_at])[72:] for hour in (23.5, 12.5)]
    night, noon = (float((a[..., 0] - b[..., 0]).max()) for a, b in zip(warm, bare, strict=True))
    assert night > 60
    assert noon >= 0


def test_a_frame_without_touches_is_the_frame_before_them(painter: Painter) -> None:
    frame = painter.frame(12.0, 90.0)
    one = painter.paint(frame)
    painter.paint(painter.frame(12.0, 107.0, touches=TAP))
    assert (painter.paint(replace(frame)) == one).all()
