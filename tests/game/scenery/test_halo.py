"""The halo widens with the breath, keeps its place on any screen, and adds light only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.game.scenery.painting import Painter
from worlds.format.layers.halo import Halo
from worlds.format.layers.sky import Sky
from worlds.format.world import About, World
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

WORLD = World(format=1, world=About(name="Breath"), layer=[Sky(kind="sky"), Halo(kind="halo", ring_ratio=0.0)])


def lit(painter: Painter, breath: float) -> np.ndarray:
    frame = painter.frame(23.0, signals=Signals(breath=breath))
    return (painter.paint(frame) - painter.paint(frame, without=[1])).sum(axis=2)


def test_it_widens_with_the_breath_and_only_adds(ctx: Context) -> None:
    painter = Painter(ctx, WORLD)
    empty, full = (lit(painter, breath) for breath in (0.0, 1.0))
    assert empty.min() >= -3
    assert (full > 30).sum() > 1.8 * (empty > 30).sum() > 0


@pytest.mark.parametrize("size_px", [(256, 144), (144, 256), (288, 81)])
def test_it_is_round_and_in_its_place_on_any_screen(ctx: Context, size_px: tuple[int, int]) -> None:
    light = lit(Painter(ctx, WORLD, size_px=size_px), 0.5)
    rows, columns = np.nonzero(light > 0.5 * light.max())
    assert columns.mean() / size_px[0] == pytest.approx(0.5, abs=0.02)
    assert 1 - rows.mean() / size_px[1] == pytest.approx(0.55, abs=0.02)
    assert np.ptp(rows) == pytest.approx(np.ptp(columns), abs=2)
