"""The sound of `pad`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audio.dsp.modes import Modes
from audio.dsp.walks import Path, Walks
from audio.notes import at_once
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.pad import Pad

_LEVEL = 0.09221
"""To -23 LUFS holding its usual chord (tests/tools/natural_levels.py)."""
_TONES = 9
_PARTIALS = np.repeat(np.arange(1, 7), 2)
"""Six partials, each twice: a pair a little apart, one left, one right."""
_EACH = len(_PARTIALS)
_FALL = _PARTIALS**-0.9
_PAIR = np.tile([1.0, 0.6], _EACH // 2)
"""Unequal, so that a pair never beats down to silence."""
_MIDDLE_BELOW_HZ = 130.0
"""Partials below this stand in the middle; those an octave higher are as wide as any."""
_SAME_RATIO = 0.003
_LOOK_EVERY = 2
"""Blocks between two looks at how far tones have risen: they take seconds to."""
_WANDER_EVERY = 2
"""Looks between two steps of the partials' wandering."""
_HURRY_S = 0.4
"""How long a tone takes to go when another needs its place."""
_USUAL_HZ = (110.0, 165.0, 220.0, 275.0)


@sounds(Pad)
class PadVoice(Instrument[Pad]):
    """Up to nine held tones, each of six partials in pairs 0.06 to 0.2 Hz apart: slow, never rough.

    Beats that slow are heard as warmth; roughness begins near 15 Hz and is greatest at 30 to 45 Hz (Fastl and
    Zwicker, ch. 11), which just intervals over one root keep away from. A tone played again while it sounds is
    held on. `swell_ratio` moves level and brightness together, as a choir that breathes.
    """

    auditions = (Audition(notes=at_once(*(Note(hz, 0.5, duration_s=600.0) for hz in _USUAL_HZ))),)

    def __init__(self, model: Pad, setup: Setup) -> None:
        super().__init__(model, setup)
        self._step_s = setup.block / setup.sample_rate_hz
        self._modes = Modes(_TONES * _EACH, setup.sample_rate_hz, setup.block)
        self._chance = setup.generator("tones")
        wander_s = _WANDER_EVERY * _LOOK_EVERY * self._step_s
        self._wander = Walks(setup.generator("wander"), np.full((_TONES, _EACH), 7.0), wander_s, _uneven)
        self._wander_in = 0
        self._gone_s = 0.0
        self._tones = [_Tone() for _ in range(_TONES)]
        self._waiting: list[Note] = []
        self._fourth_power = np.zeros((_TONES, _EACH))
        self._heights = self._fourth_power
        self._now = np.zeros((_TONES, _EACH))
        self._levels = np.zeros((_TONES, 1))
        self._gains = np.zeros((_TONES, _EACH), np.float32)
        # While nothing sounds, a render only sets where gains glide from: silence.
        self._modes.render(np.zeros((2, setup.block), np.float32), self._gains.reshape(-1))

    def play(self, note: Note) -> None:
        """Hold a tone for the note's duration; one that sounds already is held on."""
        alike = [tone for tone in self._tones if tone.rise > 0.0 and tone.is_at(note.frequency_hz)]
        if alike:
            tone = max(alike, key=_risen)
            tone.hold_s, tone.hurried = max(note.delay_s + note.duration_s, tone.hold_s), False
        else:
            self._waiting = [*self._waiting, note][-_TONES:]

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._gone_s += self._step_s
        if self._gone_s < _LOOK_EVERY * self._step_s and not self._waiting:
            self._modes.render(out)
            return
        self._let_go()
        if self._waiting:
            self._begin_waiting()
        self._age()
        self._set_gains()
        self._gone_s = 0.0
        self._modes.render(out, self._gains.reshape(-1))

    def _let_go(self) -> None:
        """Tones that have come to nothing rest, so that they cost nothing either."""
        for place, tone in enumerate(self._tones):
            if tone.sounding and tone.rise <= 0.0:
                tone.sounding = False
                self._modes.damp(_modes_of(place), 0.0)

    def _begin_waiting(self) -> None:
        """Give waiting notes the free tones; for those left over, as many of the quietest are hurried away."""
        free = [place for place, tone in enumerate(self._tones) if tone.rise <= 0.0]
        for place, note in zip(free, self._waiting, strict=False):
            self._begin(place, note)
        self._waiting = self._waiting[len(free) :]
        taken = sorted((tone for tone in self._tones if tone.rise > 0.0), key=_stays)
        for tone in taken[: len(self._waiting)]:
            tone.hold_s, tone.late_s, tone.hurried = 0.0, 0.0, True

    def _begin(self, place: int, note: Note) -> None:
        loudness = note.strength**0.7 * (130.0 / max(note.frequency_hz, 40.0)) ** 0.1
        hz = note.frequency_hz
        self._tones[place] = _Tone(hz, loudness, note.duration_s, note.delay_s, rise=1e-6, sounding=True)
        self._tune(place, hz)

    def _tune(self, place: int, hz: float) -> None:
        chance, where = self._chance, _modes_of(place)
        apart_hz = chance.uniform(0.06, 0.2, _EACH) * np.where(np.arange(_EACH) % 2, 0.5, -0.5) * _PARTIALS**0.3
        self._modes.damp(where, 0.0)
        width = 0.24 * np.clip((hz * _PARTIALS - _MIDDLE_BELOW_HZ) / _MIDDLE_BELOW_HZ, 0.0, 1.0)
        pan = 0.5 + width * np.where(np.arange(_EACH) % 2, 1.0, -1.0)
        self._modes.tune(where, hz * _PARTIALS + apart_hz, np.inf, pan)
        self._modes.strike(where, _PAIR * np.exp(2j * np.pi * chance.random(_EACH)))
        self._fourth_power[place] = (hz * _PARTIALS) ** 4.0

    def _age(self) -> None:
        """Tones rise while they are held and fall when they are not; their levels follow."""
        rising = self._gone_s / self.values["attack_s"]
        falling = self._gone_s / self.values["release_s"]
        for place, tone in enumerate(self._tones):
            if tone.sounding:
                tone.age(self._gone_s, rising, falling)
                self._levels[place] = tone.height

    def _set_gains(self) -> None:
        swell, bright = self.values["swell_ratio"], self.values["bright_ratio"]
        cut_hz = (260.0 + 1500.0 * bright) * (0.62 + 0.38 * swell)
        if self._wander_in == 0:
            self._wander_in = _WANDER_EVERY
            self._heights = self._wander.step()
        self._wander_in -= 1
        now = np.multiply(self._fourth_power, cut_hz**-4, out=self._now)
        now += 1.0
        np.sqrt(now, out=now)
        np.divide(self._heights, now, out=now)
        np.multiply(now, self._levels * (0.5 + 0.5 * swell), out=self._gains, casting="same_kind")


