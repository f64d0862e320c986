"""The sound of `bowl`."""

from __future__ import annotations

import numpy as np

from audio.dsp.ringing import Tone
from audio.notes import every
from audio.voice import Audition, Note, Setup, sounds
from audio.voices.struck import Struck
from worlds.format.voices.bowl import Bowl

_LEVEL = 0.4515
"""To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""
_RATIOS = np.array([1.0, 2.778, 5.181, 8.163, 11.66])
"""Modes of a bowl 180 mm wide (Csound manual, table of modal frequency ratios)."""
_LEVELS = np.array([1.0, 0.45, 0.26, 0.1, 0.04])
_RINGS = np.array([1.0, 0.62, 0.30, 0.16, 0.10])
"""How long each mode rings beside the lowest."""
_SPLIT = 0.0078
"""Distance of the two halves of the lowest mode, as a part of its pitch, at 220 Hz: a beat of 1.7 Hz."""
_SLOTS = 5
_USUAL_HZ = (110.0, 123.75, 137.5, 165.0, 183.35, 220.0)


@sounds(Bowl)
class BowlVoice(Struck[Bowl]):
    """Five modes, each a pair: no bowl is quite round, so every mode is two a hair apart, and beats.

    Ratios from the Csound table; pairs as in the ICMC 2002 measurements (0.9961 and 1.0039 of the lowest mode,
    Essl and Cook). Where the mallet lands sets how much of each half is heard. Its contact takes the highs,
    as 1 / (1 + (f T)^2), and rounds the onset. Small bowls beat slower here than real ones, whose flutter near
    4 Hz is what ears find most restless (Fastl and Zwicker, Psychoacoustics, ch. 10).
    """

    auditions = (Audition(notes=every(6.0, *(Note(hz, 0.5) for hz in _USUAL_HZ))),)

    def __init__(self, model: Bowl, setup: Setup) -> None:
        super().__init__(model, setup, _SLOTS, 2 * len(_RATIOS))
        self._chance = setup.generator("strikes")
        self._uneven = 1.0 + 0.15 * setup.generator("bowl").standard_normal(len(_RATIOS))

    def tone(self, note: Note) -> Tone:
        """A stroke on the bowl whose lowest mode has this pitch."""
        mallet_s = self.values["mallet_ms"] / 1000.0
        split = _SPLIT * (220.0 / note.frequency_hz) ** 0.5 * self._uneven / _RATIOS**0.5
        hz = note.frequency_hz * _RATIOS
        soft = 1.0 / (1.0 + (hz * mallet_s * (1.25 - 0.5 * note.strength) / 9.0) ** 2)
        angle = self._chance.uniform(0.12, 0.38, len(_RATIOS)) * np.pi
        first = _LEVELS * (soft / soft[0]) ** 0.75 * note.strength**1.2 * _LEVEL
        ring_s = self.values["ring_s"] * (220.0 / note.frequency_hz) ** 0.35 * _RINGS
        sides = 0.5 + np.array([0.22, -0.3, 0.35, -0.35, 0.3]) * np.clip((hz - 130.0) / 130.0, 0.0, 1.0)
        return Tone(
            hz=np.concatenate([hz * (1.0 - split / 2.0), hz * (1.0 + split / 2.0)]),
            t60_s=np.tile(ring_s, 2),
            amplitude=np.concatenate([first * np.cos(angle), first * np.sin(angle)]),
            pan=np.concatenate([sides, 1.0 - sides]),
            onset_s=np.full(2 * len(_RATIOS), 1.8 * mallet_s),
        )
