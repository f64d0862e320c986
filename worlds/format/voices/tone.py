"""The `tone` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Tone(VoiceModel):
    """A soft, plain tone for headphones: a little higher in one ear than in the other, or gently pulsing.

    Some like to rest in such tones; nothing more is claimed of them.
    """

    most: ClassVar[int] = 2
    at_the_ears: ClassVar[bool] = True

    kind: Literal["tone"]
    beats: Literal["binaural", "isochronic"] = "binaural"
    """binaural: each ear has a steady tone, and they differ by the rate; by speakers it is one steady tone.
    isochronic: both ears have the same tone, softer and louder at the rate."""
    carrier_hz: Annotated[Value, Range(80, 1000)] = 200.0
    """Pitch of the tone."""
    rate_hz: Annotated[Value, Range(0.5, 30)] = 6.0
    """How far apart the ears' tones are, or how often it pulses in a second."""
    depth_ratio: Annotated[Value, Range(0, 0.6)] = 0.4
    """How deep an isochronic tone's pulses are: 0 none. Quick ones are kept shallower, or they would be rough."""
    loudness_db: Annotated[Value, Range(-80, -36)] = -42.0
    """Loudness in LUFS before the world as a whole is brought to its level; it is to be heard under all else."""
