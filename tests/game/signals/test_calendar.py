"""The day lasts from noon to noon, and is asked for anew."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from game.signals.calendar import Calendar


def test_one_night_has_one_moon() -> None:
    """The evening and the small hours after it are one day."""
    evening = datetime(2026, 12, 23, 22, tzinfo=UTC)
    days = [Calendar(now=lambda at=evening + timedelta(hours=h): at).today().date for h in (0, 5, 13, 15)]
    assert days == [date(2026, 12, 23), date(2026, 12, 23), date(2026, 12, 23), date(2026, 12, 24)]


def test_a_day_asked_for_stays() -> None:
    assert Calendar(52.0, date(2020, 1, 2)).today().date == date(2020, 1, 2)
    assert Calendar(52.0, date(2020, 1, 2)).today().latitude_deg == 52.0
