"""Opening hours: ranges of local time for each day of the week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

TIME = r"(?:[01]\d|2[0-3]):[0-5]\d|24:00"
RANGE = rf"^({TIME})\s*-\s*({TIME})$"
DAY_MIN = 24 * 60


@dataclass(frozen=True)
class Range:
    """From one time of day up to another, in minutes after midnight; past midnight if it ends before it begins."""

    begin_min: int
    end_min: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies in it."""
        return self.begin_min == self.end_min

    def has_today(self, now_min: int) -> bool:
        """Whether a time lies in it, on the day it begins."""
        end_min = self.end_min if self.end_min > self.begin_min else DAY_MIN
        return self.begin_min <= now_min < end_min

    def has_tomorrow(self, now_min: int) -> bool:
        """Whether a time lies in it, on the day after it began."""
        return self.end_min < self.begin_min and now_min < self.end_min


def read_range(text: str) -> Range | None:
    """A range from "08:00-18:00"; None if the text is not written so."""
    found = re.match(RANGE, text)
    return Range(_minutes(found[1]), _minutes(found[2])) if found else None


def is_open(week: Sequence[Sequence[Range]] | None, now: datetime) -> bool:
    """Whether a kiosk is open at a local time; `week` has the ranges of each day, Monday first. None: always.

    Nothing is remembered, so a clock that is set, either way, is simply right from then on.
    """
    if week is None:
        return True
    now_min = now.hour * 60 + now.minute
    today, yesterday = week[now.weekday()], week[now.weekday() - 1]
    return any(span.has_today(now_min) for span in today) or any(span.has_tomorrow(now_min) for span in yesterday)


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)
