"""What is hidden is not painted, and nobody sees the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.cover import STEPS, Cover, leave_cover, lowest, shaken
from game.scenery.ground import Ground
from tests.game.scenery.painting import Painter
from worlds.catalogue import find
from worlds.format.world import World
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("dusk_lake")
    assert entry is not None
    return read_world(entry.folder)


@pytest.mark.parametrize("lean", [-1.0, 0.0, 1.0])
def test_the_picture_is_the_same_as_if_all_were_painted(
    ctx: Context, world: World, lean: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Painter(ctx, world, 3)
    seen = one.paint(one.frame(12.0, lean=(lean, lean)))
    with monkeypatch.context() as patched:
        patched.setattr(Ground, "before", lambda *_: [])
        plain = Painter(ctx, world, 3)
        all_ = plain.paint(plain.frame(12.0, lean=(lean, lean)))
    assert np.abs(seen - all_).max() <= 2


def test_hills_hide_something_of_the_sky_and_of_the_range_behind(ctx: Context, world: World) -> None:
    stage = Painter(ctx, world, 3).scene.stage
    ranges = [name for name in stage.ground.order if name.endswith("/ridges")]
    sky, range_ = Cover(stage, stage.ground.order[0], 0.0), Cover(stage, ranges[0], 0.12)
    assert sky.changed()
    assert range_.changed()
    assert not sky.changed()
    assert sky.line.max() > range_.line.max() > 0.02


def test_nothing_in_front_of_a_layer_hides_it_from_behind(ctx: Context, world: World) -> None:
    stage = Painter(ctx, world, 3).scene.stage
    last = Cover(stage, stage.ground.order[-1], 0.0)
    last.changed()
    assert last.line.max() == 0.0


def test_a_cover_never_promises_more_than_it_hides(ctx: Context, world: World) -> None:
    stage = Painter(ctx, world, 3).scene.stage
    tops = 0.2 + 0.1 * np.sin(np.linspace(0, 20, 760))
    leave_cover(stage, "somebody", tops, 0.5)
    left = stage.ground.lines["cover"]["somebody"]
    across = np.linspace(0, 1, STEPS)
    assert (left < np.interp(across, np.linspace(0, 1, 760), tops)).all()
    assert (shaken(tops, 1.0) <= lowest(tops, 1)).all()