@dataclass(slots=True)
class _Tone:
    """One of the tones that can be held at once."""

    hz: float = 0.0
    loudness: float = 0.0
    hold_s: float = 0.0
    """How much longer it is held."""
    late_s: float = 0.0
    """How long it still waits before it rises."""
    rise: float = 0.0
    """How far it has risen, 0..1; 0 is free."""
    hurried: bool = False
    sounding: bool = False

    @property
    def height(self) -> float:
        """How loud it is at this moment, before what darkens it."""
        return self.rise * self.rise * (3.0 - 2.0 * self.rise) * self.loudness

    @property
    def beginning(self) -> bool:
        """Whether it is still to come to its height."""
        return self.hold_s > 0.0 and self.rise < 1.0

    def is_at(self, hz: float) -> bool:
        """Whether this is its pitch."""
        return abs(self.hz / hz - 1.0) < _SAME_RATIO

    def age(self, step_s: float, rising: float, falling: float) -> None:
        """Go on by a time in which it rises or falls by so much."""
        self.late_s -= step_s
        if self.hold_s <= 0.0:
            self.rise = max(self.rise - (step_s / _HURRY_S if self.hurried else falling), 0.0)
        elif self.late_s <= 0.0:
            self.rise = min(self.rise + rising, 1.0)
            self.hold_s = max(self.hold_s - step_s, 0.0)


def _uneven(path: Path) -> Path:
    """How high each partial stands when nothing darkens it."""
    uneven: Path = (_FALL * _LEVEL) * (1.0 + np.clip(0.16 * path, -0.4, 0.4))
    return uneven


def _risen(tone: _Tone) -> float:
    return tone.rise


def _stays(tone: _Tone) -> tuple[bool, bool, float]:
    """The less, the sooner it gives way: those that go already, then the quietest, and last what has just begun,
    which is quiet only because it is new."""
    return not tone.hurried, tone.beginning, -tone.rise if tone.beginning else tone.height


def _modes_of(place: int) -> slice:
    return slice(place * _EACH, (place + 1) * _EACH)
