"""A film's touches stir its world as they would in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.export.frames import visit_frames
from game.export.strokes import strokes
from game.export.visit import Visit
from game.signals.stir import FALL_S, PRESS_S
from worlds.format.world import World
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

DRAWN = [(0.1, 0.3, 2.0), (0.5, 0.3, 2.3), (0.9, 0.3, 2.6)]
STIRRED = {"kind": "sky", "cloud_ratio": {"follow": "stir", "from": 0.0, "to": 1.0}}


def visit(points: list[tuple[float, float, float]]) -> Visit:
    pack = {"format": 1, "world": {"name": "Stirred"}, "layer": [STIRRED]}
    return Visit(World.model_validate(pack), 1, 12.0, strokes(points))


def stir(points: list[tuple[float, float, float]], *times_s: float) -> list[float]:
    source = visit(points).source
    signals: list[Signals] = [source.at(t_s) for t_s in times_s]
    return [each.stir for each in signals]


def test_it_rises_with_a_stroke_and_falls_slowly() -> None:
    before, during, after, later = stir(DRAWN, 1.9, 2.6, 3.6, 2.6 + 3 * FALL_S)
    assert before == 0.0
    assert during > 0.7
    assert 0.7 * during < after < during
    assert later < 0.1


def test_a_press_alone_stirs_too() -> None:
    assert stir([(0.5, 0.5, 1.0)], 1.0 + PRESS_S)[0] > 0.5


def test_without_touches_nothing_stirs() -> None:
    assert stir([], 0.0, 5.0) == [0.0, 0.0]


@pytest.mark.parametrize("frames_per_s", [24.0, 30.0, 60.0])
def test_it_is_the_same_at_any_rate_and_in_any_order(frames_per_s: float) -> None:
    step_by_step = stir(DRAWN, *(n / frames_per_s for n in range(round(3 * frames_per_s) + 1)))[-1]
    assert step_by_step == stir(DRAWN, 3.0)[0] == stir(DRAWN, 9.0, 3.0)[1] > 0.0


def test_what_follows_it_is_seen_in_the_film(ctx: Context) -> None:
    def picture(points: list[tuple[float, float, float]]) -> np.ndarray:
        frames = visit_frames(ctx, visit(points), (128, 72), at_s=3.0, frames_per_s=10.0)
        return next(frames).astype(float)

    assert np.abs(picture(DRAWN) - picture([])).mean() > 1.0
