"""The signals of a world as a function of time, for export and as the base the window builds on."""

from __future__ import annotations

import math
from dataclasses import replace

from game.scenery.light import daylight, sun_height
from worlds.format.world import World
from worlds.seeds import generator
from worlds.signals import Signals

BREATHS_PER_MIN = 6.0
INHALE_RATIO = 0.4
WEATHER_PERIODS_S = (47.0, 113.0, 271.0)


class SignalSource:
    """Signals nobody disturbs: hour, weather and a breath of 6 a minute (4 s in, 6 s out)."""

    def __init__(self, world: World, seed: int, start_hour: float, hours_per_s: float = 1 / 3600) -> None:
        self._light = world.light
        self._start_hour = start_hour
        self._hours_per_s = hours_per_s
        self._phases = {
            name: generator(seed, "signal", name).random(len(WEATHER_PERIODS_S))
            for name in ("wind", "rain", "warmth", "drift_a", "drift_b")
        }

    def at(self, t_s: float) -> Signals:
        """The signals at a world time."""
        hour = (self._start_hour + t_s * self._hours_per_s) % 24
        height = sun_height(self._light, hour)
        return replace(
            Signals(t_s=t_s, hour=hour, breath=pacer_breath(t_s), daylight=daylight(height), sun_height=height),
            **{name: self._weather(name, t_s) for name in self._phases},
        )

    def _weather(self, name: str, t_s: float) -> float:
        """Three slow sines of unrelated periods: smooth, bounded, and the same for the same seed."""
        waves = (
            math.sin(math.tau * (t_s / p + x)) for p, x in zip(WEATHER_PERIODS_S, self._phases[name], strict=True)
        )
        return 0.5 + 0.5 * sum(waves) / len(WEATHER_PERIODS_S)


def pacer_breath(t_s: float) -> float:
    """Lung fullness of a breath of 6 a minute: eased in for 4 s, eased out for 6 s."""
    phase = t_s * BREATHS_PER_MIN / 60 % 1.0
    part = phase / INHALE_RATIO if phase < INHALE_RATIO else 1 - (phase - INHALE_RATIO) / (1 - INHALE_RATIO)
    return 0.5 - 0.5 * math.cos(math.pi * part)
