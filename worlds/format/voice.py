"""What every kind of voice has in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Model


class Place(Model):
    """Where a sound comes from, as the visitor hears it."""

    azimuth_deg: Annotated[Value, Range(-180, 180)] = 0.0
    """Direction: 0 ahead, negative left, positive right."""
    distance_m: Annotated[Value, Range(0.5, 2000)] = 10.0
    """How far away; distance takes level and high tones."""
    height_m: Annotated[Value, Range(-100, 1000)] = 0.0
    """How high above your ears it is, negative below; no more of that is heard than its distance."""


class VoiceModel(Model):
    """One thing you hear."""

    most: ClassVar[int] = 4
    """How many of this kind one world may have."""
    answering: ClassVar[Mapping[str, float] | None] = None
    """What its fields are when it only does what touches, or a score, ask of it; None if it answers no touch."""
    stroked: ClassVar[bool] = False
    """Whether an answer is told every move of the hand, and rests by itself when no more is told."""
    at_the_ears: ClassVar[bool] = False
    """Whether it is heard in the ears themselves, left in the left and right in the right: no place, no room."""

    loudness_db: Annotated[Value, Range(-80, 0)] = -30.0
    """Loudness of this voice in LUFS before the world as a whole is brought to its level."""
    place: Place = Field(default_factory=Place)
    """Where it is."""

    def only_played(self) -> Self:
        """The same, but that of itself it is silent, unless its maker wrote otherwise."""
        written = self.model_fields_set
        silent = {name: value for name, value in (self.answering or {}).items() if name not in written}
        return self.model_copy(update=silent) if silent else self
