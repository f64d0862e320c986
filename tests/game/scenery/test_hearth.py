"""Hearth: seeds make rooms of their own, the fire answers a poke and the cat a hand, and every light is obeyed."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pytest

from game.scenery.fire import flare, level
from game.scenery.interior.cat import cat, flank
from game.scenery.interior.distance import egg
from game.scenery.interior.nets import surface
from game.scenery.interior.plan import Composer, Plan, Pose
from game.scenery.interior.shell import shell
from game.scenery.interior.solid import KIND_COLUMN, Kind, Solid
from game.scenery.layers.flames import SHAPE
from game.scenery.layers.room import RoomLayer
from game.scenery.pixels import read
from game.scenery.tongues import COUNT, tongues
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.world import World
from worlds.reading import read_world
from worlds.seeds import generator
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

T = TypeVar("T")
ASPECTS = (0.5625, 4 / 3, 16 / 9, 21 / 9, 32 / 9)


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("hearth")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def plan(seed: int, aspect: float) -> Plan:
    return Composer(generator(seed, "a room"), aspect, None, None).compose()


@pytest.mark.parametrize("aspect", ASPECTS)
def test_fire_cat_and_a_window_are_in_sight_on_every_screen(aspect: float) -> None:
    for seed in range(12):
        room = plan(seed, aspect)
        fire, eye = room.fireplace, room.eye
        for x in (fire.x - fire.opening, fire.x + fire.opening):
            at = eye.on_screen(x, 0.3, fire.deep)
            assert 0.02 < at[0] < 0.98
            assert 0.05 < at[1] < 0.95
        left, low, wide, _ = flank(room)[0]
        assert left + 0.15 * wide > 0
        assert left + 0.85 * wide < 1
        assert low > -0.04
        nearest = min(room.windows, key=lambda w: abs(w.x - fire.x))
        assert 0.0 < eye.on_screen(nearest.x, nearest.y, 0.0)[0] < 1.0


def test_no_window_is_hidden_by_the_chimney() -> None:
    for seed in range(20):
        room = plan(seed, 16 / 9)
        for window in room.windows:
            assert abs(window.x - room.fireplace.x) > window.half_w + room.fireplace.half_w


def test_no_shelf_stands_before_the_clock() -> None:
    for seed in range(30):
        room = plan(seed, 16 / 9)
        assert all(abs(shelf.x - room.clock.x) > 0.68 for shelf in room.shelves)


def test_seeds_move_the_fire_and_change_what_it_is_built_of() -> None:
    rooms = [plan(seed, 16 / 9) for seed in range(24)]
    assert {room.fireplace.masonry for room in rooms} == {"stone", "brick", "plaster"}
    xs = [room.fireplace.x for room in rooms]
    assert min(xs) < -0.3
    assert max(xs) > 0.3
    assert len({room.pose for room in rooms}) == 3
    assert len({room.coat for room in rooms}) >= 4
    assert len({(room.wall, room.cloth, room.wood) for room in rooms}) > 12


def finished(work: Generator[None, None, T]) -> T:
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: T = end.value
            return made


def test_a_seeds_room_is_the_same_one_on_every_screen() -> None:
    for seed in range(8):
        rooms = [plan(seed, aspect) for aspect in ASPECTS]
        assert len({(r.fireplace.masonry, r.coat, r.pose, r.mirrored, r.wall, r.wood, r.cloth) for r in rooms}) == 1
        assert len({r.fireplace.arch > 0 for r in rooms}) == 1


def test_the_chair_stands_whole_in_the_picture_and_beside_the_fire() -> None:
    for seed in range(24):
        room = plan(seed, 16 / 9)
        assert room.chair is not None
        away = abs(room.chair.x - room.fireplace.x)
        assert away > room.fireplace.opening + 0.5
        x, _ = room.eye.on_screen(room.chair.x, 0.5, room.chair.z)
        assert 0.07 < x < 0.93


def test_tongues_stay_within_the_flames_and_move_softly() -> None:
    shapes = np.array([tongues(i / 30) for i in range(900)]).reshape(900, COUNT, 4)
    assert np.abs(shapes[..., 0]).max() + shapes[..., 2].max() < SHAPE[0]
    assert shapes[..., 1].max() * 1.99 < SHAPE[1]
    assert np.abs(np.diff(shapes, axis=0)).max() < 0.04


def test_logs_hide_the_foot_of_the_flames_and_nothing_their_middle(painter: Painter) -> None:
    painter.paint(painter.frame(22.0))
    room = painter.scene.layers[0]
    assert isinstance(room, RoomLayer)
    hidden = read(painter.scene.stage.ctx.framebuffer(color_attachments=[room.joined.pictures[1]]))[..., 3]
    x, y, wide, high = painter.scene.stage.ground.places["hearth"][room.name]
    rows, columns = hidden.shape
    half = 0.3 * wide / painter.scene.stage.aspect
    across = slice(int((x - half) * columns), int((x + half) * columns))
    assert hidden[int((y + 0.05 * wide) * rows) : int((y + 0.15 * wide) * rows), across].mean() > 100
    assert hidden[int((y + 0.6 * high) * rows), across].max() < 20


@pytest.mark.parametrize("pose", ["curled", "loaf", "stretched"])
def test_a_cat_lies_on_the_rug_in_its_fur_within_what_breathes(pose: Pose) -> None:
    room, solid = replace(plan(2, 16 / 9), pose=pose, coat="tabby"), Solid()
    for _ in cat(solid, room, np.random.default_rng(1)):
        pass
    rows = solid.rows()
    fur = rows[rows[:, KIND_COLUMN] == Kind.FUR]
    assert len(fur) > 60_000  # hairs besides the skin
    assert fur[:, 1].min() > -0.01
    assert fur[:, 9:12].std(axis=0).min() > 0.02  # stripes, light paws, dark folds
    left, low, wide, high = flank(room)[0]
    for x, y, z in fur[::97, 0:3]:
        at = room.eye.on_screen(float(x), float(y), float(z))
        assert left <= at[0] <= left + wide
        assert low <= at[1] <= low + high


def test_a_net_lies_on_its_solid_and_is_closed() -> None:
    at, faces = finished(surface(lambda p: egg(p, (0.3, 0.2, 0.25)), np.full(3, -0.4), np.full(3, 0.4), 0.04))
    assert np.abs(egg(at, (0.3, 0.2, 0.25))).max() < 0.012
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()


def test_nothing_stands_before_a_window_from_outside() -> None:
    room = plan(1, 32 / 9)
    solid = Solid()
    shell(solid, room)
    assert solid.rows()[:, 2].min() > -0.2  # the wall is no thicker


def test_every_layer_is_seen(painter: Painter, world: World) -> None:
    frame = painter.frame(22.0)
    whole = painter.paint(frame)
    for i in range(len(world.layers)):
        assert changed(whole, painter.paint(frame, without=[i])) > 0.01


def test_by_day_the_windows_light_the_room_and_by_night_the_fire(painter: Painter) -> None:
    day, night = painter.paint(painter.frame(12.5)), painter.paint(painter.frame(23.5))
    warmth = [float(one[..., 0].mean() - one[..., 2].mean()) / float(one.mean()) for one in (day, night)]
    assert warmth[1] > 1.5 * warmth[0]
    assert day.mean() > night.mean()


def test_it_moves_and_keeps_still_when_asked(painter: Painter) -> None:
    moved = changed(painter.paint(painter.frame(22.0, 20.0)), painter.paint(painter.frame(22.0, 22.5)))
    assert moved > 0.02
    early, late = (painter.paint(painter.frame(22.0, t_s, stilled=True)) for t_s in (20.0, 400.0))
    assert np.array_equal(early, late)


def test_breath_moves_the_fire(painter: Painter) -> None:
    out, in_ = (painter.paint(painter.frame(22.0, signals=Signals(breath=b))) for b in (0.0, 1.0))
    assert changed(out, in_, by=1) > 0.01


def test_a_poke_makes_the_fire_flare_and_a_storm_of_them_no_more_than_that(painter: Painter) -> None:
    x, y, wide, _ = painter.scene.stage.ground.places["hearth"][painter.scene.layers[0].name]
    poke = [TouchEvent("press", x, y + wide * 0.3, 18.5)]
    frame, poked = painter.frame(22.0), painter.frame(22.0, touches=poke)
    assert painter.paint(poked).mean() > painter.paint(frame).mean() * 1.01
    storm = [TouchEvent("press", x, y, 15 + i / 20) for i in range(100)]
    assert flare(painter.frame(22.0, touches=storm), x, y, wide, 16 / 9) <= 1.0
    steps = [flare(painter.frame(22.0, 18.5 + i / 30, touches=poke), x, y, wide, 16 / 9) for i in range(60)]
    assert max(np.abs(np.diff(steps))) < 0.08


def test_a_hand_on_the_cat_is_seen(painter: Painter) -> None:
    room = painter.scene.layers[0]
    assert isinstance(room, RoomLayer)
    left, low, wide, high = flank(room.plan)[0]
    way = [TouchEvent("move", left + wide * (0.3 + 0.02 * i), low + high * 0.4, 18 + i * 0.1) for i in range(20)]
    before, after = painter.paint(painter.frame(22.0)), painter.paint(painter.frame(22.0, touches=way))
    assert changed(before, after) > 0.002


def test_the_fires_light_never_flickers() -> None:
    levels = np.array([level(i / 30) for i in range(30 * 600)])
    assert levels.min() > 0.8
    assert levels.max() < 1.2
    assert np.abs(np.diff(levels)).max() * 30 < 0.18
