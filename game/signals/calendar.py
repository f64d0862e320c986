"""Which day it is where the visitor is, asked whenever they enter a world."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from worlds.almanac import Day, seen_on
from worlds.format.world import World

MIDDAY = timedelta(hours=12)


def local_now() -> datetime:
    """The machine's date and time, by its own clock."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Calendar:
    """Tells the day: the machine's, or one that was asked for."""

    latitude_deg: float | None = None
    """How far north; None if the visitor has not said."""
    date: date | None = None
    """A day to stay at; None for today's."""
    now: Callable[[], datetime] = local_now

    def today(self) -> Day:
        """The day, which lasts from noon to noon, so that no night has two moons."""
        day = self.date or (self.now() - MIDDAY).date()
        return Day(day, self.latitude_deg, summer_time=time.localtime(self.now().timestamp()).tm_isdst > 0)

    def seen(self, world: World) -> World:
        """A world as it is today."""
        return seen_on(world, self.today())
