"""The `[score]` table: slow generative music."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Model
from worlds.format.instrument import InstrumentModel
from worlds.format.scales import ScaleName
from worlds.format.voices import AnyInstrument
from worlds.format.voices.bowl import Bowl
from worlds.format.voices.pad import Pad
from worlds.format.voices.pluck import Pluck

Part = Literal["chords", "marks", "melody", "answer"]
PARTS: tuple[Part, ...] = get_args(Part)


class Modes(Model):
    """The scale at each time of the day; what is not written is in the score's `scale`."""

    dawn: ScaleName | None = None
    """While the sun is near the horizon before noon."""
    noon: ScaleName | None = None
    """While it is high."""
    dusk: ScaleName | None = None
    """While it is near the horizon after noon."""
    night: ScaleName | None = None
    """While it is well below."""


class Score(Model):
    """Slow music made for this world as it is heard, always in tune."""

    root_hz: float = Field(default=110.0, ge=30.0, le=440.0)
    """The tonal centre the music begins at and comes home to."""
    scale: ScaleName = "pentatonic"
    """The notes in use by day, in just intonation over the tonal centre."""
    modes: Modes | None = None
    """The scales of other hours, written as `[score.modes]`. Without it, brighter kin of `scale` at dawn, darker
    at dusk and night; an empty `modes = {}` keeps to `scale` all day."""
    centre_moves_per_h: Annotated[Value, Range(0, 30)] = 6.0
    """How often the tonal centre moves by a fifth, or home again; 0 leaves it at home."""
    notes_per_min: Annotated[Value, Range(0, 20)] = 8.0
    """How many melody notes a minute, answers among them, on average; half as many once a visit has settled."""
    height_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How high the melody lies: 0 low, 1 high. By night and as a visit settles it lies lower."""
    answer_ratio: Annotated[Value, Range(0, 1)] = 0.35
    """How many of its phrases are answered by another that is made of it."""
    chord_s: Annotated[Value, Range(8, 120)] = 20.0
    """How long a chord stays; longer once a visit has settled."""
    parts: Annotated[list[Part], Field(max_length=4)] = ["chords", "marks", "melody", "answer"]
    """Which parts are heard."""
    chords: AnyInstrument = Pad(loudness_db=-33.0)
    """What holds the chords, how loud and where, written as `[score.chords]` with the `kind` of any instrument."""
    marks: AnyInstrument = Bowl(loudness_db=-31.0)
    """The same for a stroke on some of the chords, `[score.marks]`."""
    melody: AnyInstrument = Pluck(loudness_db=-29.0)
    """The same for the melody, `[score.melody]`."""
    answer: AnyInstrument | None = None
    """The same for what answers the melody, and the notes a visitor has touched, `[score.answer]`; without it the
    melody's instrument does."""

    @property
    def players(self) -> dict[Part, InstrumentModel]:
        """The instrument of each part that is heard; of itself none sounds, unless that is written."""
        seats = {"chords": self.chords, "marks": self.marks, "melody": self.melody, "answer": self.answer}
        return {
            part: seat.only_played() for part in PARTS if part in self.parts and (seat := seats[part]) is not None
        }
