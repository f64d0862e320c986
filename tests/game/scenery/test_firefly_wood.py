"""A wood: what a seed plants, how fireflies fall in with each other and gather, and that branches rustle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.frame import Frame
from game.scenery.growing.clearing import Clearing
from game.scenery.growing.old_trees import BARK, Habit, old_tree
from game.scenery.growing.undergrowth import bush
from game.scenery.swarm import TOUCHES, Swarm
from game.scenery.touches import TouchEvent
from game.scenery.woodland import Field, Woodland
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.layers.forest_floor import ForestFloor
from worlds.format.world import World
from worlds.reading import read_world
from worlds.seeds import generator
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

SHAPES = (0.5625, 1.333, 1.778, 2.333, 3.556)
HABIT = Habit((0.5, 0.2), 0.05, 1.16, 0.0, 1.5, 0.8)


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("firefly_wood")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def lie(aspect: float = 1.778, gap_x: float = 0.9) -> Woodland:
    return Woodland(aspect, 0.36, gap_x)


def swarm(count: int = 60) -> Swarm:
    return Swarm(generator(3, "swarm"), count)


def later(frame: Frame) -> Frame:
    """The same long after the one before: all that follows slowly has come."""
    return replace(frame, dt_s=3600.0)


def layers_of(world: World, *kinds: str) -> list[int]:
    return [i for i, model in enumerate(world.layers) if kind_of(type(model)) in kinds]


@pytest.mark.parametrize("aspect", SHAPES)
def test_nothing_grows_in_the_gap_and_something_on_either_side_of_it(aspect: float) -> None:
    wood = lie(aspect, 0.5 * aspect)
    for seed in range(4):
        places = wood.scattered(generator(seed, "wood"), 9, 0.4, 0.05)
        assert not any(wood.in_gap(x, 0.4) for x in places)
        assert min(places) < wood.gap_x < max(places)


def test_things_that_are_nearer_stand_lower_and_are_thicker() -> None:
    feet = [lie().foot(near) for near in np.linspace(0, 1, 9)]
    assert feet == sorted(feet, reverse=True)
    assert 0.0 < feet[-1] < feet[0] < 0.36
    assert lie().radius(0.9) > 4 * lie().radius(0.2)
    assert lie(0.5625).radius(0.9) < lie().radius(0.9)


def test_no_two_trees_are_alike_and_each_reaches_out_of_the_picture() -> None:
    trees = [np.concatenate(list(old_tree(generator(seed, "tree"), HABIT))) for seed in range(4)]
    assert len({len(tree) for tree in trees}) == 4
    for tree in trees:
        assert tree[..., 1].max() > 1.1
        hue = tree[..., 4]
        assert ((hue <= BARK) | (hue > 0.6)).all()  # bark or leaves, nothing that shaders would take for another
        assert (hue > 0.6).mean() > 0.2
        assert np.isfinite(tree).all()


def test_a_bush_is_rounded_and_stands_on_the_ground() -> None:
    for seed in range(4):
        grown = bush(generator(seed, "bush"), (0.5, 0.2), (0.08, 0.05), 0.006)
        x, y = grown[..., 0] - 0.5, grown[..., 1] - 0.2
        assert -0.006 < y.min() < 0.01
        assert 0.025 < y.max() < 0.09
        assert np.abs(x).max() < 0.16
        assert (grown[..., 4] > 0.66).all()  # nothing in it is taken for bark
        sizes = np.ptp(grown[..., :2], axis=1).max(axis=1)
        assert np.median(sizes) < 0.02  # leaves, no spikes


def test_a_seed_lays_its_own_path_through_a_ground_without_holes() -> None:
    ways = []
    for seed in range(5):
        clearing = Clearing(generator(seed, "floor"), lie(), ForestFloor(kind="forest_floor"))
        ground = next(clearing.grown())
        assert ground[..., 0].min() < 0 < lie().width < ground[..., 0].max()
        assert ground[..., 1].min() <= 0.0
        assert ground[..., 1].max() == pytest.approx(0.36, abs=0.02)
        hue = ground[..., 4].mean(axis=1)
        low = ground[..., 1].mean(axis=1) < 0.05
        ways.append(float(np.median(ground[..., 0].mean(axis=1)[low & (hue < 0.15)])))
    assert np.ptp(ways) > 0.1


def test_noise_over_a_plane_is_smooth_and_goes_round() -> None:
    field = Field(generator(1, "field"))
    x = np.linspace(0, 3, 400)
    assert np.abs(np.diff(field.at(x, x * 0.3, 2))).max() < 0.05
    assert field.at(x, x, 1) == pytest.approx(field.at(x + Field.SIDE, x, 1))


def test_fireflies_keep_their_own_time_and_fall_in_one_after_the_other() -> None:
    flies = swarm()
    apart = flies.brightness(31.0, 0.0, 1.0)
    assert np.std(apart) > 0.2
    half = flies.brightness(31.0, 0.5, 1.0)
    assert 0.35 < (half > 0.98).mean() < 0.75
    assert flies.brightness(31.0, 1.0, 1.0) == pytest.approx(np.ones(60))
    assert flies.brightness(31.0, 1.0, 0.0).max() < 0.25


def test_no_firefly_flashes() -> None:
    flies = swarm()
    frames = np.array([flies.brightness(t, 0.4, 0.5) for t in np.arange(0, 20, 1 / 30)])
    assert np.abs(np.diff(frames, axis=0)).max() < 0.03  # from dark to bright takes more than a second


def test_fireflies_gather_round_a_hand_and_go_their_ways_again() -> None:
    flies, hand = swarm(), [TouchEvent("press", 0.5, 0.4, 10.0), TouchEvent("release", 0.5, 0.4, 10.1)]
    x, y = np.linspace(0.5, 1.3, 60), np.full(60, 0.42)

    def away(t_s: float) -> float:
        to_x, to_y, _ = flies.drawn(x, y, t_s, TOUCHES.alive(hand, t_s), 1.778)
        return float(np.mean(np.hypot(to_x - 0.889, to_y - 0.4)))

    assert away(14.0) < 0.85 * away(10.0)
    assert away(10.2) == pytest.approx(away(10.0), rel=0.05)  # slowly
    assert away(24.0) == pytest.approx(away(10.0))


def test_no_firefly_jumps_in_a_storm_of_touches() -> None:
    flies, chance = swarm(), generator(5, "storm")
    storm = []
    for i in range(400):
        x, y = chance.random(2)
        storm += [TouchEvent("press", x, y, i / 20, i), TouchEvent("release", x, y, i / 20 + 0.02, i)]
    x, y = np.linspace(0.1, 1.7, 60), np.full(60, 0.4)
    places = np.array([flies.drawn(x, y, t, TOUCHES.alive(storm, t), 1.778)[:2] for t in np.arange(14, 19, 1 / 30)])
    assert np.abs(np.diff(places, axis=0)).max() < 0.012


def test_by_day_no_firefly_is_out(painter: Painter, world: World) -> None:
    flies = layers_of(world, "fireflies")
    noon, night = later(painter.frame(hour=12.5)), later(painter.frame(hour=23.5))
    assert changed(painter.paint(noon), painter.paint(noon, without=flies)) == 0
    assert changed(painter.paint(night), painter.paint(night, without=flies)) > 0.02


def test_the_wood_hides_the_horizon_and_fills_the_foreground(painter: Painter, world: World) -> None:
    noon = painter.frame(hour=12.5)
    wood = layers_of(world, "wood", "forest_floor")
    painted, bare = painter.paint(noon), painter.paint(noon, without=wood)
    differs = np.abs(painted - bare).max(axis=2) > 6
    assert differs[-40:].mean() > 0.98
    assert differs.mean() > 0.75


def test_beams_need_a_light_that_shines(painter: Painter, world: World) -> None:
    beams = layers_of(world, "beams")
    gold = painter.frame(hour=7.0)
    assert changed(painter.paint(gold), painter.paint(gold, without=beams)) > 0.03


def test_a_branch_rustles_under_a_hand_and_comes_to_rest(painter: Painter, world: World) -> None:
    others = [i for i in range(len(world.layers)) if i not in layers_of(world, "wood")]
    hand = (TouchEvent("press", 0.7, 0.7, 18.0),)

    def moved(t_s: float) -> float:
        frame = painter.frame(hour=12.5, t_s=t_s)
        touched = painter.frame(hour=12.5, t_s=t_s, touches=(*hand, TouchEvent("release", 0.7, 0.7, 18.2)))
        return changed(painter.paint(touched, without=others), painter.paint(frame, without=others))

    assert moved(20.0) > 0.01
    assert moved(60.0) == 0


def test_stilled_nothing_moves_but_the_light_of_fireflies_still_breathes(painter: Painter) -> None:
    out, full = Signals(settle=1.0, breath=0.0), Signals(settle=1.0, breath=1.0)
    a = painter.paint(later(painter.frame(hour=23.5, t_s=20.0, signals=out, stilled=True)))
    again = painter.paint(later(painter.frame(hour=23.5, t_s=90.0, signals=out, stilled=True)))
    assert changed(a, again) == 0
    breathed = painter.paint(later(painter.frame(hour=23.5, t_s=90.0, signals=full, stilled=True)))
    assert changed(a, breathed, by=12) > 0.002


def test_a_wood_at_rest_is_sharp_and_no_jerk_is_seen_when_one_begins_to_lean(
    painter: Painter, world: World
) -> None:
    others = [i for i in range(len(world.layers)) if i not in layers_of(world, "wood", "forest_floor")]
    rest = painter.frame(hour=12.5, stilled=True)
    leaning = replace(rest, lean=(1e-6, 1e-6))
    assert changed(painter.paint(rest, without=others), painter.paint(leaning, without=others), by=3) == 0


def test_the_light_is_worked_out_anew_only_once_it_has_changed(painter: Painter, world: World) -> None:
    woods = [painter.scene.layers[i] for i in layers_of(world, "wood", "forest_floor")]
    lit = []
    for hour, daylight in ((9.0, 0.970), (9.0, 0.971), (9.2, 0.972)):
        frame = later(painter.frame(hour=hour))
        painter.paint(replace(frame, signals=replace(frame.signals, daylight=daylight)))
        lit.append([wood._plant._lit_for for wood in woods])
    assert lit[0] == lit[1]  # air thickens a little in every frame
    assert all(before != after for before, after in zip(lit[1], lit[2], strict=True))


@pytest.mark.parametrize("hour", [6.8, 12.5, 19.2, 23.5])
def test_no_line_is_drawn_where_the_far_ground_ends(painter: Painter, world: World, hour: float) -> None:
    others = [i for i in range(len(world.layers)) if i not in layers_of(world, "sky", "forest_floor")]
    rows = painter.paint(later(painter.frame(hour=hour)), without=others).mean(axis=(1, 2))
    horizon = round(len(rows) * (1 - painter.scene.stage.horizon_ratio))
    assert np.abs(np.diff(rows[horizon - 3 : horizon + 4])).max() < 9
