"""The sound of `choir`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import spectrum
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.dsp.wavetables import SIZE, Wavetables
from audio.notes import at_once
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from audio.voices.formants import formants, heights
from audio.voices.singers import Ranks
from worlds.format.voices.choir import Choir

_LEVEL = 0.0427
"""To -23 LUFS holding its usual chord (tests/tools/natural_levels.py)."""
_LOWEST_HZ, _HIGHEST_HZ = 75.0, 620.0
_PARTIALS, _UP_TO_HZ = 48, 5200.0
_DETUNED_CENTS, _WANDER_CENTS = 10.0, 4.0
_TRACTS = 0.035
"""Throats differ in length by so much."""
_VIBRATO_HZ = (4.8, 6.0)
_VIBRATO_AFTER_S, _SCOOP_CENTS, _SCOOP_S = 1.2, 25.0, 0.25
"""A tone begins straight and a little low."""
_TREMBLE = 0.04
_AIR_HEIGHT = 0.02
_AIR_CURVE = ((300, -30), (800, -12), (1600, -4), (3200, 0), (5500, -5), (9000, -16), (14000, -30))
_DRIFT_S, _DRIFT = 14.0, 0.12
"""How each section's vowel drifts of itself."""
_USUAL_HZ = (110.0, 165.0, 220.0, 275.0)


@sounds(Choir)
class ChoirVoice(Instrument[Choir]):
    """Eight to sixteen throats, each with a pitch, a vibrato, a place, a vowel and a breath of its own.

    Partials stand as high as the formants of u, o and a have them (the table of the Csound manual), for basses to
    sopranos, throats differing by some percent. Voices stray by 10 cents and wander by a few, their vibrato swings
    4.8 to 6 times a second, begins late, and none is in step (Sundberg, The Science of the Singing Voice, 1987;
    Ternström, "Choir acoustics", 1991). Everybody breathes in turn, so that the chord never stops, and changes
    over to a tone that has too few.
    """

    auditions = (Audition(notes=at_once(*(Note(hz, 0.5, duration_s=600.0) for hz in _USUAL_HZ))),)

    def __init__(self, model: Choir, setup: Setup) -> None:
        super().__init__(model, setup)
        count, self._chance = model.voices, setup.generator("choir")
        self._ranks = Ranks(setup.generator("ranks"), count)
        self._tables = Wavetables(count, setup.sample_rate_hz, setup.block)
        self._knots_s = np.arange(1, self._tables.knots + 1) / self._tables.knots * self._block_s
        self._wander = Walks(setup.generator("wander"), np.full(count, 0.5), self._block_s)
        self._drift = Walks(setup.generator("vowels"), np.full(4, _DRIFT_S), self._block_s)
        self._draw_people(count)
        self._hz = np.full(count, 220.0)
        self._before, self._now = np.zeros((2, count))
        shape = spectrum.from_third_octaves(_AIR_CURVE, setup.sample_rate_hz, frame_for(setup.block, 1.0))
        self._air = ShapedNoise(shape, setup.block, setup.sample_rate_hz, setup.generator("air"), prompt=True)

    def _draw_people(self, count: int) -> None:
        chance = self._chance
        self._cents = _DETUNED_CENTS * chance.standard_normal(count)
        self._tracts = np.exp(_TRACTS * chance.standard_normal(count))
        self._vibrato_hz = chance.uniform(*_VIBRATO_HZ, count)
        self._swing = np.exp(0.35 * chance.standard_normal(count))
        self._turn = chance.random(count)
        self._partial_phases = np.exp(2j * np.pi * chance.random((count, _PARTIALS)))
        self._powers = np.exp(0.15 * chance.standard_normal(count))
        places = np.linspace(0.18, 0.82, count)[chance.permutation(count)] * (np.pi / 2)
        self._sides = np.stack([np.cos(places), np.sin(places)]).astype(np.float32)

    def play(self, note: Note) -> None:
        """Hold a tone for the note's duration, within the reach of voices."""
        hz = note.frequency_hz
        while hz < _LOWEST_HZ:
            hz *= 2.0
        while hz > _HIGHEST_HZ:
            hz /= 2.0
        self._ranks.hold(hz, (2.0 * note.strength) ** 0.7, note.delay_s + note.duration_s)

    def render(self, out: Block) -> None:
        """Add the next block."""
        begun = self._ranks.step(self._block_s, self.values["attack_s"])
        for place, singer in enumerate(self._ranks.singers):
            self._now[place] = singer.height
        drift, wander = self._drift.step(), self._wander.step()
        for place in begun:
            self._begin(place, drift)
        if not self._now.any() and not self._before.any():
            return
        if self._tables.turned:
            self._tables.turn_into(self._periods(drift))
        hz = self._pitches(wander)
        self._tables.render(out, hz, self._heights(), self._sides)
        self._air.render(out, _AIR_HEIGHT * _LEVEL * math.sqrt(float((self._now**2).sum())) * self._swell())
        self._before[...] = self._now

    def _swell(self) -> float:
        return 0.45 + 0.55 * self.values["swell_ratio"]

    def _begin(self, place: int, drift: NDArray[np.float64]) -> None:
        singer = self._ranks.singers[place]
        if singer.tone is not None:
            self._hz[place] = singer.tone.hz
            self._tables.put(place, self._period(place, drift), singer.tone.hz)

    def _pitches(self, wander: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each sings at every knot of this block."""
        sung_s = np.array([singer.sung_s for singer in self._ranks.singers])[:, None] + self._knots_s
        self._turn = (self._turn + self._vibrato_hz * self._block_s) % 1.0
        turns = self._turn[:, None] + self._vibrato_hz[:, None] * self._knots_s
        depth = (
            self.values["vibrato_cents"] * self._swing[:, None] * np.minimum(sung_s / _VIBRATO_AFTER_S, 1.0) ** 2
        )
        self._vibrato = np.sin(2.0 * np.pi * turns)
        straying = (self._cents + _WANDER_CENTS * wander)[:, None] - _SCOOP_CENTS * np.exp(-sung_s / _SCOOP_S)
        pitches: NDArray[np.float64] = self._hz[:, None] * 2.0 ** ((straying + depth * self._vibrato) / 1200.0)
        return pitches

    def _heights(self) -> NDArray[np.float64]:
        """How loud each is at every knot."""
        along = self._knots_s / self._block_s
        rise = (self._now - self._before)[:, None]
        tremble = 1.0 + _TREMBLE * self._vibrato
        level = (self._before[:, None] + rise * along) * tremble * self._powers[:, None]
        return np.asarray(level * (_LEVEL * self._swell()))

    def _periods(self, drift: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack([self._period(place, drift) for place in range(len(self._hz))])

    def _period(self, place: int, drift: NDArray[np.float64]) -> NDArray[np.float64]:
        """One period of a voice at its pitch and present vowel, of power 1/2 whatever the vowel."""
        section, hz = self._ranks.singers[place].section, self._hz[place] * np.arange(1, _PARTIALS + 1)
        vowel = formants(section, self.values["open_ratio"] + _DRIFT * float(drift[section]))
        high = heights(vowel, hz / self._tracts[place]) * (hz < _UP_TO_HZ)
        high /= math.sqrt(float((high**2).sum()))
        points = np.zeros(SIZE // 2 + 1, np.complex128)
        points[1 : _PARTIALS + 1] = high * self._partial_phases[place]
        return np.fft.irfft(points, SIZE) * (SIZE / 2)
