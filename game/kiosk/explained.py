"""What a kiosk's file means, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from game.kiosk.config import Config, Hours
from game.text import translate as _
from game.text import untranslated
from worlds.format.world import World
from worlds.words import plain

_USES = {
    "touch": untranslated("touches the screen"),
    "mouse": untranslated("clicks the mouse"),
    "keyboard": untranslated("presses any key"),
}
_DAYS = [
    untranslated("Monday"),
    untranslated("Tuesday"),
    untranslated("Wednesday"),
    untranslated("Thursday"),
    untranslated("Friday"),
    untranslated("Saturday"),
    untranslated("Sunday"),
]


def explained(config: Config, worlds: Sequence[World]) -> str:
    """The whole file as a few sentences."""
    return "\n".join([*_shows(config, worlds), *_open(config.hours), _leave(config)])


def _shows(config: Config, worlds: Sequence[World]) -> Iterator[str]:
    names, wakes = _and([world.world.name for world in worlds]), _or([_(_USES[name]) for name in config.inputs])
    yield _shown(config, len(worlds) > 1).format(worlds=names, minutes=plain(config.attract_minutes), wakes=wakes)
    lasts = _("A visit then lasts {minutes} min, fades out, and everything is put back.")
    yield lasts.format(minutes=plain(config.session_minutes))
    loudest = _("It never sounds louder than {volume} dB beside each world's own level.")
    yield loudest.format(volume=plain(config.volume_ceiling_db))
    if config.still:
        yield _("Motion is reduced: only the light moves.")
    if config.latitude_deg is not None:
        side = _("north") if config.latitude_deg >= 0 else _("south")
        goes = _("Sun and leaves are those of the day at {degrees} degrees {side}.")
        yield goes.format(degrees=plain(abs(config.latitude_deg)), side=side)


def _shown(config: Config, in_turn: bool) -> str:
    """Whole sentences, as other languages do not put one together from the same parts."""
    if config.fullscreen and in_turn:
        return _("Fills the screen and shows {worlds} in turn, {minutes} min each, until somebody {wakes}.")
    if config.fullscreen:
        return _("Fills the screen and shows {worlds} until somebody {wakes}.")
    if in_turn:
        return _("Opens a window and shows {worlds} in turn, {minutes} min each, until somebody {wakes}.")
    return _("Opens a window and shows {worlds} until somebody {wakes}.")


def _open(hours: Hours | None) -> Iterator[str]:
    """Days with the same hours together."""
    if hours is None:
        yield _("It is open day and night.")
        return
    fields = type(hours).model_fields
    days = [(_(name), tuple(getattr(hours, day))) for name, day in zip(_DAYS, fields, strict=True)]
    yield _("It is open (local time):")
    for ranges, group in groupby(days, key=lambda day: day[1]):
        names = [day[0] for day in group]
        several = _("{first} to {last}").format(first=names[0], last=names[-1])
        yield f"  {names[0] if len(names) == 1 else several}: {_and(ranges) if ranges else _('closed')}"
    yield _("A visit that has begun goes on to its end after closing time.")


def _leave(config: Config) -> str:
    if config.pin is None:
        return _("There is no PIN, so no key leaves it; only the system can end it.")
    return _("To leave, type the PIN on a keyboard, then Esc.")


def _and(words: Sequence[str]) -> str:
    return _joined(words, _("and"))


def _or(words: Sequence[str]) -> str:
    return _joined(words, _("or"))


def _joined(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
