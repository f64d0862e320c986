"""The `[[touch]]` table: what pressing, dragging, holding and hovering do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import Field

from worlds.format.base import Model
from worlds.format.voices import TOUCHABLE

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
    loudness_db: float = Field(default=-26.0, ge=-80.0, le=-17.0)
    """Loudness of that answer."""
