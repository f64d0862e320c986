"""A world tried on rendered frames with a restless visitor: does anything flash?"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.comfort.flashes import FlashMeter, Worst
from game.export.frames import frame_at, read_rgb, ready_scene
from game.export.visit import Visit, presses
from game.signals.source import SignalSource, signals_of
from game.signals.stir import Stir

if TYPE_CHECKING:
    from arcade.gl import Context

    from game.scenery.touches import TouchEvent
    from worlds.format.world import World
    from worlds.signals import Signals

HOURS = (0.5, 6.2, 12.5, 18.5)
SECONDS = 6.0
FPS = 20.0
SIZE_PX = (128, 72)
SEED = 1
TOUCHES_PER_S = 8
FASTEST_BREATH_S = 5.0
"""Nobody is followed faster than twelve a minute."""


@dataclass(frozen=True)
class Flash:
    """The worst of an hour that was not calm."""

    hour: float
    worst: Worst


class Restless(SignalSource):
    """Signals of somebody who shakes the pointer for half of every second and breathes as fast as is followed."""

    def __init__(self, world: World, seed: int, hour: float) -> None:
        super().__init__(world, seed, hour)
        self._tried, self._tried_seed, self._hour = world, seed, hour
        self._stir = Stir()
        self._before_s = 0.0

    def at(self, t_s: float) -> Signals:
        """The signals at a time; times must rise."""
        if t_s % 1.0 < 0.5:
            self._stir.pressed()
        stir = self._stir.step(t_s - self._before_s)
        self._before_s = t_s
        breath = 0.5 - 0.5 * math.cos(2 * math.pi * t_s / FASTEST_BREATH_S)
        return signals_of(self._tried, self._tried_seed, t_s=t_s, hour=self._hour, breath=breath, stir=stir)


def flashes(
    ctx: Context, world: World, visitor: Callable[[World, int, float], SignalSource] = Restless
) -> Iterator[Flash]:
    """Try a world at four hours of the day, touched all over; yield what flashes more than is comfortable."""
    scene = ready_scene(ctx, world, SEED, SIZE_PX)
    output = scene.stage.target(SIZE_PX)
    try:
        for hour in HOURS:
            visit, source, meter = Visit(world, SEED, hour, storm()), visitor(world, SEED, hour), FlashMeter(FPS)
            for n in range(round(SECONDS * FPS)):
                scene.draw(frame_at(visit, source, n / FPS, 1 / FPS if n else 0.0), output)
                meter.see(read_rgb(output))
            if not meter.calm:
                yield Flash(hour, meter.red if meter.general.calm else meter.general)
    finally:
        scene.release()


def storm() -> list[TouchEvent]:
    """Eight touches a second, all over the picture."""
    golden, silver = 0.618, 0.414
    points = [
        (0.05 + 0.9 * (n * golden % 1), 0.05 + 0.9 * (n * silver % 1), n / TOUCHES_PER_S)
        for n in range(round(SECONDS * TOUCHES_PER_S))
    ]
    return presses(points)
