"""The `frogs` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel

FrogSpecies = Literal["grey_treefrog", "copes_treefrog", "green_treefrog", "spring_peeper"]


class Frogs(VoiceModel):
    """Frogs by a pond at night: they call by turns, and the warmer it is, the quicker they trill."""

    kind: Literal["frogs"]
    species: Annotated[list[FrogSpecies], Field(min_length=1, max_length=8)] = [
        "grey_treefrog",
        "grey_treefrog",
        "grey_treefrog",
    ]
    """Which frogs call, nearest first; name one twice for two of them."""
    temperature_c: Annotated[Value, Range(8, 32)] = following("warmth", 16.0, 28.0, 30.0)
    """Warmth of the air: it sets how quickly they trill, and how often they call."""
    activity_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 0.8, 0.0, 20.0)
    """How often they call; by default at night, and not by day."""
