"""The `[[touch]]` table: what pressing, dragging, holding and hovering do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import Field

from worlds.format.base import Model
from worlds.format.kinds import kind_of
from worlds.format.voices import TOUCHABLE, AnyAnswer

Gesture = Literal["press", "drag", "hold", "hover"]
if TYPE_CHECKING:
    Sound: TypeAlias = str
else:
    Sound = Literal[("none", *TOUCHABLE)]


class Touch(Model):
    """One visible and one audible answer to a gesture; the note is always in tune with the score."""

    on: Gesture
    """What the visitor does."""
    look: str = Field(default="none", pattern=r"^[a-z_]{1,32}$")
    """The answer layers give, by name: "ripple" (water), "wipe" (glass), "rake" (sand), or "none"."""
    sound: Sound = "none"
    """The voice that answers, by its kind. If it has a part in the score, it sounds as it does there."""
    instrument: AnyAnswer | None = None
    """Instead of `sound`: the voice that answers with numbers of its own, written as `[touch.instrument]` with its
    `kind`, as a part of the score is."""
    loudness_db: float = Field(default=-26.0, ge=-80.0, le=-17.0)
    """Loudness of that answer."""

    @property
    def answering_kind(self) -> str:
        """The kind of the voice that answers; "none" if none does."""
        return self.sound if self.instrument is None else kind_of(type(self.instrument))
