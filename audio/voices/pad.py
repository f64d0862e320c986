"""The sound of `pad`."""

from __future__ import annotations

import numpy as np

from audio.dsp.modes import Modes
from audio.dsp.walks import Walks
from audio.voice import Block, Instrument, Note, Setup, sounds
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
_HURRY_S = 0.4
"""How long a tone takes to go when another needs its place."""


@sounds(Pad)
class PadVoice(Instrument[Pad]):
    """Up to nine held tones, each of six partials in pairs 0.06 to 0.2 Hz apart: slow, never rough.

    Beats that slow are heard as warmth; roughness begins near 15 Hz and is greatest at 30 to 45 Hz (Fastl and
    Zwicker, ch. 11), which just intervals over one root keep away from. A tone played again while it sounds is
    held on. `swell_ratio` moves level and brightness together, as a choir that breathes.
    """

    def __init__(self, model: Pad, setup: Setup) -> None:
        super().__init__(model, setup)
        self._step_s = setup.block / setup.sample_rate_hz
        self._modes = Modes(_TONES * _EACH, setup.sample_rate_hz, setup.block)
        self._chance = setup.generator("tones")
        self._wander = Walks(setup.generator("wander"), np.full((_TONES, _EACH), 7.0), self._step_s)
        self._hz = np.zeros(_TONES)
        self._hold_s = np.zeros(_TONES)
        self._late_s = np.zeros(_TONES)
        self._rise = np.zeros(_TONES)
        self._strength = np.zeros(_TONES)
        self._loudness = np.zeros(_TONES)
        self._fourth_power = np.zeros((_TONES, _EACH))
        self._now = np.zeros((_TONES, _EACH))
        self._sway = np.zeros((_TONES, _EACH))
        self._hurried = np.zeros(_TONES, np.bool_)
        self._sounding = np.zeros(_TONES, np.bool_)
        self._waiting: list[Note] = []
        self._gains = np.zeros((_TONES, _EACH), np.float32)
        # While nothing sounds, a render only sets where gains glide from: silence.
        self._modes.render(np.zeros((2, setup.block), np.float32), self._gains.reshape(-1))

    def play(self, note: Note) -> None:
        """Hold a tone for the note's duration; one that sounds already is held on."""
        alike = (np.abs(self._hz / note.frequency_hz - 1.0) < _SAME_RATIO) & (self._rise > 0.0)
        if alike.any():
            tone = int(np.argmax(alike * self._rise))
            self._hold_s[tone] = max(note.delay_s + note.duration_s, self._hold_s[tone])
        else:
            self._waiting.append(note)

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._let_go()
        self._begin_waiting()
        self._age()
        self._set_gains()
        self._modes.render(out, self._gains.reshape(-1))

    def _let_go(self) -> None:
        """Tones that have come to nothing rest, so that they cost nothing either."""
        over = self._sounding & (self._rise <= 0.0)
        if over.any():
            self._sounding &= ~over
            for tone in np.flatnonzero(over).tolist():
                self._modes.damp(slice(tone * _EACH, (tone + 1) * _EACH), 0.0)

    def _begin_waiting(self) -> None:
        """Give waiting notes the free tones; if none is free, the quietest is hurried away."""
        for note in list(self._waiting):
            tone = int(np.argmin(self._rise))
            if self._rise[tone] > 0.0:
                self._hold_s[tone], self._late_s[tone], self._hurried[tone] = 0.0, 0.0, True
                return
            self._waiting.remove(note)
            self._hold_s[tone], self._late_s[tone] = note.duration_s, note.delay_s
            self._strength[tone], self._hurried[tone] = note.strength, False
            self._tune(tone, note.frequency_hz)

    def _tune(self, tone: int, hz: float) -> None:
        chance, where = self._chance, slice(tone * _EACH, (tone + 1) * _EACH)
        apart_hz = chance.uniform(0.06, 0.2, _EACH) * np.where(np.arange(_EACH) % 2, 0.5, -0.5) * _PARTIALS**0.3
        self._modes.damp(where, 0.0)
        width = 0.24 * np.clip((hz * _PARTIALS - _MIDDLE_BELOW_HZ) / _MIDDLE_BELOW_HZ, 0.0, 1.0)
        pan = 0.5 + width * np.where(np.arange(_EACH) % 2, 1.0, -1.0)
        self._modes.tune(where, hz * _PARTIALS + apart_hz, np.inf, pan)
        self._modes.strike(where, _PAIR * np.exp(2j * np.pi * chance.random(_EACH)))
        self._hz[tone], self._rise[tone], self._sounding[tone] = hz, 1e-6, True
        self._fourth_power[tone] = (hz * _PARTIALS) ** 4.0
        self._loudness[tone] = self._strength[tone] ** 0.7 * (130.0 / max(hz, 40.0)) ** 0.1

    def _age(self) -> None:
        """Tones rise while they are held and fall when they are not."""
        step_s, attack_s, release_s = self._step_s, self.values["attack_s"], self.values["release_s"]
        # Tone by tone: so few numbers are sooner done one at a time than as arrays.
        for tone in np.flatnonzero(self._sounding).tolist():
            self._late_s[tone] -= step_s
            rise, held = float(self._rise[tone]), bool(self._hold_s[tone] > 0.0)
            if held and self._late_s[tone] > 0.0:
                self._rise[tone] = max(rise, 1e-6)
            elif held:
                self._rise[tone] = min(rise + step_s / attack_s, 1.0)
                self._hold_s[tone] = max(self._hold_s[tone] - step_s, 0.0)
            else:
                fall_s = _HURRY_S if self._hurried[tone] else release_s
                self._rise[tone] = max(rise - step_s / fall_s, 0.0)

    def _set_gains(self) -> None:
        swell, bright = self.values["swell_ratio"], self.values["bright_ratio"]
        cut_hz = (260.0 + 1500.0 * bright) * (0.62 + 0.38 * swell)
        risen = self._rise * self._rise * (3.0 - 2.0 * self._rise)
        level = risen * self._loudness * (_LEVEL * (0.5 + 0.5 * swell))
        np.multiply(self._fourth_power, cut_hz**-4, out=self._now)
        self._now += 1.0
        np.sqrt(self._now, out=self._now)
        np.divide(_FALL, self._now, out=self._now)
        wander = np.multiply(self._wander.step(), 0.16, out=self._sway)
        np.minimum(np.maximum(wander, -0.4, out=wander), 0.4, out=wander)
        wander += 1.0
        self._now *= wander
        self._now *= level[:, None]
        self._gains[...] = self._now
