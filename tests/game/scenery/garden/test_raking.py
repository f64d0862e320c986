"""What is raked stays raked, in whatever steps it was drawn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.garden.baking import Bake
from game.scenery.touches import TouchEvent
from tests.game.scenery.garden.gardens import (
    CROSSING,
    PULL,
    SIZE,
    Visited,
    changed,
    garden,
    picture,
    stroke,
)

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def visited(ctx: Context) -> Visited:
    return Visited(ctx, garden())


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
