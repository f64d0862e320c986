"""The `piano` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.instrument import InstrumentModel


class Piano(InstrumentModel):
    """A felt piano with its dampers lifted; the score or a touch plays it."""

    kind: Literal["piano"] = "piano"
    bright_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """0 a thick strip of felt before the hammers, 1 hardly any."""
    ring_s: Annotated[Value, Range(1, 10)] = 4.0
    """How long the first, stronger part of middle C's sound takes to fall by 60 dB; what stays behind it rings
    almost four times as long. Higher notes are shorter, lower ones longer."""
    felt_ms: Annotated[Value, Range(50, 150)] = 56.0
    """How softly a note begins."""
    action_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much of keys and hammers is heard: the thud of wood and felt at the beginning of each note."""
