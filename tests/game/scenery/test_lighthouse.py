"""The lighthouse: its lamp swells and sinks, it keeps still when asked, and stands away from the moon's path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.light import light_at
from tests.game.scenery.painting import Painter
from worlds.format.layers.lighthouse import Lighthouse
from worlds.format.layers.sky import Sky
from worlds.format.world import About, World

if TYPE_CHECKING:
    from arcade.gl import Context

WORLD = World(
    format=1,
    world=About(name="A light"),
    layer=[Sky(kind="sky"), Lighthouse(kind="lighthouse", height_ratio=0.12, turn_s=10.0)],
)


@pytest.fixture(scope="module")
def painter(ctx: Context) -> Painter:
    return Painter(ctx, WORLD)


def light_of(painter: Painter, **more: float | bool) -> float:
    frame = painter.frame(0.0, **more)
    return float((painter.paint(frame) - painter.paint(frame, without=[1])).clip(0).sum())


def test_its_lamp_swells_and_sinks(painter: Painter) -> None:
    assert light_of(painter, t_s=20.0) > 2 * light_of(painter, t_s=25.0) > 0


def test_stilled_it_burns_on(painter: Painter) -> None:
    assert light_of(painter, t_s=25.0, stilled=True) == light_of(painter, t_s=20.0, stilled=True) > 0


def test_it_stands_away_from_the_light(ctx: Context) -> None:
    for seed in (1, 2, 3):
        one = Painter(ctx, WORLD, seed)
        frame = one.frame(0.0)
        seen = np.abs(one.paint(frame) - one.paint(frame, without=[1])).sum(axis=(0, 2))
        middle = (seen * np.arange(len(seen))).sum() / seen.sum() / len(seen)
        assert abs(middle - light_at(WORLD.light, 0.0, seed).moon_x) > 0.08
