"""Parts of the screen baked with less than everything: together whole, and no part without what it shows."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.scenery.garden.bands import Bands, bands
from game.scenery.garden.court import court
from game.scenery.garden.sight import Sight
from game.scenery.garden.view import View

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE = 320, 180


@pytest.mark.parametrize(("size", "seed"), list(product([SIZE, (90, 160), (320, 90), (64, 36)], range(10))))
def test_bands_cover_the_screen_once(size: tuple[int, int], seed: int) -> None:
    covered = np.zeros((size[1], size[0]), int)
    view = View(size[0] / size[1], 0.77, court(np.random.default_rng(seed), 1 if seed % 4 < 2 else -1, seed))
    behind, parts = np.zeros_like(covered), bands(view, size)
    for x, y, width, height in [*parts.before, *parts.above]:
        covered[y : y + height, x : x + width] += 1
    for _, (x, y, width, height) in parts.behind:
        behind[y : y + height, x : x + width] += 1
    assert (covered == 1).all()
    assert behind.max() == 1
    for x, y, width, height in parts.above:
        assert (behind[y : y + height, x : x + width] == 1).all()


def test_a_thing_is_near_where_it_stands_and_where_its_shade_falls() -> None:
    view = View(16 / 9, 0.77)
    sight = Sight(view, [(0.0, 0.4, 8.0, 0.5)], SIZE)
    here = _around(view.on_screen(0.0, 0.4, 8.0))
    shaded = _around(view.on_screen(2.0, 0.0, 9.5))
    shades = sight.shaded_by(sight.sun_shades((-0.7, 0.35, -0.6)))
    assert sight.seen(here) == [0]
    assert sight.seen(shaded) == []
    assert shades(here) == [0]
    assert shades(shaded) == [0]
    assert shades(_around(view.on_screen(-3.0, 0.0, 8.0))) == []


def test_the_lantern_itself_is_in_no_ones_light() -> None:
    view = View(16 / 9, 0.77)
    sight = Sight(view, [(0.0, 0.9, 8.0, 1.0), (1.5, 0.3, 8.0, 0.4)], SIZE)
    shades = sight.shaded_by(sight.lamp_shades((0.0, 1.1, 8.0), 6.0, lantern=0))
    assert shades((0, 0, *SIZE)) == [1]
    assert shades(_around(view.on_screen(2.6, 0.0, 8.0))) == [1]
    assert shades(_around(view.on_screen(-2.5, 0.0, 8.0))) == []


@pytest.mark.parametrize(("hour", "seed"), [(8.0, 0), (0.0, 1), (8.0, 2), (16.0, 3), (8.0, 4), (0.0, 5)])
def test_leaving_out_changes_no_pixel(
    ctx: Context, monkeypatch: pytest.MonkeyPatch, hour: float, seed: int
) -> None:
    from game.export.frames import frames
    from game.scenery.garden import maps
    from game.signals.source import SignalSource
    from tests.game.scenery.garden.gardens import garden

    def picture() -> NDArray[np.int16]:
        world = garden()
        source = SignalSource(world, seed, hour, hours_per_s=0.0)
        return next(frames(ctx, world, source, seed, SIZE, [5.0])).astype(np.int16)

    quick = picture()
    everything = list(range(32))
    monkeypatch.setattr(maps, "bands", lambda *_: Bands([("set high", (0, 0, *SIZE))], [(0, 0, *SIZE)]))
    monkeypatch.setattr(Sight, "islands_seen", lambda _, islands, __: list(range(len(islands))))
    monkeypatch.setattr(Sight, "_meeting", lambda self, *_: everything[: len(self.balls)])
    assert np.abs(quick - picture()).max() <= 1, "no more than numbers are rounded"


def _around(place: tuple[float, float]) -> tuple[int, int, int, int]:
    return round(place[0] * SIZE[0]) - 2, round(place[1] * SIZE[1]) - 2, 4, 4
