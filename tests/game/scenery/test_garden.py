"""The dry garden: raked and kept, still when stilled, different by seed, whole in every shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.export.frames import frames, read_rgb, ready_scene
from game.scenery.garden.baking import Bake
from game.scenery.garden.daylight import HURRY_TILES
from game.scenery.light import light_at
from game.scenery.touches import TouchEvent
from game.signals.source import SignalSource
from worlds.format.world import World

if TYPE_CHECKING:
    from arcade.gl import Context

    from game.scenery.frame import Frame
    from game.scenery.scene import Scene

SIZE = 192, 108
HOUR = 9.0
Picture = NDArray[np.uint8]


def garden(**fields: object) -> World:
    """A world of nothing but sky and garden."""
    layer = {"kind": "garden", "leaf_shade_ratio": 0.0, **fields}
    return World.model_validate(
        {
            "format": 1,
            "world": {"id": "g", "name": "g"},
            "camera": {"horizon_ratio": 0.77},
            "layer": [{"kind": "sky"}, layer],
        }
    )


def picture(
    ctx: Context,
    world: World,
    seed: int = 1,
    size: tuple[int, int] = SIZE,
    at_s: float = 60.0,
    touches: Sequence[TouchEvent] = (),
    stilled: bool = False,
) -> Picture:
    source = SignalSource(world, seed, HOUR, hours_per_s=0.0)
    return next(frames(ctx, world, source, seed, size, [at_s], touches, stilled=stilled))


def stroke(points: Sequence[tuple[float, float]], number: int = 1, start_s: float = 1.0) -> list[TouchEvent]:
    """A pull of the rake along points of the screen."""
    phases = ["press", *["move"] * (len(points) - 1)]
    events = [
        TouchEvent("press" if phase == "press" else "move", x, y, start_s + 0.05 * i, number)
        for i, (phase, (x, y)) in enumerate(zip(phases, points, strict=True))
    ]
    return [*events, TouchEvent("release", *points[-1], events[-1].t_s, number)]


PULL = stroke([(0.3 + 0.01 * i, 0.22 + 0.002 * i) for i in range(30)])
CROSSING = stroke([(0.5 - 0.004 * i, 0.36 - 0.008 * i) for i in range(30)], number=2, start_s=4.0)


class Visited:
    """A garden that stays open while touches come in."""

    def __init__(self, ctx: Context, world: World) -> None:
        self.world = world
        self.scene: Scene = ready_scene(ctx, world, 1, SIZE)
        self._output = self.scene.stage.target(SIZE)
        self._source = SignalSource(world, 1, HOUR, hours_per_s=0.0)

    def see(self, touches: Sequence[TouchEvent]) -> Picture:
        self.scene.draw(replace(self._frame(), touches=touches), self._output)
        return read_rgb(self._output)

    def _frame(self) -> Frame:
        from game.export.frames import frame_at
        from game.export.visit import Visit

        return frame_at(Visit(self.world, 1, 0.0), self._source, 60.0, 0.0)


@pytest.fixture
def visited(ctx: Context) -> Visited:
    return Visited(ctx, garden())


def changed(a: Picture, b: Picture) -> NDArray[np.bool_]:
    return np.asarray(np.abs(a.astype(int) - b.astype(int)).max(axis=2) > 6)


def test_a_stroke_marks_the_sand_along_its_way_and_stays(ctx: Context) -> None:
    world = garden()
    see = partial(picture, ctx, world)
    bare, raked, much_later = see(), see(touches=PULL), see(touches=PULL, at_s=4000.0)
    rows = [round((1 - touch.y) * SIZE[1]) for touch in PULL]
    columns = [round(touch.x * SIZE[0]) for touch in PULL]
    difference = changed(bare, raked)
    near = [difference[r - 5 : r + 6, c - 3 : c + 4].any() for r, c in zip(rows, columns, strict=True)]
    assert np.mean(near) > 0.95
    assert difference.mean() < 0.2
    ground = slice(SIZE[1] * 2 // 5, None)
    assert changed(raked, much_later)[ground].mean() < 0.01, "only the water in the basin moves"


def test_strokes_one_by_one_leave_what_all_at_once_leave(visited: Visited) -> None:
    touches = [*PULL, *CROSSING]
    for count in range(0, len(touches), 7):
        visited.see(touches[:count])
    piece_by_piece = visited.see(touches)
    at_once = Visited(visited.scene.stage.ctx, visited.world).see(touches)
    assert np.array_equal(piece_by_piece, at_once)


def test_the_later_stroke_lies_over_the_earlier(visited: Visited) -> None:
    one_way = visited.see([*PULL, *CROSSING])
    other_way = visited.see([*CROSSING, *PULL])
    assert changed(one_way, other_way).any()


def test_another_list_of_touches_starts_over(visited: Visited) -> None:
    bare = visited.see([])
    visited.see([*PULL, *CROSSING])
    assert np.array_equal(visited.see([]), bare)
    visited.see([*PULL, *CROSSING])
    only_last = visited.see(CROSSING)
    assert np.array_equal(only_last, Visited(visited.scene.stage.ctx, visited.world).see(CROSSING))


def test_what_was_raked_first_is_still_there_after_5000_touches(visited: Visited) -> None:
    """Far from the first stroke, so many others that no list of the newest few thousand would hold it."""
    corner = [(0.70 + 0.005 * (i % 50), 0.14 + 0.002 * (i % 7)) for i in range(5000)]
    later = [stroke(corner[i : i + 50], number=2 + i // 50, start_s=5.0 + i) for i in range(0, 5000, 50)]
    touches = [*PULL, *[event for pull in later for event in pull]]
    bare, first = visited.see([]), visited.see(PULL)
    for count in range(len(PULL), len(touches), 997):
        visited.see(touches[:count])
    long_after = visited.see(touches)
    kept = changed(bare, first)
    kept[:, round(0.6 * SIZE[0]) :] = False
    assert kept.sum() > 100
    assert np.array_equal(long_after[kept], first[kept])
    assert np.array_equal(long_after, Visited(visited.scene.stage.ctx, visited.world).see(touches))


def test_in_a_window_a_long_stroke_is_baked_little_by_little_and_ends_as_at_once(
    visited: Visited, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep = stroke([(0.02 * i, 0.2 + 0.1 * (i % 2)) for i in range(50)])
    direct = visited.see([*PULL, *sweep])
    visited.see(PULL)
    visited.scene.stage.in_slices = True
    areas: list[int] = []
    run = Bake.run
    monkeypatch.setattr(
        Bake, "run", lambda bake, stage, box: (areas.append(box[2] * box[3]), run(bake, stage, box))
    )
    monkeypatch.setattr("game.scenery.garden.raking.SLICE_PX", 2000)
    most = 0
    for _ in range(40):
        areas.clear()
        shown = visited.see([*PULL, *sweep])
        most = max(most, sum(areas))
    assert np.abs(shown.astype(int) - direct).max() <= 1
    assert most < 0.9 * 2 * SIZE[0] * SIZE[1]


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


def test_a_place_raked_before_is_shown_raked_from_its_first_frame_on(ctx: Context, visited: Visited) -> None:
    from game.scenery.scene import Scene

    raked = visited.see([*PULL, *CROSSING])
    scene = Scene(ctx, visited.world, 1)
    scene.stage.touches = [*PULL, *CROSSING]
    scene.stage.in_slices = True
    for _ in scene.prepare():
        pass
    scene.resize(SIZE)
    for _ in scene.rebake():
        pass
    visited.scene = scene
    assert np.array_equal(visited.see([*PULL, *CROSSING]), raked)


def test_stones_and_moss_are_never_raked(ctx: Context) -> None:
    world = garden()
    bare = Visited(ctx, world)
    before = bare.see([])
    standing = np.frombuffer(_standing_cover(bare), np.uint8).reshape(SIZE[1], SIZE[0], 4)[::-1, :, 3] == 255
    sweep: list[TouchEvent] = []
    for row in range(16):
        sweep += stroke([(0.02 * i, 0.14 + 0.03 * row) for i in range(51)], number=row, start_s=float(row))
    after = bare.see(sweep)
    assert changed(before, after)[~standing].mean() > 0.15
    assert not changed(before, after)[standing].any()


def _standing_cover(visited: Visited) -> bytes:
    """The form map of everything but sand, whose alpha is how much of a pixel it covers."""
    from game.scenery.layers.garden import GardenLayer

    layer = visited.scene.layers[1]
    assert isinstance(layer, GardenLayer)
    return bytes(layer.standing_form.read())


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
