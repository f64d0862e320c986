"""The `silhouette` layer."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel
from worlds.said import untranslated

_NAME = r"^[^/\\:][^\\:]*\.([sS][vV][gG]|[pP][nN][gG])$"
_FORM = untranslated('a file in the folder of the pack, like "shapes/hut.svg", and SVG or PNG')


def is_name(text: str) -> bool:
    """Whether this could name such a file."""
    return re.match(_NAME, text) is not None


class Silhouette(LayerModel):
    """A shape of the maker's own against the light, drawn as SVG or as PNG with a transparent ground: a hut, a
    tower. It is dark before the sky, rimmed by the sun or moon behind it, and fades into the haze."""

    kind: Literal["silhouette"]
    file: Annotated[
        str,
        Field(max_length=200, pattern=_NAME, examples=["shapes/hut.svg"], json_schema_extra={"x-form": _FORM}),
    ]
    """Where the drawing lies in the pack's folder; what is painted on it stands on its lowest point."""
    x_ratio: Annotated[float, Field(ge=-0.5, le=1.5)] = 0.5
    """Where its middle stands: 0 the left edge of the screen, 1 the right."""
    seed_shift_ratio: Annotated[float, Field(ge=0.0, le=0.5)] = 0.1
    """How far a seed may move it to the left or right, in screen widths."""
    seed_mirror: bool = True
    """Let every other seed see it mirrored."""
    foot_ratio: Annotated[float, Field(ge=-1.0, le=1.0)] = 0.0
    """How far over the horizon its foot stands (below it if negative), in screen heights."""
    height_ratio: Annotated[float, Field(ge=0.01, le=1.5)] = 0.25
    """Its height, in screen heights; on a narrow screen it is smaller if it would not fit."""
    colour: Colour = "#20242c"
    """Its own colour, before light falls on it."""
    tone_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How much of the drawing's own light and dark shows: 0 a plain shape."""
    rim_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the light along its edges towards sun or moon."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.2
    """How much air lies between."""
    near_ratio: Ratio = 0.2
    """How near it is: how far it shifts when the visitor leans."""

    _folder: Path | None = PrivateAttr(default=None)
    _state: tuple[int, int] | None = PrivateAttr(default=None)
    """When the file was written, and its size: with another file in its place this is another shape."""

    @property
    def path(self) -> Path:
        """Where the file is, once it is known in which folder it lies."""
        return self._folder / self.file if self._folder else Path(self.file)

    def same_file(self, other: Silhouette) -> bool:
        """Whether neither has another drawing than the other."""
        return self.path == other.path and self._state == other._state

    def lies_in(self, folder: Path) -> None:
        """Say in which folder the pack lies."""
        self._folder = folder
        with suppress(OSError):
            status = self.path.stat()
            self._state = (status.st_mtime_ns, status.st_size)
