"""The sound of `bell`."""

from __future__ import annotations

import numpy as np

from audio.dsp.ringing import Tone
from audio.notes import every, octave_under
from audio.voice import Audition, Note, Setup, sounds
from audio.voices.struck import Struck
from worlds.format.voices.bell import Bell

_LEVEL = 0.3147
"""To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""
_HIGHEST_HZ = 180.0
"""Notes sound in the octave below this: a bell of a metre and more across."""
RATIOS = np.array([1.0, 2.624, 4.9, 7.6, 10.8, 14.4])
_LEVELS = np.array([1.0, 0.95, 0.55, 0.4, 0.25, 0.16])
_RINGS = np.array([1.0, 0.5, 0.2, 0.1, 0.055, 0.035])
_BEATS = np.array([1.0, 0.31, 1.6, 2.4, 3.1, 3.7])
"""How often the halves of each mode meet, beside the lowest: 0.35 and 0.11 Hz, the others guessed."""
_HALVES = np.array([0.5, 0.35, 0.4, 0.45, 0.4, 0.4])
"""Height of the weaker half of each mode beside the stronger."""
_SLOTS = 5
_USUAL = every(6.0, *(Note(hz, 0.5) for hz in (110.0, 123.75, 137.5, 165.0)))


@sounds(Bell)
class BellVoice(Struck[Bell]):
    """Six modes, each a pair: first a chord of all for a second, then two for ten, then the lowest for a minute.

    The two lowest as the divine bell of King Seongdeok has them, 64.07 and 64.42, 168.52 and 168.63 Hz, which beat
    every 3 and every 9 s: the pattern on its waist splits each mode (Y.-H. Kim, Yoon and Jhin, ASA 133, 1997; S.-H.
    Kim). (3,0) over (2,0) is 2.32 to 3.29 in ancient Chinese bells (Rossing and others, those of the Shanghai
    Museum). It is no church bell, whose hum, prime, tierce, quint and nominal stand as 0.5, 1, 1.2, 1.5 and 2: in a
    small Korean bell none of their (m,1) modes is seen, and the lowest far outlasts the others (JASA 91, 1992, p.
    2373). No ratios of higher modes were found: they stand as the bending modes of a ring, drawn together a little
    by the thick rim. They, heights and times are the least certain. The beam's soft contact takes the highs, and
    rounds the onset.
    """

    auditions = (Audition(notes=_USUAL),)

    def __init__(self, model: Bell, setup: Setup) -> None:
        super().__init__(model, setup, _SLOTS, 2 * len(RATIOS))
        self._chance = setup.generator("strokes")

    def tone(self, note: Note) -> Tone:
        """A stroke on the bell whose lowest mode has this pitch, or octaves of it below."""
        lowest_hz = octave_under(_HIGHEST_HZ, note.frequency_hz)
        hz = lowest_hz * RATIOS
        beam_s = self.values["beam_ms"] / 1000.0
        soft = 1.0 / (1.0 + (hz * beam_s * (1.3 - 0.6 * note.strength) / 45.0) ** 2)
        strong = _LEVEL * note.strength**1.2 * _LEVELS * soft * np.exp(0.15 * self._chance.standard_normal(len(hz)))
        beat_hz = self.values["beat_hz"] * _BEATS
        ring_s = self.values["ring_s"] * (_HIGHEST_HZ / 1.5 / lowest_hz) ** 0.5 * _RINGS
        sides = 0.5 + 0.25 * np.array([0.0, 0.4, -0.7, 0.8, -1.0, 1.0])
        return Tone(
            hz=np.concatenate([hz, hz + beat_hz]),
            t60_s=np.tile(ring_s, 2),
            amplitude=np.concatenate([strong, strong * _HALVES]),
            pan=np.concatenate([sides, 1.0 - sides]),
            onset_s=np.tile(beam_s * 1.15 / RATIOS**0.3, 2),
        )
