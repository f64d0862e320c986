"""The `drips` voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Drips(VoiceModel):
    """Single drops falling into still water."""

    answering: ClassVar[Mapping[str, float] | None] = {"drips_per_min": 0.0}

    kind: Literal["drips"]
    drips_per_min: Annotated[Value, Range(0, 120)] = 20.0
    """How many drops fall in a minute; 0 leaves only those that a touch lets fall."""
    radius_mm: Annotated[Value, Range(0.8, 8)] = 2.6
    """Mean radius of the bubbles they make: small ones ring high, 3 mm at about 1 kHz."""
    places: int = Field(default=3, ge=1, le=8)
    """From how many places it drips."""
    seep_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """How much water seeps down between the drops, far softer than they: 0 none. Without drops there is none."""
