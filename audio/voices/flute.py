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

_LEVEL = 0.1094
"""To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""
_TONES = 4
_PARTIALS_DB = (0.0, -12.0, -20.0, -29.0, -36.0, -43.0)
_LOWEST_HZ, _HIGHEST_HZ = 196.0, 1100.0
_BREATH_FIRST_S, _RELEASE_S, _HURRY_S = 0.07, 0.25, 0.06
_VIBRATO_S, _VIBRATO_AFTER_S, _SCOOP_CENTS, _SCOOP_S = 0.9, (0.25, 0.7), 18.0, 0.07
_SLUR_S, _SLUR_CENTS, _SLURRED_FIRST_S = 0.12, 35.0, 0.015
"""A tone that has no more than this left is slurred into the next, which comes with hardly any breath before it."""
_SWAYS_S = (0.5, 2.5)
"""How quickly the vibrato's depth and pace stray: no breath pulses evenly."""
_BLOOM, _BLOOM_S = 0.08, 0.7
"""How much of its height a long tone gains once it stands, and how fast."""
_FIRMER_DB, _HIGHER_DB = 9.0, 2.5
"""How much each next partial gains where it is blown with all strength, and loses an octave higher."""
_HISS = 0.035
_HISS_CURVE = ((100, -40), (300, -18), (700, -6), (1500, 0), (3000, -2), (6000, -8), (10000, -18), (16000, -36))
_SAME_RATIO = 0.003
_USUAL = every(6.0, *(Note(hz, 0.5, duration_s=4.0) for hz in (330.0, 392.0, 440.0, 495.0, 587.3)))


