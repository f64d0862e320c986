"""The hour of the day as the world sees it: eased, so that a clock set to another time never makes the sun leap."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

EASE_S = 6.0
FASTEST_HOURS_PER_S = 0.25


def local_hour() -> float:
    """The local time of day, 0..24, as the system has it."""
    now = datetime.now().astimezone()
    return now.hour + now.minute / 60 + (now.second + now.microsecond / 1e6) / 3600


class HourHand:
    """The world's hour 0..24. It follows what `read_hour` says, the short way round the dial.

    It starts on time; afterwards a difference (the clock was set, the zone changed) is made up over some
    seconds, never faster than `FASTEST_HOURS_PER_S`.
    """

    def __init__(self, read_hour: Callable[[], float]) -> None:
        self._read_hour = read_hour
        self.hour = read_hour() % 24

    def step(self, dt_s: float) -> float:
        """Move on by a step of world time; returns the hour."""
        behind = (self._read_hour() - self.hour + 12) % 24 - 12
        most = FASTEST_HOURS_PER_S * dt_s
        move = behind * (1 - math.exp(-dt_s / EASE_S))
        self.hour = (self.hour + min(max(move, -most), most)) % 24 % 24  # a hair below 0 comes out as 24 once
        return self.hour


def running_from(start_hour: float, now_s: Callable[[], float]) -> Callable[[], float]:
    """An hour that starts where the visitor set it and runs on with `now_s` (seconds)."""
    start_s = now_s()
    return lambda: (start_hour + (now_s() - start_s) / 3600) % 24
