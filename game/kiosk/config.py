"""The one file that says how a kiosk behaves."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from audio.listening import Listening
from game.called import called
from game.kiosk.hours import RANGE, Range, read_range
from game.text import translate as _
from game.text import untranslated
from worlds.catalogue import entries, find
from worlds.checking import checked
from worlds.documents import Document, read_document
from worlds.format.base import Model
from worlds.format.world import World
from worlds.problems import Unreadable
from worlds.reading import read_world
from worlds.wording import Mistake
from worlds.words import nearest, quoted

InputName = Literal["touch", "mouse", "keyboard"]

_RANGE_FORM = untranslated('from and to as "08:00-18:00", or past midnight as "20:00-02:00"')
_PIN_FORM = untranslated('a text of 4 to 8 digits, like "2580"')

Ranges = Annotated[
    list[Annotated[str, Field(pattern=RANGE, examples=["08:00-18:00"], json_schema_extra={"x-form": _RANGE_FORM})]],
    Field(max_length=8, examples=[["08:00-12:00", "13:00-18:00"]]),
]


Pin = Annotated[str, Field(pattern=r"^\d{4,8}$", examples=["2580"], json_schema_extra={"x-form": _PIN_FORM})]
Language = Annotated[
    str, Field(pattern=r"^[A-Za-z_@.-]{0,32}$", json_schema_extra={"x-form": untranslated('a language like "de"')})
]


class Hours(Model):
    """The `[hours]` table: when the kiosk is open. A day that is left out is closed all day."""

    monday: Ranges = []
    """Local time; as many ranges as you like. A range that passes midnight belongs to the day it begins on."""
    tuesday: Ranges = []
    """The same for Tuesday."""
    wednesday: Ranges = []
    """The same for Wednesday."""
    thursday: Ranges = []
    """The same for Thursday."""
    friday: Ranges = []
    """The same for Friday."""
    saturday: Ranges = []
    """The same for Saturday."""
    sunday: Ranges = []
    """The same for Sunday."""

    @property
    def week(self) -> list[list[Range]]:
        """The ranges of each day, Monday first."""
        days = [getattr(self, day) for day in type(self).model_fields]
        return [[span for text in day if (span := read_range(text))] for day in days]


class Config(Model):
    """A kiosk: what it shows, to whom it listens, and when."""

    worlds: Annotated[list[str], Field(min_length=1, max_length=64, examples=[["dusk_lake"]])]
    """The worlds a visitor may meet, shown in turn: ids as `stillroom list` has them, or paths of pack folders."""
    session_minutes: Annotated[float, Field(ge=1.0, le=120.0)] = 10.0
    """How long a visit lasts; then it fades out over half a minute and everything is put back."""
    attract_minutes: Annotated[float, Field(ge=0.5, le=240.0)] = 4.0
    """While nobody is there: how long each world is shown before the next."""
    volume_ceiling_db: Annotated[float, Field(ge=-60.0, le=0.0)] = -12.0
    """Never louder than this, beside each world's own level; while nobody is there it is 12 dB below."""
    pin: Pin | None = None
    """Typed on a keyboard it unlocks all keys for a minute, so that Esc leaves. Without one no key leaves."""
    inputs: Annotated[list[InputName], Field(min_length=1, max_length=3)] = ["touch", "mouse", "keyboard"]
    """What a visitor may use; everything else does nothing."""
    fullscreen: bool = True
    """Fill the screen; false opens a window, to try things."""
    monitor: Annotated[int, Field(ge=1, le=16)] | Literal["all", "each"] | None = None
    """Fill the monitor of this number (1 is the first), all of them as one ("all"), or show the same on each
    ("each"); without it, the system's choice."""
    listening: Listening = "speakers"
    """How it is heard: "speakers", "headphones" or "mono", which gives both sides the same."""
    still: bool = False
    """Reduced motion: only the light moves."""
    latitude_deg: Annotated[float, Field(ge=-90.0, le=90.0)] | None = None
    """How far north it stands, south as a negative number: with it the sun and the leaves are those of the day."""
    language: Language = ""
    """A language such as "de"; without it, the system's."""
    hours: Hours | None = None
    """When it is open; without it, always."""


def read_config(path: Path, own: Path | None) -> Config:
    """Read a kiosk's file; `own` is the folder of packs beside the built-in ones. Raises `Unreadable`."""
    document = read_document(path, within=path.resolve().parent)
    return checked(Config, document, [*_worlds(document, own), *_hours(document)])


def reread_config(path: Path) -> Config:
    """The same, but whatever has become of the worlds since: a kiosk that runs must go on with what it has."""
    document = read_document(path, within=path.resolve().parent)
    return checked(Config, document, list(_hours(document)))


def open_worlds(config: Config, own: Path | None) -> list[World]:
    """The worlds of a kiosk that can be opened now, in order; a pack that vanished or broke is left out."""
    found = []
    for name in config.worlds:
        with contextlib.suppress(Unreadable):
            if entry := find(name, own):
                found.append(read_world(entry.folder))
    return found


def _worlds(document: Document, own: Path | None) -> Iterator[Mistake]:
    for number, name in _texts(document.data.get("worlds")):
        entry = find(name, own)
        if entry is None:
            near = nearest(name, [known.id for known in entries(own)])
            said = _("there is no world called {name}.").format(name=quoted(name))
            meant = _("Did you mean {name}?").format(name=quoted(near))
            every = _("`{stillroom} list` shows the worlds there are.").format(stillroom=called())
            yield Mistake(("worlds", number), said, meant if near else every)
        elif message := _unopened(name, entry.folder):
            hint = _('See them with: {stillroom} check "{folder}"').format(stillroom=called(), folder=entry.folder)
            yield Mistake(("worlds", number), message, hint)


def _unopened(name: str, folder: Path) -> str:
    try:
        read_world(folder)
    except Unreadable as unreadable:
        one = _("the world {name} cannot be opened: its pack has a mistake.")
        many = _("the world {name} cannot be opened: its pack has {count} mistakes.")
        count = len(unreadable.problems)
        return (one if count == 1 else many).format(name=quoted(name), count=count)
    return ""


def _hours(document: Document) -> Iterator[Mistake]:
    hours = document.data.get("hours")
    if not isinstance(hours, dict):
        return
    if hours and not any(hours.values()):
        yield Mistake(
            ("hours",),
            _("these hours leave the kiosk closed all week."),
            _("Write for example: {line}").format(line='monday = ["08:00-18:00"]'),
        )
    for day, ranges in hours.items():
        for number, text in _texts(ranges):
            if (span := read_range(text)) and span.is_empty:
                message = _("{hours} begins and ends at the same time.").format(hours=quoted(text))
                yield Mistake(("hours", day, number), message, _('All day is "00:00-24:00".'))


def _texts(value: Any) -> Sequence[tuple[int, str]]:
    """The texts of a list with their numbers; what is no text is left to the model."""
    return [(n, text) for n, text in enumerate(value) if isinstance(text, str)] if isinstance(value, list) else []
