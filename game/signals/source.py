"""The signals of a world as a function of time, for export and as the base the window builds on."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.scenery.light import daylight, sun_height
from worlds.format.world import World
from worlds.signals import Signals
from worlds.weather import weather

BREATHS_PER_MIN = 6.0
INHALE_RATIO = 0.4


class SignalSource:
    """Signals without a window: hour, weather, a breath of 6 a minute (4 s in, 6 s out), and who stirs."""

    def __init__(
        self,
        world: World,
        seed: int,
        start_hour: float,
        hours_per_s: float = 1 / 3600,
        stir: Callable[[float], float] = lambda _: 0.0,
    ) -> None:
        """`stir` is the level 0..1 at a world time."""
        self._world = world
        self._seed = seed
        self._start_hour = start_hour
        self._hours_per_s = hours_per_s
        self._stir_at = stir

    def at(self, t_s: float) -> Signals:
        """The signals at a world time."""
        hour = (self._start_hour + t_s * self._hours_per_s) % 24
        breath, stir = pacer_breath(t_s), self._stir_at(t_s)
        return signals_of(self._world, self._seed, t_s=t_s, hour=hour, breath=breath, stir=stir)


def signals_of(
    world: World, seed: int, *, t_s: float, hour: float, breath: float, stir: float = 0.0, settle: float = 0.0
) -> Signals:
    """One place's signals: what the visitor and the clock give, and what its own sun and weather make of it."""
    height = sun_height(world.light, hour)
    return Signals(
        t_s=t_s,
        breath=breath,
        hour=hour,
        daylight=daylight(height),
        sun_height=height,
        stir=stir,
        settle=settle,
        **weather(seed, t_s),
    )


def pacer_breath(t_s: float) -> float:
    """Lung fullness of a breath of 6 a minute: eased in for 4 s, eased out for 6 s."""
    phase = t_s * BREATHS_PER_MIN / 60 % 1.0
    part = phase / INHALE_RATIO if phase < INHALE_RATIO else 1 - (phase - INHALE_RATIO) / (1 - INHALE_RATIO)
    return 0.5 - 0.5 * math.cos(math.pi * part)
