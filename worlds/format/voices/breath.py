"""The `breath` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Breath(VoiceModel):
    """Soft air that breathes with the visitor: in, it brightens and rises; out, it darkens and sinks."""

    kind: Literal["breath"]
    centre_hz: Annotated[Value, Range(200, 1500)] = 520.0
    """Middle pitch of the air, between in and out."""
    apart_octaves: Annotated[Value, Range(0.3, 2)] = 1.1
    """How much higher the breath in sounds than the breath out."""
    held_ratio: Annotated[Value, Range(0, 1)] = 0.2
    """How much is heard while the breath rests: 0 nothing, 1 as much as while it flows."""
