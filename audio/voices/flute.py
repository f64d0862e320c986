"""The sound of `flute`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp import spectrum
from audio.dsp.noise import GLIDING, ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.dsp.wavetables import SIZE, Wavetables
from audio.notes import every
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.flute import Flute

_LEVEL = 0.1085
"""To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""
_TONES = 4
_PARTIALS_DB = (0.0, -12.0, -20.0, -29.0, -36.0, -43.0)
_LOWEST_HZ, _HIGHEST_HZ = 196.0, 1100.0
_BREATH_FIRST_S, _RELEASE_S, _HURRY_S = 0.07, 0.25, 0.06
_VIBRATO_AFTER_S, _SCOOP_CENTS, _SCOOP_S = 0.9, 18.0, 0.07
_HISS = 0.035
_HISS_CURVE = ((100, -40), (300, -18), (700, -6), (1500, 0), (3000, -2), (6000, -8), (10000, -18), (16000, -36))
_SAME_RATIO = 0.003
_USUAL = every(6.0, *(Note(hz, 0.5, duration_s=4.0) for hz in (330.0, 392.0, 440.0, 495.0, 587.3)))


@sounds(Flute)
class FluteVoice(Instrument[Flute]):
    """Six partials, the second 12 and the third 20 dB down, behind a breath that comes 70 ms before them.

    The breath lies 25 to 35 dB under the tone once it stands; vibrato of 4 to 5.5 Hz, 10 to 25 cents, comes late
    and moves level as well as pitch; a tone begins a little low as the jet gains speed (Fletcher and Rossing, The
    Physics of Musical Instruments, ch. 16).
    """

    auditions = (Audition(notes=_USUAL),)

    def __init__(self, model: Flute, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("breath")
        self._tables = Wavetables(_TONES, setup.sample_rate_hz, setup.block)
        self._knots_s = np.arange(1, self._tables.knots + 1) / self._tables.knots * self._block_s
        self._tones = [_Tone() for _ in range(_TONES)]
        self._flutter = Walks(setup.generator("flutter"), np.full(_TONES, 0.12), self._block_s)
        self._hz, self._levels = np.full((2, _TONES, self._tables.knots), 1e-9)
        self._sides = np.full((2, _TONES), math.sqrt(0.5), np.float32)
        shape = spectrum.from_third_octaves(_HISS_CURVE, setup.sample_rate_hz, frame_for(setup.block, GLIDING))
        self._hiss = ShapedNoise(shape, setup.block, setup.sample_rate_hz, setup.generator("hiss"))
        self._hissing, self._waiting = 0.0, list[Note]()

    def play(self, note: Note) -> None:
        """Blow a tone for the note's duration; one that sounds is held on."""
        self._waiting = [*self._waiting, note][-_TONES:]

    def render(self, out: Block) -> None:
        """Add the next block."""
        if self._waiting:
            self._waiting = [note for note in self._waiting if not self._begin(note)]
        if self._tables.turned:
            self._tables.turn_into(np.tile(_period(), (_TONES, 1)))
        flutter, hiss = self._flutter.step(), 0.0
        for place, tone in enumerate(self._tones):
            self._levels[place] = tone.heights(self._knots_s, self.values["attack_ms"] / 1000.0)
            self._hz[place] = tone.pitches(self._knots_s, self.values["vibrato_cents"])
            self._levels[place] *= _LEVEL * tone.loud * (1.0 + 0.04 * float(flutter[place]))
            hiss += tone.blow(self._block_s, self.values["attack_ms"] / 1000.0) * tone.loud
        if hiss > 0.0 or self._hissing > 0.0:
            self._hissing = hiss
            self._tables.render(out, self._hz, self._levels, self._sides)
            self._hiss.render(out, _HISS * _LEVEL * self.values["breath_ratio"] * hiss)

    def _begin(self, note: Note) -> bool:
        """Give a note a tone that rests; False while there is none."""
        hz = note.frequency_hz
        while hz < _LOWEST_HZ:
            hz *= 2.0
        while hz > _HIGHEST_HZ:
            hz /= 2.0
        for tone in self._tones:
            if tone.hold_s > 0.0 and abs(tone.hz / hz - 1.0) < _SAME_RATIO:
                tone.hold_s = max(tone.hold_s, note.duration_s)
                return True
        tone = min(self._tones, key=_risen)
        if tone.rise > 0.0 or tone.breath > 0.0:
            tone.hold_s, tone.hurried = 0.0, True
            return False
        place = self._tones.index(tone)
        rate_hz = float(self._chance.uniform(4.2, 5.3))
        self._tones[place] = _Tone(hz, (2.0 * note.strength) ** 0.8, note.duration_s, -note.delay_s, rate_hz)
        self._tables.put(place, _period(), hz)
        return True


@dataclass(slots=True)
class _Tone:
    """One of the tones that can sound at once."""

    hz: float = 440.0
    loud: float = 0.0
    hold_s: float = 0.0
    sung_s: float = 0.0
    """How long since the breath began; below 0 it waits."""
    vibrato_hz: float = 4.7
    rise: float = 0.0
    breath: float = 0.0
    hurried: bool = False

    def heights(self, knots_s: NDArray[np.float64], attack_s: float) -> NDArray[np.float64]:
        """Level at each knot, from where it is; tremor and vibrato with it."""
        goes = np.where(self.sung_s + knots_s > _BREATH_FIRST_S, 1.3 / attack_s, 0.0)
        speed = (
            goes if self.hold_s > 0.0 else np.full(len(knots_s), -1.0 / (_HURRY_S if self.hurried else _RELEASE_S))
        )
        steps = np.diff(knots_s, prepend=0.0)
        rise = np.clip(self.rise + np.cumsum(speed * steps), 0.0, 1.0)
        self.rise = float(rise[-1])
        tremor = 1.0 + 0.07 * self._late(knots_s) * np.sin(2 * np.pi * self.vibrato_hz * (self.sung_s + knots_s))
        found: NDArray[np.float64] = rise * rise * (3.0 - 2.0 * rise) * tremor
        return found

    def pitches(self, knots_s: NDArray[np.float64], cents: float) -> NDArray[np.float64]:
        """Pitch at each knot."""
        at_s = np.maximum(self.sung_s + knots_s, 0.0)
        swing = cents * self._late(knots_s) * np.sin(2 * np.pi * self.vibrato_hz * at_s)
        low = _SCOOP_CENTS * np.exp(-np.maximum(at_s - _BREATH_FIRST_S, 0.0) / _SCOOP_S)
        found: NDArray[np.float64] = self.hz * 2.0 ** ((swing - low) / 1200.0)
        return found

    def blow(self, step_s: float, attack_s: float) -> float:
        """Go on by a block; how strong the breath is: it comes first, is strongest at the start, and goes last."""
        self.sung_s += step_s
        self.hold_s = max(self.hold_s - step_s, 0.0)
        goal = (1.0 + 0.8 * math.exp(-self.sung_s / 0.25)) if self.hold_s > 0.0 and self.sung_s > 0.0 else 0.0
        self.breath += (goal - self.breath) * -math.expm1(-step_s / (0.05 if goal else 0.08))
        self.breath = self.breath if self.breath > 1e-3 or goal else 0.0
        return self.breath

    def _late(self, knots_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.clip((self.sung_s + knots_s - 0.3) / _VIBRATO_AFTER_S, 0.0, 1.0)


def _period() -> NDArray[np.float64]:
    points = np.zeros(SIZE // 2 + 1, np.complex128)
    points[1 : len(_PARTIALS_DB) + 1] = -1j * 10.0 ** (np.array(_PARTIALS_DB) / 20.0)
    return np.fft.irfft(points, SIZE) * (SIZE / 2)


def _risen(tone: _Tone) -> float:
    return tone.rise + tone.breath
