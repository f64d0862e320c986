"""What the game tells the audio process. Each message is a value; the process applies it between blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audio.listening import Listening
from worlds.format.world import World
from worlds.signals import Signals


@dataclass(frozen=True)
class Play:
    """Sound this world, fading over from whatever sounds now. None fades to silence."""

    world: World | None
    seed: int = 0
    fade_s: float = 3.0


@dataclass(frozen=True)
class Hear:
    """The newest signals."""

    signals: Signals


@dataclass(frozen=True)
class Touched:
    """The visitor touched the world; the process plays the `[[touch]]` answer for this gesture."""

    gesture: str
    """"press", "drag", "hold" or "hover"."""
    x: float
    """0 left edge of the picture, 1 right edge."""
    y: float
    """0 bottom, 1 top; higher is a higher note."""
    strength: float = 0.5
    """For a drag: its speed, 0..1; a drag is told at every tick, and once with strength 0 when it ends."""


SILENT_DB = -79.0
"""At this volume and below, nothing is heard."""


@dataclass(frozen=True)
class Level:
    """Master volume in dB (0 is the world's own level, negative is quieter), reached smoothly in loudness, however
    long that takes; a time of 0 is at once where nothing sounds yet."""

    volume_db: float
    fade_s: float = 0.15

    @property
    def gain(self) -> float:
        """The linear gain, 0..1."""
        return 0.0 if self.volume_db <= SILENT_DB else float(10 ** (min(self.volume_db, 0.0) / 20))


@dataclass(frozen=True)
class Bell:
    """A bell of the visit: at its start and at its end."""

    strength: float = 0.5


LEAST_TRIM_DB, MOST_TRIM_DB = -24.0, 6.0
"""How far a visitor may turn a part down, short of muting it, and up."""


@dataclass(frozen=True)
class Trim:
    """A visitor's hand on one part of a world."""

    db: float = 0.0
    """Beside what its maker wrote."""
    muted: bool = False


@dataclass(frozen=True)
class Mix:
    """How a visitor wants one world mixed; it is reached smoothly, and holds until the next for that world."""

    world: str
    """The id of the world; others keep theirs."""
    trims: Mapping[str, Trim] = field(default_factory=dict)
    """By the names of `worlds.parts`; what is not named is as its maker wrote it."""
    meander: bool = False
    """Whether the voices drift slowly about these levels."""


@dataclass(frozen=True)
class Listen:
    """How the visitor listens; changes softly."""

    listening: Listening = "headphones"
    night: bool = False
    """The night level: 10 dB below, gentler swells, softer highs."""


Message = Play | Hear | Touched | Level | Bell | Mix | Listen
