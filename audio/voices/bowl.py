"""The sound of `bowl`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains
from audio.dsp.ringing import Tone
from audio.notes import every
from audio.voice import Audition, Block, Note, Setup, sounds
from audio.voices.struck import Struck
from worlds.format.voices.bowl import Bowl

_LEVEL = 0.4515
"""To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""
_SLOTS = 5
_SIDES = np.array([0.22, -0.3, 0.35, -0.35, 0.3, -0.3, 0.3, -0.3])
_USUAL_HZ = (110.0, 123.75, 137.5, 165.0, 183.35, 220.0)
_THUDS, _THUD_S = 4, 0.02
_THUD_CURVE = ((50, 0), (100, -2), (200, -8), (400, -14), (1000, -22), (2500, -30), (5000, -36), (10000, -46))
_LARGE: dict[str, object] = {"size": "large", "ring_s": 60.0, "beat_hz": 2.2}


@dataclass(frozen=True)
class _Size:
    ratios: NDArray[np.float64]
    levels: NDArray[np.float64]
    rings: NDArray[np.float64]
    """How long each mode rings beside the lowest."""
    highest_hz: float = math.inf
    """Notes above this are played some octaves lower."""
    evener: float = 0.5
    """By which power of its ratio a higher mode is split less, as a part of its pitch, than the lowest."""
    thud: float = 0.0
    """Height of the sound of the mallet itself, as it lands."""


_RINGS = np.array([1.0, 0.62, 0.30, 0.16, 0.10])
SIZES = {
    "small": _Size(np.array([1.0, 2.662, 4.838, 7.516, 10.64]), np.array([1.0, 0.4, 0.22, 0.09, 0.04]), _RINGS),
    "middle": _Size(np.array([1.0, 2.778, 5.181, 8.163, 11.66]), np.array([1.0, 0.45, 0.26, 0.1, 0.04]), _RINGS),
    "large": _Size(
        np.array([1.0, 2.0, 2.778, 5.181, 8.163, 11.66, 15.64, 19.99]),
        1.09 * np.array([1.0, 0.07, 0.9, 0.6, 0.5, 0.4, 0.3, 0.2]),
        np.array([1.0, 0.5, 0.8, 0.6, 0.5, 0.4, 0.35, 0.3]),
        highest_hz=131.0,
        evener=0.3,
        thud=1.0,
    ),
}


@sounds(Bowl)
class BowlVoice(Struck[Bowl]):
    """Modes that are each a pair: no bowl is quite round, so every mode is two a hair apart, and beats.

    Ratios as Inacio, Henrique and Antunes measured them on bowls 152 and 180 mm wide, 314, 836, 1519 Hz and 221,
    614, 1145 Hz (The Dynamics of Tibetan Singing Bowls, Acta Acustica 92, 2006; Csound's table of modes); pairs
    as in the ICMC 2002 measurements (0.9961 and 1.0039 of the lowest mode, Essl and Cook). A large bowl keeps the
    ratios; it also radiates the octave of its lowest mode, as a handbell does (Rossing and Perrin, Vibrations of
    Bells, Applied Acoustics 20, 1987), its overtones last, and its heavy mallet is heard as it lands. Where the
    mallet lands sets how much of each half is heard. Its contact takes the highs, as 1 / (1 + (f T)^2), and rounds
    the onset. Small bowls beat slower here than real ones, whose flutter near 4 Hz is what ears find most restless
    (Fastl and Zwicker, Psychoacoustics, ch. 10).
    """

    auditions = (
        Audition(notes=every(6.0, *(Note(hz, 0.5) for hz in _USUAL_HZ))),
        Audition("large", _LARGE, notes=every(30.0, Note(89.5, 0.5))),
    )

    def __init__(self, model: Bowl, setup: Setup) -> None:
        self._size = SIZES[model.size]
        super().__init__(model, setup, _SLOTS, 2 * len(self._size.ratios))
        self._chance = setup.generator("strikes")
        self._thuds = Grains(setup.block, _thuds(setup) if self._size.thud else ())
        self._uneven = 1.0 + 0.15 * setup.generator("bowl").standard_normal(len(self._size.ratios))

    def strike(self, note: Note, delay: int) -> None:
        """Begin a note, so many samples into the next block."""
        super().strike(note, delay)
        if self._size.thud:
            height = self._size.thud * _LEVEL * note.strength**1.5
            self._thuds.let_go(delay, int(self._chance.integers(_THUDS)), height)

    def render(self, out: Block) -> None:
        """Add the next block."""
        super().render(out)
        self._thuds.add(out)

    def tone(self, note: Note) -> Tone:
        """A stroke on the bowl whose lowest mode has this pitch."""
        size, mallet_s = self._size, self.values["mallet_ms"] / 1000.0
        lowest_hz = _at_most(size.highest_hz, note.frequency_hz)
        split = self.values["beat_hz"] / (220.0 * lowest_hz) ** 0.5 * self._uneven / size.ratios**size.evener
        hz = lowest_hz * size.ratios
        soft = 1.0 / (1.0 + (hz * mallet_s * (1.25 - 0.5 * note.strength) / 9.0) ** 2)
        angle = self._chance.uniform(0.12, 0.38, len(hz)) * np.pi
        first = size.levels * (soft / soft[0]) ** 0.75 * note.strength**1.2 * _LEVEL
        ring_s = self.values["ring_s"] * (220.0 / lowest_hz) ** 0.35 * size.rings
        sides = 0.5 + _SIDES[: len(hz)] * np.clip((hz - 130.0) / 130.0, 0.0, 1.0)
        return Tone(
            hz=np.concatenate([hz * (1.0 - split / 2.0), hz * (1.0 + split / 2.0)]),
            t60_s=np.tile(ring_s, 2),
            amplitude=np.concatenate([first * np.cos(angle), first * np.sin(angle)]),
            pan=np.concatenate([sides, 1.0 - sides]),
            onset_s=np.full(2 * len(self._size.ratios), 1.8 * mallet_s),
        )


def _at_most(highest_hz: float, frequency_hz: float) -> float:
    """The same note, octaves lower if it is higher than this."""
    while frequency_hz > highest_hz:
        frequency_hz /= 2.0
    return frequency_hz


def _thuds(setup: Setup) -> list[NDArray[np.float64]]:
    """Felt as it lands on metal: dull and dry."""
    chance = setup.generator("thuds")
    waves = [bake.click(setup.sample_rate_hz, chance, _THUD_S, _THUD_CURVE) for _ in range(_THUDS)]
    return [bake.panned(wave, 0.0) for wave in waves]
