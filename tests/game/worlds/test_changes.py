"""Going from world to world does not flash, however impatient the visitor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.comfort.flashes import FlashMeter
from game.export.frames import read_rgb
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.pace import Pace
from game.view.place import Moment, Place
from game.view.scales import Scales
from game.view.theatre import Theatre
from tests.game.view.fakes import output_of
from tests.game.worlds.shots import WORLDS
from worlds.catalogue import BUILTIN
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE_PX = (128, 72)
FPS = 30.0


@pytest.mark.parametrize(("every_s", "hour"), [(0.8, 12.0), (3.5, 12.0), (3.5, 23.0)])
def test_changing_worlds_does_not_flash(ctx: Context, every_s: float, hour: float) -> None:
    theatre = Theatre(ctx, Backdrop(Brush(ctx)), Pace(1e9), Scales(), SIZE_PX)
    output, meter = output_of(ctx, SIZE_PX), FlashMeter(FPS)
    places = [Place(read_world(BUILTIN / world), 1) for world in WORLDS]
    moment, seen = Moment(hour=hour), set()
    for n in range(round((3 if every_s > 1 else 6) * every_s * FPS)):
        if n % round(every_s * FPS) == 0:
            theatre.visit(places[n // round(every_s * FPS) % len(places)])
        moment = replace(moment, t_s=n / FPS, dt_s=1 / FPS)
        theatre.work(1.0, moment, lambda: 0.0)
        theatre.draw(moment, output)
        meter.see(read_rgb(output))
        seen |= {theatre.front.place.world.world.id} if theatre.front else set()
    theatre.release()
    assert seen, "no world was ever seen"
    assert meter.calm, (meter.general, meter.red)
