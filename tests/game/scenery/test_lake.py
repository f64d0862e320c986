"""Dusk Lake: every layer is seen, answers what it should, and keeps still when asked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.comfort.flashes import FlashMeter
from game.scenery.light import light_at
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

NIGHT_KINDS = {"stars", "moon"}


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("dusk_lake")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def test_every_layer_is_seen_at_some_hour(ctx: Context, world: World) -> None:
    painters = [Painter(ctx, world, seed) for seed in (1, 3)]  # not every seed has a branch
    moments = [
        (one, one.frame(h, t_s)) for one in painters for h in (12.0, 18.5, 23.0) for t_s in (20.0, 120.0, 150.0)
    ]
    whole = [one.paint(frame) for one, frame in moments]
    for i, model in enumerate(world.layers):
        seen = max(
            changed(all_, one.paint(frame, without=[i])) for (one, frame), all_ in zip(moments, whole, strict=True)
        )
        assert seen > 0.0004, kind_of(type(model))


def test_same_frame_same_pixels(ctx: Context, world: World, painter: Painter) -> None:
    frame = painter.frame(18.5, 33.0)
    assert np.array_equal(painter.paint(frame), Painter(ctx, world).paint(frame))


def test_a_stilled_world_keeps_still_while_the_light_stands(painter: Painter) -> None:
    early = painter.paint(painter.frame(18.5, 20.0, stilled=True))
    late = painter.paint(painter.frame(18.5, 4000.0, stilled=True))
    assert np.array_equal(early, late)


def test_a_stilled_world_still_follows_the_hour_and_the_breath(painter: Painter) -> None:
    dusk = painter.paint(painter.frame(18.5, stilled=True))
    assert changed(dusk, painter.paint(painter.frame(12.0, stilled=True))) > 0.9
    assert changed(dusk, painter.paint(painter.frame(18.5, signals=Signals(breath=1.0), stilled=True)), by=0) > 0.1


def test_it_lives_when_not_stilled(painter: Painter) -> None:
    assert changed(painter.paint(painter.frame(12.0, 20.0)), painter.paint(painter.frame(12.0, 22.0))) > 0.03


def test_after_ten_days_it_still_moves_and_as_smoothly_as_at_first(painter: Painter) -> None:
    steps = []
    for start_s in (20.0, 864_000.0):
        moments = [painter.paint(painter.frame(12.0, start_s + n / 30)) for n in range(4)]
        steps.append([np.abs(a - b).mean() for a, b in pairwise(moments)])
    assert min(steps[1]) > 0.3 * min(steps[0])
    assert max(steps[1]) < 3 * max(steps[0])


def test_the_breath_moves_the_light_gently(painter: Painter) -> None:
    out = painter.paint(painter.frame(18.5, 20.0, Signals(breath=0.0)))
    full = painter.paint(painter.frame(18.5, 20.0, Signals(breath=1.0)))
    assert changed(out, full, by=0) > 0.1
    assert np.abs(out - full).mean() < 8


def test_wind_moves_reeds_and_branch_and_water(painter: Painter) -> None:
    calm, windy = (painter.paint(painter.frame(12.0, 20.0, Signals(wind=w))) for w in (0.05, 1.0))
    foot = slice(calm.shape[0] * 3 // 4, None)
    assert changed(calm[foot], windy[foot]) > 0.1


def test_a_press_makes_rings_in_the_water_alone(painter: Painter) -> None:
    frame = painter.frame(12.0, 20.0)
    touched = painter.frame(12.0, 20.0, touches=[TouchEvent("press", 0.5, 0.2, 18.0, 1)])
    before, after = painter.paint(frame), painter.paint(touched)
    horizon = round(before.shape[0] * (1 - painter.scene.stage.horizon_ratio))
    assert changed(before[horizon:], after[horizon:]) > 0.01
    assert changed(before[: horizon - 2], after[: horizon - 2], by=0) == 0.0


def test_rings_are_gone_after_a_while(painter: Painter) -> None:
    touches = [TouchEvent("press", 0.5, 0.2, 1.0, 1), TouchEvent("release", 0.5, 0.2, 1.1, 1)]
    assert np.array_equal(
        painter.paint(painter.frame(12.0, 20.0)), painter.paint(painter.frame(12.0, 20.0, touches=touches))
    )


def test_leaning_shifts_near_things_more_than_far_ones(painter: Painter) -> None:
    branch = [len(painter.scene.layers) - 1]
    straight, leant = (painter.paint(painter.frame(12.0, lean=(x, 0.0)), without=branch) for x in (0.0, 1.0))
    top, bottom = slice(0, 30), slice(-30, None)
    assert changed(straight[bottom], leant[bottom], by=12) > 2 * changed(straight[top], leant[top], by=12)


def test_seeds_change_the_composition_not_only_its_mirror(ctx: Context, world: World) -> None:
    pictures = [Painter(ctx, world, seed, (128, 72)) for seed in (1, 2, 3, 4)]
    greys = [one.paint(one.frame(12.0, stilled=True)).mean(axis=2) for one in pictures]
    for i, a in enumerate(greys):
        for b in greys[i + 1 :]:
            for shown in (b, b[:, ::-1]):
                assert np.abs(a - shown).mean() > 5


@pytest.mark.parametrize("size_px", [(90, 160), (320, 90), (160, 120)])
def test_every_shape_is_filled_to_its_edges(ctx: Context, world: World, size_px: tuple[int, int]) -> None:
    one = Painter(ctx, world, 3, size_px)
    for lean in (-1.0, 1.0):
        frame = one.frame(12.0, lean=(lean, 0.0))
        picture = one.paint(frame)
        assert picture.shape[:2] == size_px[::-1]
        mountain = picture[round(size_px[1] * 0.58)]
        foot = picture[-2]
        for row in (mountain, foot):
            assert row.std(axis=0).max() > 2
        assert picture.min() < 100 < picture.max()


@pytest.mark.parametrize("hour", [0.0, 6.2, 12.0, 18.5, 23.0])
def test_neither_pure_black_nor_burnt_out(painter: Painter, hour: float) -> None:
    picture = painter.paint(painter.frame(hour))
    assert (picture.max(axis=2) < 6).mean() < 0.02
    assert (picture.min(axis=2) > 250).mean() < 0.002


@pytest.mark.parametrize("seed", range(1, 9))
@pytest.mark.parametrize("hour", [6.8, 18.5, 19.2])
def test_the_sun_stands_low_over_the_ridge_at_dawn_and_all_through_the_hour_it_is_named_for(
    world: World, hour: float, seed: int
) -> None:
    light = light_at(world.light, hour, seed)
    assert 0.03 < light.sun_height < 0.25
    assert 0.05 < light.sun_x < 0.95
    assert light.sun_ratio == 1.0


@pytest.mark.parametrize(("kind", "hour"), [("stars", 23.0), ("motes", 19.2), ("motes", 23.0)])
def test_no_star_or_firefly_stands_for_a_second_sun_or_moon(painter: Painter, kind: str, hour: float) -> None:
    width, height = painter.scene.stage.size_px
    horizon = painter.scene.stage.horizon_ratio
    x, y = np.meshgrid((np.arange(width) + 0.5) / height, 1 - (np.arange(height) + 0.5) / height)
    among = [i for i, model in enumerate(painter.world.layers) if kind_of(type(model)) == kind]
    for t_s in (20.0, 140.0, 260.0):
        frame = painter.frame(hour, t_s)
        at_x, at_y = frame.light.source_x * width / height, horizon + (1 - horizon) * frame.light.source_height
        near = np.hypot(x - at_x, y - at_y) < 0.05
        assert np.array_equal(painter.paint(frame)[near], painter.paint(frame, without=among)[near])


def test_dusk_is_full_of_light_and_its_depths_stand_apart(painter: Painter) -> None:
    grey = painter.paint(painter.frame(19.2)) @ np.array([0.2126, 0.7152, 0.0722])
    assert 70 < grey.mean() < 100
    assert np.percentile(grey, 99) > 160
    assert np.percentile(grey, 3) < 0.5 * np.percentile(grey, 50)


@pytest.mark.parametrize("hour", [12.0, 18.5, 23.0])
def test_nothing_flashes_even_while_it_is_stroked(painter: Painter, hour: float) -> None:
    fps = 15.0
    touches = [TouchEvent("move" if i else "press", 0.3 + i * 0.004, 0.15, 20 + i / 30, 1) for i in range(90)]
    meter = FlashMeter(fps)
    for n in range(45):
        t_s = 20 + n / fps
        frame = painter.frame(hour, t_s, Signals(wind=1.0), touches=[t for t in touches if t.t_s <= t_s])
        meter.see(painter.paint(frame).astype(np.uint8))
    assert meter.calm
