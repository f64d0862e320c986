"""The `cicadas` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel

CicadaSpecies = Literal["ash", "giant", "greengrocer"]


class Cicadas(VoiceModel):
    """Cicadas in the trees, in the heat of the day; a chorus of far ones behind a few near by."""

    kind: Literal["cicadas"]
    species: Annotated[list[CicadaSpecies], Field(min_length=1, max_length=5)] = ["ash", "ash", "ash"]
    """Which cicadas sing near by: "ash" of the Mediterranean scrapes, "giant" rasps and whistles, "greengrocer"
    rings on."""
    temperature_c: Annotated[Value, Range(14, 42)] = following("warmth", 22.0, 34.0, 30.0)
    """Warmth of the air: it sets how fast they sing, and below some 18 degrees they are silent."""
    activity_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 0.0, 0.8, 20.0)
    """How much they sing; by default by day, and not at night."""
    chorus_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How loud the far ones are beside the near ones."""
