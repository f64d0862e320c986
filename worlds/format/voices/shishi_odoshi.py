"""The `shishi_odoshi` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class ShishiOdoshi(VoiceModel):
    """The bamboo of a Japanese garden that fills with water, tips, and knocks softly on its stone."""

    kind: Literal["shishi_odoshi"]
    fill_s: Annotated[Value, Range(12, 180)] = 45.0
    """How long it takes to fill."""
    pitch_hz: float = Field(default=440.0, ge=250.0, le=1000.0)
    """Pitch of the knock: long bamboos are low."""
