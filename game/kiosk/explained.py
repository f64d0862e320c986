"""What a kiosk's file means, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from game.kiosk.config import Config, Hours
from worlds.format.world import World
from worlds.words import plain

_USES = {"touch": "touches the screen", "mouse": "clicks the mouse", "keyboard": "presses any key"}


def explained(config: Config, worlds: Sequence[World]) -> str:
    """The whole file as a few sentences."""
    return "\n".join([*_shows(config, worlds), *_open(config.hours), _leave(config)])


def _shows(config: Config, worlds: Sequence[World]) -> Iterator[str]:
    names, wakes = _and([world.world.name for world in worlds]), _or([_USES[name] for name in config.inputs])
    turn = f" in turn, {plain(config.attract_minutes)} min each," if len(worlds) > 1 else ""
    where = "Fills the screen" if config.fullscreen else "Opens a window"
    yield f"{where} and shows {names}{turn} until somebody {wakes}."
    yield f"A visit then lasts {plain(config.session_minutes)} min, fades out, and everything is put back."
    yield f"It never sounds louder than {plain(config.volume_ceiling_db)} dB beside each world's own level."
    if config.still:
        yield "Motion is reduced: only the light moves."


def _open(hours: Hours | None) -> Iterator[str]:
    """Days with the same hours together."""
    if hours is None:
        yield "It is open day and night."
        return
    days = [(day, tuple(getattr(hours, day))) for day in type(hours).model_fields]
    yield "It is open (local time):"
    for ranges, group in groupby(days, key=lambda day: day[1]):
        names = [name.capitalize() for name, _ in group]
        span = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        yield f"  {span}: {_and(ranges) if ranges else 'closed'}"
    yield "A visit that has begun goes on to its end after closing time."


def _leave(config: Config) -> str:
    if config.pin is None:
        return "There is no PIN, so no key leaves it; only the system can end it."
    return "To leave, type the PIN on a keyboard, then Esc."


def _and(words: Sequence[str]) -> str:
    return _joined(words, "and")


def _or(words: Sequence[str]) -> str:
    return _joined(words, "or")


def _joined(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
