"""The `rake` voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Rake(VoiceModel):
    """A wooden rake drawn through fine gravel; a drag plays it, the faster the louder."""

    answering: ClassVar[Mapping[str, float] | None] = {}
    stroked: ClassVar[bool] = True

    kind: Literal["rake"]
    grain_mm: Annotated[Value, Range(0.5, 6)] = 2.0
    """Size of the gravel: fine sand hisses, coarse gravel crunches lower."""
