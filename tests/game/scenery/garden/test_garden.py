"""The dry garden: still when stilled, different by seed, whole in every shape, lit by lamp and hour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.export.frames import frames, read_rgb
from game.scenery.garden.baking import Bake
from game.scenery.garden.daylight import HURRY_TILES
from game.scenery.light import light_at
from game.signals.source import SignalSource
from tests.game.scenery.garden.gardens import (
    HOUR,
    PULL,
    SIZE,
    Picture,
    Visited,
    changed,
    garden,
    picture,
)

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def visited(ctx: Context) -> Visited:
    return Visited(ctx, garden())


def test_in_a_window_the_lamp_is_baked_while_the_garden_is_seen_and_lights_as_if_at_once(ctx: Context) -> None:
    """By day nobody sees that it comes later; when it burns it is whole."""
    from game.scenery.scene import Scene

    world = garden(accent="none")
    visited = Visited(ctx, world)
    night = replace(visited._frame(), light=light_at(world.light, 0.0, 1))
    night = replace(night, signals=replace(night.signals, hour=0.0))
    visited.scene.draw(night, visited._output)
    direct = read_rgb(visited._output)
    scene = Scene(ctx, world, 1)
    scene.stage.hour, scene.stage.in_slices = HOUR, True
    for _ in scene.prepare():
        pass
    scene.resize(SIZE)
    for _ in scene.rebake():
        pass
    scene.draw(visited._frame(), visited._output)
    scene.stage.in_slices = False
    scene.draw(night, visited._output)
    assert np.abs(read_rgb(visited._output).astype(int) - direct).max() <= 1


def test_a_stilled_garden_does_not_move(ctx: Context) -> None:
    world = garden(leaf_shade_ratio=0.9)
    first = picture(ctx, world, at_s=10.0, stilled=True)
    later = picture(ctx, world, at_s=777.0, stilled=True)
    assert np.abs(first.astype(int) - later.astype(int)).max() <= 3


def test_leaf_shadow_moves_when_it_may(ctx: Context) -> None:
    world = garden(leaf_shade_ratio=0.9)
    assert changed(picture(ctx, world, at_s=10.0), picture(ctx, world, at_s=14.0)).mean() > 0.005


def test_the_same_frame_has_the_same_pixels(ctx: Context) -> None:
    world = garden(leaf_shade_ratio=0.9)
    assert np.array_equal(picture(ctx, world, touches=PULL), picture(ctx, world, touches=PULL))


def test_a_frame_does_not_depend_on_the_hours_seen_before(ctx: Context) -> None:
    world = garden()
    visited = Visited(ctx, world)
    direct = visited.see([])
    frame = visited._frame()
    for hour in (9.12, 9.2, 14.0, 8.93):
        shifted = replace(frame, signals=replace(frame.signals, hour=hour))
        visited.scene.draw(shifted, visited._output)
    assert np.array_equal(visited.see([]), direct)


def test_in_a_window_a_leap_of_the_hour_never_bakes_much_in_one_frame(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited = Visited(ctx, garden())
    noon = replace(visited._frame(), dt_s=1 / 30)
    noon = replace(noon, signals=replace(noon.signals, hour=14.01))
    visited.see([])
    visited.scene.draw(noon, visited._output)
    direct = read_rgb(visited._output)
    visited.see([])
    visited.scene.stage.in_slices = True
    baked: list[int] = []
    run = Bake.run
    monkeypatch.setattr(Bake, "run", lambda *arguments: (baked.append(1), run(*arguments)))
    most = 0
    for _ in range(200):
        baked.clear()
        visited.scene.draw(noon, visited._output)
        most = max(most, len(baked))
    assert 0 < most <= HURRY_TILES + 1
    assert np.abs(read_rgb(visited._output).astype(int) - direct).max() <= 1


def test_seeds_make_different_gardens(ctx: Context) -> None:
    world = garden(season="autumn")
    pictures = [picture(ctx, world, seed=seed) for seed in (1, 2, 3)]
    for i, one in enumerate(pictures):
        for other in pictures[i + 1 :]:
            assert changed(one, other).mean() > 0.25


@pytest.mark.parametrize("size", [(90, 160), (160, 120), (256, 72)])
def test_every_shape_is_whole(ctx: Context, size: tuple[int, int]) -> None:
    shown = picture(ctx, garden(), size=size)
    assert shown.shape == (size[1], size[0], 3)
    luma = shown.mean(axis=2)
    assert luma.std() > 12
    assert luma[-size[1] // 3 :].std() > 8


def test_the_lantern_burns_at_night_only(ctx: Context) -> None:
    def brightness(hour: float, lantern: bool) -> float:
        world = garden(lantern=lantern, basin="none", groups=1)
        source = SignalSource(world, 3, hour, hours_per_s=0.0)
        return float(next(frames(ctx, world, source, 3, SIZE, [5.0])).max(axis=(0, 1))[0])

    assert brightness(0.0, True) > brightness(0.0, False) + 40


def test_before_it_is_baked_its_colours_stand_in_for_it(ctx: Context) -> None:
    from game.export.frames import frame_at
    from game.export.visit import Visit
    from game.scenery.scene import Scene

    world = garden()
    scene = Scene(ctx, world, 1)
    for _ in scene.prepare():
        pass
    scene.resize(SIZE)
    output = scene.stage.target(SIZE)
    source = SignalSource(world, 1, HOUR, hours_per_s=0.0)

    def see(t_s: float) -> Picture:
        scene.draw(frame_at(Visit(world, 1, 0.0), source, t_s, 0.0), output)
        return read_rgb(output)

    veil = see(1.0)
    for _ in scene.rebake():
        pass
    just_after, later = see(1.1), see(9.0)
    lower = slice(SIZE[1] // 2, None)
    assert veil[lower].mean() > 40
    assert np.abs(veil[lower].astype(int) - just_after[lower]).mean() < 3, "no jump when the bake is done"
    assert changed(veil, later)[lower].mean() > 0.3
