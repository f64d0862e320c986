"""The `birds` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel

Species = Literal[
    "blackbird",
    "chaffinch",
    "chickadee",
    "cuckoo",
    "great_tit",
    "nightingale",
    "robin",
    "song_thrush",
    "wren",
]


class Birds(VoiceModel):
    """Songbirds: many at dawn, few at noon and in rain, some at dusk; at night nightingales alone."""

    kind: Literal["birds"]
    species: Annotated[list[Species], Field(min_length=1, max_length=8)] = ["blackbird", "robin", "great_tit"]
    """Which birds sing, nearest first; name one twice for two of them."""
    activity_ratio: Annotated[Value, Range(0, 1)] = 0.7
    """How often they sing, beside what the hour allows."""
    far_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much is heard of the wood behind them, its air and its far birds; 0 for the near ones alone."""
