"""The sound of `crickets`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.smooth import Fading
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.crickets import Crickets

_LEVEL = 0.1849
"""To -23 LUFS at night, activity 0.9 (tests/tools/natural_levels.py)."""
_COLDEST_C, _WARMEST_C = 8, 34
_CHORUS = (
    *((31.5, -44), (40, -40), (50, -32), (63, -26), (80, -20), (100, -18), (125, -18), (160, -20), (200, -22)),
    *((250, -24), (400, -25), (1000, -26), (1600, -23), (2500, -21), (3300, -14), (4100, -4), (4500, 0)),
    *((4900, -5), (5600, -22), (7500, -30), (9000, -24), (11000, -40), (16000, -60)),
)
"""Third octaves of the far ones, about 4.5 kHz, in the air of the night."""
_BANDS_HZ = (1500.0, 3500.0)
_COHERENCE = ((200.0, 0.8), (3000.0, 0.45), (8000.0, 0.3))
_CHORUS_RATIO = 0.145
"""The far chorus beside one near singer."""
_FADE_S = 2.0
_INAUDIBLE = 1e-5
_UNEVEN = 0.05
"""Deviation of the time between chirps; trills run on without one."""


@dataclass(frozen=True)
class _Species:
    """A way of singing, at 25 °C."""

    carrier_hz: float
    carrier_sd_hz: float
    chirps_per_s: float
    pulses_per_s: float
    pattern: tuple[int, ...]
    """Slots of a chirp, counted in pulse periods, in which a pulse sounds."""
    loudness: float


_FIELD = _Species(4400.0, 150.0, 2.3, 30.0, (0, 1, 2, 3), 1.0)
_SNOWY = _Species(2850.0, 80.0, 2.85, 52.0, (0, 1, 3, 4, 5, 7, 8, 9), 0.14)
_TRILLING = _Species(4650.0, 220.0, 4.0, 64.0, tuple(range(16)), 0.5)
_TRILLERS = 2


def _warm(temperature_c: float, zero_c: float) -> float:
    """Rates of insects are linear in temperature: 1 at 25 °C, 0 at `zero_c`."""
    return max((temperature_c - zero_c) / (25.0 - zero_c), 0.12)


def _boldness(index: int, singers: int) -> float:
    """The activity above which a singer sings: the nearest first, trillers with the second."""
    return ((index if index < singers else 1) + 0.3) / (singers + 1)


class _Singer:
    """One cricket: where it sits, what it sings, and when next."""

    def __init__(self, species: _Species, chance: np.random.Generator, distance: float, boldness: float) -> None:
        self.species = species
        self.carrier_hz = float(chance.normal(species.carrier_hz, species.carrier_sd_hz))
        self.side = float(chance.uniform(-0.85, 0.85))
        self.gain = species.loudness / distance
        self.pace = float(chance.normal(1.0, 0.03))
        self.boldness = boldness
        """It sings while the activity is above this."""
        self.wait_s = float(chance.uniform(0.0, 2.0))
        self.left = int(chance.integers(6, 50))


@sounds(Crickets)
class CricketsVoice(Voice[Crickets]):
    """Near singers, chirp by chirp and pulse by pulse, before a far chorus.

    Snowy tree cricket (Oecanthus fultoni): chirps in 13 s + 40 = degrees Fahrenheit, so 2.85 a second at 25 °C
    and none at 4.4; eight pulses in groups of 2, 3, 3 at 52 a second; 2.85 kHz (T. J. Walker, Singing Insects
    of North America, "Temperature"). Field crickets: four pulses at 30 a second, 4.4 kHz, 2 to 3 chirps a
    second. Chirp rate, pulse rate and pitch all rise with the temperature. Two tree
    crickets further off trill at 64 pulses a second. Singers pause between bouts; the
    fewer sing, the lower the activity.
    """

    auditions = (Audition(hour=23.0, daylight=0.0),)

    def __init__(self, model: Crickets, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, self._step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        self._chance = setup.generator("singers")
        near = [_FIELD if index % 2 == 0 else _SNOWY for index in range(model.singers)]
        species = [*near, *[_TRILLING] * _TRILLERS]
        self._singers = [
            _Singer(
                kind,
                self._chance,
                1.0 + 0.55 * index * float(self._chance.uniform(0.8, 1.3)),
                _boldness(index, model.singers),
            )
            for index, kind in enumerate(species)
        ]
        self._steps = _WARMEST_C - _COLDEST_C + 1
        bank = (pulse for singer in self._singers for pulse in _pulses(singer, rate))
        self._pulses = Grains(setup.block, bank)
        shape = spectrum.from_third_octaves(_CHORUS, rate, frame_for(setup.block))
        self._chorus = ShapedNoise(shape, setup.block, rate, setup.generator("chorus"), _BANDS_HZ, _COHERENCE)
        self._sway = Walks(setup.generator("sway"), (4.0, 0.25), self._step_s)
        self._gains = np.zeros(2, np.float32)
        self._fading = Fading(_FADE_S, self._step_s)
        self._present = 0.0

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._present = self._fading.step(self.values["activity_ratio"])
        temperature_c = self.values["temperature_c"]
        for index, singer in enumerate(self._singers):
            singer.wait_s -= self._step_s
            if singer.wait_s < 0.0:
                self._chirp(index, singer, temperature_c)
        self._pulses.add(out)
        slow, quick = self._sway.step()
        level = _LEVEL * _CHORUS_RATIO * self._present
        if level > _INAUDIBLE:
            self._gains[...] = level, level * float(np.exp(0.12 * slow + 0.3 * quick))
            self._chorus.render(out, self._gains)

    def _chirp(self, index: int, singer: _Singer, temperature_c: float) -> None:
        chance, kind = self._chance, singer.species
        period_s = 1.0 / (kind.chirps_per_s * singer.pace * _warm(temperature_c, 4.4))
        start_s = max(singer.wait_s + self._step_s, 0.0)
        singer.wait_s += period_s * (1.0 if kind is _TRILLING else float(chance.normal(1.0, _UNEVEN)))
        if self._present <= singer.boldness * 0.9:
            return
        pulse_s = 1.0 / (kind.pulses_per_s * _warm(temperature_c, -2.0))
        step = min(max(round(temperature_c) - _COLDEST_C, 0), self._steps - 1)
        gain = _LEVEL * singer.gain * min(4.0 * (self._present - singer.boldness * 0.9), 1.0)
        for order, slot in enumerate(kind.pattern):
            at = int((start_s + slot * pulse_s) * self.setup.sample_rate_hz)
            swell = min(0.4 + 0.25 * order, 1.0) * float(chance.uniform(0.9, 1.05))
            self._pulses.let_go(at, index * self._steps + step, gain * swell)
        self._rest(singer)

    def _rest(self, singer: _Singer) -> None:
        singer.left -= 1
        if singer.left <= 0:
            singer.left = int(self._chance.integers(8, 60))
            singer.wait_s += 0.8 + float(self._chance.exponential(4.0)) * (1.6 - self._present) ** 2


def _pulses(singer: _Singer, rate: int) -> list[NDArray[np.float64]]:
    """One stroke of the wings at every whole degree: a tone that swells, sags a little in pitch, and ends."""
    found = []
    for degree_c in range(_COLDEST_C, _WARMEST_C + 1):
        pulse_s = 0.72 / (singer.species.pulses_per_s * _warm(degree_c, -2.0))
        hz = singer.carrier_hz * (1.0 + 0.013 * (degree_c - 25))
        t_s = bake.seconds(rate, pulse_s)
        along = t_s / pulse_s
        phase = 2.0 * np.pi * hz * (t_s - 0.012 * along * t_s)
        swell = bake.eased(along / 0.55) * bake.eased((1.0 - along) / 0.35)
        found.append(bake.panned((np.sin(phase) + 0.05 * np.sin(2.0 * phase)) * swell, singer.side))
    return found
