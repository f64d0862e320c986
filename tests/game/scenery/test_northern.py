"""Northern Snow: its aurora, valley, cabin, spruces and falling snow do what their kinds say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.scenery.bending import bend
from game.scenery.frame import Frame
from game.scenery.growing.snowy import snowy_spruce
from game.scenery.layers.snowfield import SnowfieldLayer
from game.scenery.scene import Scene
from game.scenery.touches import TouchEvent
from game.scenery.valley.banked import bank, bank_line
from game.scenery.valley.lie import Valley
from game.scenery.valley.relit import STRIPS
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

NIGHT, NOON, DUSK = 23.5, 12.5, 18.3


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("northern_snow")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def now(painter: Painter, hour: float, t_s: float = 20.0, **more: Any) -> Frame:
    """A moment, with all that is smoothed come to rest there."""
    frame = painter.frame(hour, t_s, **more)
    painter.scene.advance(frame.signals, 3600.0)
    return frame


def place(world: World, kind: str) -> int:
    return next(i for i, model in enumerate(world.layers) if kind_of(type(model)) == kind)


def test_every_layer_is_seen_at_some_hour(world: World, painter: Painter) -> None:
    seen = np.zeros(len(world.layers))
    for hour in (NOON, DUSK, NIGHT):
        moment = now(painter, hour, 60.0)
        whole = painter.paint(moment)
        seen = np.maximum(seen, [changed(whole, painter.paint(moment, without=[i])) for i in range(len(seen))])
    for share, model in zip(seen, world.layers, strict=True):
        assert share > 0.0004, kind_of(type(model))


def test_same_frame_same_pixels(ctx: Context, world: World, painter: Painter) -> None:
    again = Painter(ctx, world)
    assert np.array_equal(painter.paint(now(painter, NIGHT, 33.0)), again.paint(now(again, NIGHT, 33.0)))


def test_a_stilled_world_keeps_still(painter: Painter) -> None:
    early = painter.paint(now(painter, NIGHT, 20.0, stilled=True))
    assert np.array_equal(early, painter.paint(now(painter, NIGHT, 4000.0, stilled=True)))


def test_in_a_window_the_land_is_lit_a_strip_a_frame_and_looks_alike(painter: Painter) -> None:
    whole = painter.paint(now(painter, NIGHT, 33.0))
    stage = painter.scene.stage
    stage.in_slices = True
    try:
        for t_s in (32.8, *np.linspace(32.8, 33.0, 2 * STRIPS)):
            lit = painter.paint(now(painter, NIGHT, float(t_s)))
    finally:
        stage.in_slices = False
    assert np.abs(whole - lit).mean() < 0.6
    assert (np.abs(whole - lit).max(axis=2) > 12).mean() < 0.01


def test_spruces_stand_on_the_snow_and_hang_below_it_nowhere() -> None:
    for seed in range(6):
        tree = snowy_spruce(np.random.default_rng(seed), 12, 6, 3)
        assert tree[..., 1].min() > -0.035
        needles = tree[tree[..., 0, 4] < 0.5]
        assert needles[..., 1].min() > -0.02


def test_woods_have_edges_and_glades(ctx: Context, world: World) -> None:
    """Most of a valley is either wood or open, little of it in between."""
    for seed in range(1, 9):
        valley = _valley(ctx, world, seed)
        z = np.geomspace(62, 500, 60)[:, None]
        dense = valley.wooded(np.linspace(-0.6, 0.6, 80) * valley.aspect * z / 1.2, z + np.zeros((1, 80)))
        assert (dense > 0.9).mean() > 0.05, seed
        assert (dense < 0.1).mean() > 0.05, seed
        assert ((dense > 0.1) & (dense < 0.9)).mean() < 0.4, seed


def test_the_foot_of_the_cabin_lies_in_snow(ctx: Context, world: World) -> None:
    """All along both walls that are seen snow lies higher than the ground it is heaped on, unevenly."""
    for end in (-1.0, 1.0):
        line = bank_line(4.3, 3.1, end, -0.1)
        valley = _valley(ctx, world, 2)
        points, cover = bank(line, valley, np.array([valley.yard.x_m, 1.0, valley.yard.z_m]), np.eye(2), 1.0)
        assert line[2].min() > 0.02
        assert np.ptp(line[2]) > 0.3
        assert cover[0, 8:-8].min() == 1.0  # closed against the wall,
        assert cover[-1].max() == 0.0  # and nothing at its outer edge, so that it becomes the ground
        assert (points[0, :, 1] > points[-1, :, 1] - 0.8).all()


def test_aurora_only_in_the_dark(world: World, painter: Painter) -> None:
    aurora = place(world, "aurora")
    share = {}
    for hour in (NOON, NIGHT):
        frame = now(painter, hour)
        share[hour] = changed(painter.paint(frame), painter.paint(frame, without=[aurora]))
    assert share[NOON] == 0.0
    assert share[NIGHT] > 0.3


def test_aurora_colours_the_snow(world: World, painter: Painter) -> None:
    """The snow takes its light from the sky that is painted over it."""
    frame = now(painter, NIGHT)
    lit, plain = painter.paint(frame), painter.paint(frame, without=[place(world, "aurora")])
    foot = slice(int(lit.shape[0] * 0.75), int(lit.shape[0] * 0.9))
    more = (lit[foot] - plain[foot]).mean(axis=(0, 1))
    assert more[1] > 1.0
    assert more[1] > more[0]


def test_the_aurora_bends_to_a_hand(painter: Painter) -> None:
    touch = TouchEvent("press", 0.6, 0.72, 58.0, 1)
    calm, drawn = (painter.paint(now(painter, NIGHT, 60.0, touches=touches)) for touches in ([], [touch]))
    height, width = calm.shape[:2]
    away = np.abs(calm - drawn).max(axis=2)[: height // 2] > 6
    near, far = away[:, int(width * 0.5) : int(width * 0.7)].mean(), away[:, : int(width * 0.25)].mean()
    assert near > 0.08
    assert far < near / 8


def test_by_day_snow_whirls_about_a_hand(painter: Painter) -> None:
    touch = TouchEvent("press", 0.4, 0.4, 58.0, 1)
    calm, woken = (painter.paint(now(painter, NOON, 60.0, touches=touches)) for touches in ([], [touch]))
    height, width = calm.shape[:2]
    moved = np.abs(calm - woken).max(axis=2) > 3
    assert moved[int(height * 0.45) : int(height * 0.75), int(width * 0.25) : int(width * 0.55)].any()
    assert not moved[:, int(width * 0.8) :].any()


def test_a_storm_of_hands_draws_no_harder_than_a_few() -> None:
    storm = [TouchEvent("press", 0.5, 0.7, 10.0 + i / 20, i) for i in range(200)]
    drawn = bend(storm, 20.0, 1.78)
    assert drawn[:, 0].max() < 1.0
    later = bend(storm, 20.05, 1.78)
    assert np.abs(drawn[:, 0] - later[:, 0]).max() < 0.02


def test_hands_are_forgotten() -> None:
    assert not bend([TouchEvent("press", 0.5, 0.7, 1.0)], 40.0, 1.78).any()


def test_windows_shine_by_night_on_the_snow(world: World, painter: Painter) -> None:
    frame = now(painter, NIGHT)
    cabin = place(world, "cabin")
    more = painter.paint(frame) - painter.paint(frame, without=[cabin])
    assert more[..., 0].max() > 60  # a window
    assert (more[..., 0] > more[..., 2] + 10).mean() > 0.001  # and warm light about it


def test_seeds_lay_out_other_valleys(ctx: Context, world: World) -> None:
    valleys = [_valley(ctx, world, seed) for seed in range(1, 9)]
    ends = {round(float(valley.river_x(np.array(60.0))) / 4) for valley in valleys}
    yards = {round(valley.yard.x_m / 5) for valley in valleys}
    assert len(ends) >= 4
    assert len(yards) >= 4


def test_the_yard_is_dry_and_in_the_picture(ctx: Context, world: World) -> None:
    for seed in range(1, 25):
        for size in ((1280, 720), (540, 960), (2560, 720)):
            valley = _valley(ctx, world, seed, size)
            yard = valley.yard
            x, _ = valley.on_screen(np.array(yard.x_m), np.array(0.0), np.array(yard.z_m))
            share = (float(x) - valley.aspect * 0.05) / valley.aspect
            assert 0.12 < share < 0.88, (seed, size)
            if size[0] > size[1]:
                assert float(valley.bank(np.array(yard.x_m), np.array(yard.z_m))) > 0.5, (seed, size)


def _valley(ctx: Context, world: World, seed: int, size: tuple[int, int] = (1280, 720)) -> Valley:
    scene = Scene(ctx, world, seed)
    scene.stage.size_px = size
    return Valley(scene.stage)


def test_shadows_follow_the_sun(world: World, painter: Painter) -> None:
    """Morning and afternoon shadows lie on other snow."""
    snowfield = painter.scene.layers[place(world, "snowfield")]
    assert isinstance(snowfield, SnowfieldLayer)
    pictures = []
    for hour in (8.5, 16.0):
        painter.paint(now(painter, hour))
        pictures.append(np.frombuffer(snowfield.shadows.texture.read(), np.uint8).astype(int))
    assert np.abs(pictures[0] - pictures[1]).mean() > 1.0
