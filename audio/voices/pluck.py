"""The sound of `pluck`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp.ringing import Tone
from audio.notes import every
from audio.voice import Audition, Note, Setup, sounds
from audio.voices.struck import Struck
from worlds.format.voices.pluck import Pluck

_MIDDLE_C_HZ = 261.6
_SLOTS = 9
_N = np.arange(1, 9)
_USUAL = every(6.0, *(Note(hz, 0.5) for hz in (220.0, 247.5, 275.0, 330.0, 366.7, 440.0)))


@dataclass(frozen=True)
class _Body:
    """What kind of string it is."""

    stiffness: float
    """B in f(n) = n f sqrt(1 + B n^2), at middle C."""
    place: float
    """Where the string is plucked, as a part of its length."""
    tilt: float
    """How fast the partials fall, as a power of their number."""
    damping: float
    """How much sooner each higher partial dies."""
    after: float
    """Share of a second, slower sound that stays when the first is gone."""
    after_ring: float
    """How much longer that rings."""
    bend: float
    """How much of the sound begins sharp and slackens at once."""
    onset_s: float
    level: float
    """To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""


_BODIES = {
    "harp": _Body(2e-5, 0.22, 1.5, 0.34, 0.12, 2.2, 0.0, 0.078, 0.648),
    "koto": _Body(5e-5, 0.13, 1.15, 0.26, 0.08, 2.0, 0.25, 0.074, 0.968),
}


@sounds(Pluck)
class PluckVoice(Struck[Pluck]):
    """A string as its partials: f(n) = n f sqrt(1 + B n^2), heights |sin(pi n p)| / n^tilt.

    Each partial is a prompt sound and a weaker after-sound a hair away that rings two to three times longer
    (Weinreich, "Coupled piano strings", JASA 62, 1977). The koto's string starts sharp and slackens
    (5 to 15 cents in its first tenth of a second). Onsets are far softer than a real pluck's: 50 ms and more
    from a tenth to nine tenths, higher partials a little sooner, so that a note arrives without a start.
    """

    auditions = tuple(Audition("" if body == "harp" else body, {"body": body}, notes=_USUAL) for body in _BODIES)

    def __init__(self, model: Pluck, setup: Setup) -> None:
        super().__init__(model, setup, _SLOTS, 2 * len(_N))
        self._chance = setup.generator("plucks")
        self._body = _BODIES[model.body]

    def tone(self, note: Note) -> Tone:
        """The string of this pitch, plucked."""
        body, height = self._body, note.frequency_hz / _MIDDLE_C_HZ
        stretch = np.sqrt((1 + body.stiffness * height * _N**2) / (1 + body.stiffness * height))
        hz = note.frequency_hz * _N * stretch
        ring_s = self.values["ring_s"] * height**-0.5 / (1.0 + body.damping * (_N - 1))
        first = self._heights(note, hz)
        bent = body.bend * first
        second_hz = hz * (1.0046 if body.bend else 1.0 + self._chance.normal(0.0, 0.00012, len(_N)))
        second_s = np.full(len(_N), 0.28) if body.bend else ring_s * body.after_ring
        side = float(np.clip(0.5 + 0.14 * np.log2(height), 0.2, 0.8))
        onset_s = body.onset_s / _N**0.12
        return Tone(
            hz=np.concatenate([hz, second_hz]),
            t60_s=np.concatenate([ring_s, second_s]),
            amplitude=np.concatenate([first - bent, bent if body.bend else first * body.after]),
            pan=np.full(2 * len(_N), side),
            onset_s=np.concatenate([onset_s, onset_s]),
        )

    def _heights(self, note: Note, hz: NDArray[np.float64]) -> NDArray[np.float64]:
        body = self._body
        place = body.place * float(self._chance.uniform(0.92, 1.08))
        bright = self.values["bright_ratio"] + 0.35 * (note.strength - 0.5)
        shape = np.abs(np.sin(np.pi * _N * place)) / _N ** (body.tilt + 0.9 * (0.5 - bright))
        shape /= np.sqrt((shape**2).sum())
        # Felt and flesh take the highs of high notes first.
        shape *= 1.0 / (1.0 + (hz / (1500.0 + 3500.0 * max(bright, 0.0))) ** 2)
        heights: NDArray[np.float64] = (
            shape * body.level * note.strength**1.15 * (_MIDDLE_C_HZ / note.frequency_hz) ** 0.25
        )
        return heights
