"""The `[space]` table: how a place answers sound."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from worlds.format.base import Model

DecayS = Annotated[float, Field(ge=0.2, le=8.0)]
"""Time in seconds for a sound to die away by 60 dB."""


class Space(Model):
    """What comes back from trees, walls and water. Without this table, an open wood."""

    decay_s: DecayS = 1.4
    """How long sounds linger: a room 0.4, a wood 1.4, a cave 2.5."""
    low_decay_s: DecayS = 1.0
    """The same for lows (125 Hz): longer than the middle between walls, shorter under the sky."""
    high_decay_s: DecayS = 0.7
    """The same for highs (4 kHz): shorter where there is moss, snow or much air."""
    reverb_db: Annotated[float, Field(ge=-60.0, le=0.0)] = -15.0
    """How loud all that is beside the sound itself, at 10 m: a wood -15, a room -4, a cave 0."""
