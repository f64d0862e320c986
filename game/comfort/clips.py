"""Short stretches of a world's day, painted small, with a visitor who does all there is to do at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.comfort.changes import changing
from game.export.frames import frame_at, read_rgb, ready_scene
from game.export.visit import Visit, presses
from game.signals.source import SignalSource, signals_of
from game.signals.stir import Stir

if TYPE_CHECKING:
    from arcade.gl import Context

    from game.scenery.scene import Scene
    from game.scenery.touches import TouchEvent
    from worlds.format.world import World
    from worlds.signals import Signals

FPS = 30.0
SIZE_PX = (320, 180)
SECONDS = 4.0
APART_S = 60.0
"""World time from the beginning of one clip to that of the next: weather and wind go on between them."""
CALM_S = 0.5
"""A clip begins untouched."""
TOUCHES_PER_S = 20
DAY_SPEED = 24.0
"""So many hours of the day in one."""
FASTEST_BREATH_S = 5.0
"""Nobody is followed faster than twelve a minute."""


@dataclass(frozen=True)
class Plan:
    """What is tried."""

    hours: Sequence[float]
    seeds: Sequence[int]
    changes: Sequence[tuple[float, float]]
    """Hours at which worlds are changed, and seconds from one change to the next."""

    @property
    def count(self) -> int:
        """Of clips."""
        return len(self.hours) * len(self.seeds) + len(self.changes)


FULL = Plan([hour + 0.2 for hour in range(24)], (1, 2, 3), [(12.0, 0.8), (12.0, 3.5), (23.0, 3.5)])
QUICK = Plan((0.5, 6.2, 12.5, 18.5), (1,), [(23.0, 3.5)])


@dataclass(frozen=True)
class Clip:
    """One stretch. Its frames, (180, 320, 3) sRGB at 30 to the second of world time, are painted as they are
    asked for, once."""

    hour: float
    seed: int
    frames: Iterator[NDArray[np.uint8]]
    changes: bool = False
    """Whether it goes from world to world."""


Visitor = Callable[["World", int, float, float], SignalSource]


class Restless(SignalSource):
    """Signals of somebody who shakes the pointer for half of every second and breathes as fast as is followed, on
    a day that goes by 24 times as fast."""

    def __init__(self, world: World, seed: int, hour: float, begin_s: float) -> None:
        super().__init__(world, seed, hour)
        self._tried, self._tried_seed, self._hour, self._begin_s = world, seed, hour, begin_s
        self._stir = Stir()
        self._before_s = begin_s

    def at(self, t_s: float) -> Signals:
        """The signals at a time; times must rise."""
        if t_s % 1.0 < 0.5:
            self._stir.pressed()
        stir = self._stir.step(t_s - self._before_s)
        self._before_s = t_s
        hour = (self._hour + (t_s - self._begin_s) * DAY_SPEED / 3600) % 24
        breath = 0.5 - 0.5 * math.cos(2 * math.pi * t_s / FASTEST_BREATH_S)
        return signals_of(self._tried, self._tried_seed, t_s=t_s, hour=hour, breath=breath, stir=stir)


def clips(
    ctx: Context, world: World, plan: Plan, others: Sequence[World] = (), visitor: Visitor = Restless
) -> Iterator[Clip]:
    """Everything of a plan, in turn; the changes are through `others`. Use up a clip before asking for the next."""
    for seed in plan.seeds:
        scene = ready_scene(ctx, world, seed, SIZE_PX)
        try:
            for index, hour in enumerate(plan.hours):
                begin_s = APART_S * index
                visit = Visit(world, seed, hour, storm(begin_s))
                yield Clip(hour, seed, _painted(scene, visit, visitor(world, seed, hour, begin_s), begin_s))
        finally:
            scene.release()
            ctx.gc()
    for hour, every_s in plan.changes:
        yield Clip(hour, 1, changing(ctx, [world, *others], hour, every_s, SIZE_PX, FPS), changes=True)


def _painted(scene: Scene, visit: Visit, source: SignalSource, begin_s: float) -> Iterator[NDArray[np.uint8]]:
    """What the scene paints, not what is shown: nothing is held back."""
    output = scene.stage.target(SIZE_PX)
    for n in range(round(SECONDS * FPS)):
        scene.draw(frame_at(visit, source, begin_s + n / FPS, 1 / FPS if n else 0.0), output)
        yield read_rgb(output)


def storm(begin_s: float) -> list[TouchEvent]:
    """Twenty touches a second: by turns eight all over the picture and eight in one place."""
    golden, silver = 0.618, 0.414
    points = []
    for n in range(round((SECONDS - CALM_S) * TOUCHES_PER_S)):
        x, y = (n * golden % 1, n * silver % 1) if n // 8 % 2 == 0 else (0.5, 0.25)
        points.append((0.05 + 0.9 * x, 0.05 + 0.9 * y, begin_s + CALM_S + n / TOUCHES_PER_S))
    return presses(points)