@sounds(Flute)
class FluteVoice(Instrument[Flute]):
    """Six partials, the second 12 and the third 20 dB down, behind a breath that comes 70 ms before them.

    So in the middle, blown as usual; harder it is richer, higher purer. The breath lies 25 to 35 dB under the tone
    once it stands; vibrato of 4 to 5.5 Hz, 10 to 25 cents, comes late, strays, and moves level as well as pitch; a
    tone begins a little low as the jet gains speed, and blooms (Fletcher and Rossing, The Physics of Musical
    Instruments, ch. 16). A note that follows closely is slurred: the tone before gives way to it, and it begins
    where that was.
    """

    auditions = (Audition(notes=_USUAL),)

    def __init__(self, model: Flute, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("breath")
        self._tables = Wavetables(_TONES, setup.sample_rate_hz, setup.block)
        self._knots_s = np.arange(1, self._tables.knots + 1) / self._tables.knots * self._block_s
        self._tones = [_Tone() for _ in range(_TONES)]
        self._flutter = Walks(setup.generator("flutter"), np.full(_TONES, 0.12), self._block_s)
        self._sway = Walks(setup.generator("sway"), np.tile(_SWAYS_S, (_TONES, 1)), self._block_s)
        self._periods = np.tile(_period(440.0, 0.5), (_TONES, 1))
        self._hz, self._levels = np.full((2, _TONES, self._tables.knots), 1e-9)
        self._sides = np.full((2, _TONES), math.sqrt(0.5), np.float32)
        shape = spectrum.from_third_octaves(_HISS_CURVE, setup.sample_rate_hz, frame_for(setup.block, GLIDING))
        self._hiss = ShapedNoise(shape, setup.block, setup.sample_rate_hz, setup.generator("hiss"), prompt=True)
        self._hissing, self._waiting = 0.0, list[Note]()

    def play(self, note: Note) -> None:
        """Blow a tone for the note's duration; one that sounds is held on."""
        self._waiting = [*self._waiting, note][-_TONES:]

    def render(self, out: Block) -> None:
        """Add the next block."""
        if self._waiting:
            self._waiting = [note for note in self._waiting if not self._begin(note)]
        if self._tables.turned:
            self._tables.turn_into(self._periods)
        flutter, sway, hiss = self._flutter.step(), self._sway.step(), 0.0
        for place, tone in enumerate(self._tones):
            tone.stray(float(sway[place, 0]), float(sway[place, 1]), self._block_s)
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
        tone = min(self._tones, key=_presence)
        if any(_presence(tone)):
            tone.hold_s, tone.hurried = 0.0, True
            return False
        place, from_hz = self._tones.index(tone), self._slurred(hz)
        self._tones[place] = _Tone(
            hz=hz,
            loud=(2.0 * note.strength) ** 0.8,
            hold_s=note.duration_s,
            sung_s=-note.delay_s,
            pace_hz=float(self._chance.uniform(4.2, 5.3)),
            late_s=float(self._chance.uniform(*_VIBRATO_AFTER_S)),
            first_s=_SLURRED_FIRST_S if from_hz else _BREATH_FIRST_S,
            off_cents=math.copysign(_SLUR_CENTS, from_hz - hz) if from_hz else -_SCOOP_CENTS,
        )
        self._periods[place] = _period(hz, note.strength)
        self._tables.put(place, self._periods[place], hz)
        return True

    def _slurred(self, hz: float) -> float:
        """Let tones go that are about to end; the pitch of the loudest, 0 if none leads over to this one."""
        ending = [tone for tone in self._tones if tone.rise > 0.0 and tone.hold_s <= _SLUR_S]
        for tone in ending:
            tone.hold_s, tone.hurried = 0.0, True
        before_hz = max(ending, key=_presence).hz if ending else hz
        return before_hz if abs(before_hz / hz - 1.0) > _SAME_RATIO else 0.0


@dataclass(slots=True, eq=False)
class _Tone:
    """One of the tones that can sound at once."""

    hz: float = 440.0
    loud: float = 0.0
    hold_s: float = 0.0
    sung_s: float = 0.0
    """How long since the breath began; below 0 it waits."""
    pace_hz: float = 4.7
    """How often its vibrato swings, on average."""
    late_s: float = 0.3
    """After how long that comes."""
    first_s: float = _BREATH_FIRST_S
    """How long only its breath is heard."""
    off_cents: float = -_SCOOP_CENTS
    """How far off it begins."""
    turn: float = 0.0
    vibrato_hz: float = 4.7
    depth: float = 1.0
    rise: float = 0.0
    breath: float = 0.0
    hurried: bool = False

    def heights(self, knots_s: NDArray[np.float64], attack_s: float) -> NDArray[np.float64]:
        """Level at each knot, from where it is; tremor and vibrato with it."""
        goes = np.where(self.sung_s + knots_s > self.first_s, 1.3 / attack_s, 0.0)
        speed = (
            goes if self.hold_s > 0.0 else np.full(len(knots_s), -1.0 / (_HURRY_S if self.hurried else _RELEASE_S))
        )
        steps = np.diff(knots_s, prepend=0.0)
        rise = np.clip(self.rise + np.cumsum(speed * steps), 0.0, 1.0)
        self.rise = float(rise[-1])
        tremor = 1.0 + 0.07 * self._vibrato(knots_s)
        bloom = 1.0 - _BLOOM * np.exp(-np.maximum(self.sung_s + knots_s, 0.0) / _BLOOM_S)
        found: NDArray[np.float64] = rise * rise * (3.0 - 2.0 * rise) * tremor * bloom
        return found

    def pitches(self, knots_s: NDArray[np.float64], cents: float) -> NDArray[np.float64]:
        """Pitch at each knot."""
        at_s = np.maximum(self.sung_s + knots_s, 0.0)
        swing = cents * self._vibrato(knots_s)
        off = self.off_cents * np.exp(-np.maximum(at_s - self.first_s, 0.0) / _SCOOP_S)
        found: NDArray[np.float64] = self.hz * 2.0 ** ((swing + off) / 1200.0)
        return found

    def blow(self, step_s: float, attack_s: float) -> float:
        """Go on by a block; how strong the breath is: it comes first, is strongest at the start, and goes last."""
        self.sung_s += step_s
        self.turn = (self.turn + self.vibrato_hz * step_s) % 1.0
        self.hold_s = max(self.hold_s - step_s, 0.0)
        chiff = 0.8 * self.first_s / _BREATH_FIRST_S
        goal = (1.0 + chiff * math.exp(-self.sung_s / 0.25)) if self.hold_s > 0.0 and self.sung_s > 0.0 else 0.0
        self.breath += (goal - self.breath) * -math.expm1(-step_s / (0.05 if goal else 0.08))
        self.breath = self.breath if self.breath > 1e-3 or goal else 0.0
        return self.breath

    def stray(self, depth: float, pace: float, step_s: float) -> None:
        """Come nearer to another depth and pace of the vibrato; both as walks have them, about 0."""
        share = -math.expm1(-step_s / 0.3)
        self.depth += (math.exp(0.25 * depth) - self.depth) * share
        self.vibrato_hz += (self.pace_hz * math.exp(0.05 * pace) - self.vibrato_hz) * share

    def _vibrato(self, knots_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """The vibrato at each knot, about -1 to 1 once it has come."""
        come = np.clip((self.sung_s + knots_s - self.late_s) / _VIBRATO_S, 0.0, 1.0)
        found: NDArray[np.float64] = self.depth * come * np.sin(2 * np.pi * (self.turn + self.vibrato_hz * knots_s))
        return found


def _period(hz: float, strength: float) -> NDArray[np.float64]:
    """One period of a tone at this pitch, blown so hard."""
    order = np.arange(len(_PARTIALS_DB))
    more_db = order * (_FIRMER_DB * (strength - 0.5) - _HIGHER_DB * math.log2(hz / 440.0))
    heights = 10.0 ** ((np.array(_PARTIALS_DB) + np.minimum(more_db, 3.0 * order**0.5)) / 20.0)
    points = np.zeros(SIZE // 2 + 1, np.complex128)
    points[1 : len(_PARTIALS_DB) + 1] = -1j * heights
    return np.fft.irfft(points, SIZE) * (SIZE / 2)


def _presence(tone: _Tone) -> tuple[float, float]:
    """How much it is there; what has only just been given a note is silent still, but rests no more."""
    return tone.rise + tone.breath, tone.hold_s
