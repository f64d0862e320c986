"""The `recording` voice."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field, PrivateAttr

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel
from worlds.said import untranslated

_NAME = r"^[^/\\:][^\\:]*\.([wW][aA][vV]|[fF][lL][aA][cC]|[oO][gG][gG])$"
_FORM = untranslated('a file in the folder of the pack, like "sounds/brook.ogg", and WAV, FLAC or OGG')


def is_name(text: str) -> bool:
    """Whether this could name such a file."""
    return re.match(_NAME, text) is not None


class Recording(VoiceModel):
    """A sound of the maker's own, made endless: 5 to 60 seconds as a WAV, FLAC or OGG file in the pack's folder."""

    most: ClassVar[int] = 2

    kind: Literal["recording"]
    file: Annotated[
        str,
        Field(
            max_length=200,
            pattern=_NAME,
            examples=["sounds/brook.ogg"],
            json_schema_extra={"x-form": _FORM},
        ),
    ]
    """Where the sound lies in the pack's folder; something steady like a brook, without music or words."""
    grain_s: Annotated[Value, Range(2, 6)] = 4.0
    """It is played in pieces of about this length, from anywhere in it, that dissolve into each other."""

    _folder: Path | None = PrivateAttr(default=None)
    _state: tuple[int, int] | None = PrivateAttr(default=None)
    """When the file was written, and its size: with another file in its place this is another voice."""

    @property
    def path(self) -> Path:
        """Where the file is, once it is known in which folder it lies."""
        return self._folder / self.file if self._folder else Path(self.file)

    def lies_in(self, folder: Path) -> None:
        """Say in which folder the pack lies."""
        self._folder = folder
        with suppress(OSError):
            status = self.path.stat()
            self._state = (status.st_mtime_ns, status.st_size)
