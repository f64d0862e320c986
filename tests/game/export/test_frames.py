"""Frames of a visit: the same moment looks the same, wherever one began."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.export.frames import frames, visit_frames
from game.export.visit import Visit, presses
from game.scenery.scene import Scene
from worlds.catalogue import BUILTIN, entries
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE_PX = (128, 72)


def visit(world: str) -> Visit:
    return Visit(read_world(BUILTIN / world), seed=3, hour=18.0, touches=presses([(0.4, 0.2, 0.5)]), stilled=False)


def shots(ctx: Context, world: str, at_s: float, count: int, fps: float = 10.0) -> list[NDArray[np.uint8]]:
    return list(islice(visit_frames(ctx, visit(world), SIZE_PX, at_s=at_s, frames_per_s=fps), count))


@pytest.mark.parametrize("world", [entry.id for entry in entries()])
def test_a_picture_is_the_films_frame_at_that_moment(ctx: Context, world: str) -> None:
    film = shots(ctx, world, 0.0, 16)
    (picture,) = shots(ctx, world, 1.5, 1)
    assert np.array_equal(film[15], picture)


def test_frames_have_the_size_asked_for_and_stand_upright(ctx: Context) -> None:
    (picture,) = shots(ctx, "dusk_lake", 1.0, 1)
    assert picture.shape == (72, 128, 3)
    sky, ground = picture[:12].mean(), picture[-12:].mean()
    assert sky != ground


def test_whoever_looks_away_early_leaves_nothing_behind(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    released: list[Scene] = []
    monkeypatch.setattr(Scene, "release", lambda scene: released.append(scene))
    place = visit("dusk_lake")
    shown = frames(ctx, place.world, place.source, place.seed, SIZE_PX, [1.0, 2.0])
    next(shown)
    assert not released
    shown.close()
    assert len(released) == 1
