"""Opening hours."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from game.kiosk.hours import is_open, read_range

MONDAY, TUESDAY, SATURDAY, SUNDAY = 2, 3, 7, 8
"""Days of March 2026."""


def week(**days: str) -> list[list[object]]:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return [[read_range(text) for text in days.get(name, "").split()] for name in names]


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        (MONDAY, "07:59", False),
        (MONDAY, "08:00", True),
        (MONDAY, "11:59", True),
        (MONDAY, "12:00", False),
        (MONDAY, "13:00", True),
        (TUESDAY, "08:00", False),
        (SATURDAY, "19:59", False),
        (SATURDAY, "23:59", True),
        (SUNDAY, "00:00", True),
        (SUNDAY, "01:59", True),
        (SUNDAY, "02:00", False),
        (SUNDAY, "23:59", True),
        (MONDAY, "00:30", True),
        (MONDAY, "01:00", False),
    ],
)
def test_open_at_local_time(day: int, time: str, expected: bool) -> None:
    hours, minutes = map(int, time.split(":"))
    days = week(monday="08:00-12:00 13:00-18:00", saturday="20:00-02:00", sunday="22:00-01:00")
    assert is_open(days, datetime(2026, 3, day, hours, minutes, tzinfo=UTC)) is expected


def test_all_day_and_always() -> None:
    midnight = datetime(2026, 3, MONDAY, tzinfo=UTC)
    assert is_open(week(monday="00:00-24:00"), midnight)
    assert is_open(week(monday="00:00-24:00"), midnight.replace(hour=23, minute=59))
    assert not is_open(week(), midnight)
    assert is_open(None, midnight)


@pytest.mark.parametrize("text", ["8-12", "08:00", "08:00-25:00", "08:60-09:00", "", "08:00-09:00-10:00"])
def test_what_is_no_range(text: str) -> None:
    assert read_range(text) is None
