"""The sound of `thunder`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.rolling import Roll
from worlds.format.voices.thunder import Thunder

_LEVEL = 0.114
"""To -23 LUFS while it rolls (gated; tests/tools/natural_levels.py)."""
_BANDS_HZ = (45.0, 90.0, 180.0, 360.0, 720.0)
_CURVE = ((30, -12), (45, -5), (70, 0), (140, 0), (250, -3), (400, -8), (700, -18), (1400, -34), (4000, -60))
_COHERENCE = ((90.0, 1.0), (150.0, 0.85), (400.0, 0.5), (1000.0, 0.2))
_USUAL_KM = 7.0
_AIR_DB_KM = np.array([0.0, 0.05, 0.25, 0.7, 1.6])
"""What a kilometre of air and ground takes from each band (ISO 9613-1 at 20 °C and 50 %, and as much again)."""
_LATE_DB = np.array([0.0, 0.0, 1.0, 4.0, 9.0])
"""What the end of a roll, which comes from farther away, lacks beside its beginning."""
_WAVES_PER_S = 36.0
_WAVE_SHARE = 0.35
_SHORTEST_S, _SPREAD = 60.0, 0.3
_SILENT = 1e-4


@sounds(Thunder)
class ThunderVoice(Voice[Thunder]):
    """A flash is kilometres long, so its thunder arrives for ten seconds and more, bend after bend of its channel.

    Each stretch of the channel sends an N-shaped shock wave (Ribner and Roy, Journal of the Acoustical Society
    of America 72, 1982); 24 to 60 of them, each drawn out by echoes, arrive in a few claps over 8 to 25 s
    (`Roll`). Air leaves of distant thunder mostly 50 to 300 Hz, and less and less of the highs as it rolls away.
    Distant only: the first swell takes more than half a second, and nothing stands more than 6 dB over the level
    its pack gives. From flash to flash it takes a minute at least.
    """

    auditions = (Audition(sparse=True),)

    def __init__(self, model: Thunder, setup: Setup) -> None:
        super().__init__(model, setup)
        rate = setup.sample_rate_hz
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block))
        self._rumble = ShapedNoise(shape, setup.block, rate, setup.generator("rumble"), _BANDS_HZ, _COHERENCE)
        self._gains = np.zeros((2, len(_BANDS_HZ)), np.float32)
        self._waves = Grains(setup.block, _bank(setup))
        self._strengths = HeavyTail(2.0, 4.0)
        self._drift = Walks(setup.generator("drift"), ([0.8] * 5, [0.8] * 5), self._block_s)
        self._chance = setup.generator("flashes")
        self._waited, self._due = float(self._chance.uniform(0.7, 0.95)), 1.0
        self._calm_s = _SHORTEST_S
        self._roll: Roll | None = None
        self._roll_s = 0.0

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._wait()
        if self._roll is None and not self._gains.any():
            return
        swell = self._roll.swell(self._roll_s) if self._roll else 0.0
        self._set_gains(swell)
        self._rumble.render(out, self._gains)
        if swell > _SILENT:
            rate = self.setup.sample_rate_hz
            loud = _LEVEL * swell * math.sqrt(_WAVE_SHARE * rate / _WAVES_PER_S)
            self._waves.scatter(self._chance, _WAVES_PER_S * self._block_s, self._strengths, loud)
        self._waves.add(out)

    def _wait(self) -> None:
        """Go on by a block: to the next flash, or to the end of its roll."""
        self._calm_s += self._block_s
        self._waited += self._block_s / self.values["every_s"]
        if self._roll:
            self._roll_s += self._block_s
            if self._roll_s > self._roll.length_s:
                self._roll = None
        elif self._waited >= self._due and self._calm_s >= _SHORTEST_S:
            self._roll = Roll(self._chance, self.values["distance_km"])
            self._roll_s = self._waited = self._calm_s = 0.0
            self._due = 1.0 + _SPREAD * float(self._chance.uniform(-1.0, 1.6))

    def _set_gains(self, swell: float) -> None:
        if swell <= _SILENT or not self._roll:
            self._gains.fill(0.0)
            return
        late = self._roll_s / self._roll.length_s
        lost_db = _AIR_DB_KM * (self._roll.distance_km - _USUAL_KM) + _LATE_DB * late
        level = _LEVEL * swell * 10.0 ** (-lost_db / 20.0)
        np.multiply(np.exp(0.12 * self._drift.step()), level, out=self._gains, casting="same_kind")


def _bank(setup: Setup) -> list[NDArray[np.float64]]:
    """Shock waves from somewhere in the sky, as they come through kilometres of air."""
    chance, bank = setup.generator("shock bank"), []
    for _ in range(24):
        side = float(chance.uniform(-0.7, 0.7))
        bank.append(bake.panned(_shock(setup.sample_rate_hz, chance), side))
    return bank


def _shock(rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """An N wave, longer the farther it comes, rounded by air and drawn out by its echoes from the ground."""
    t_s = bake.seconds(rate, 0.4)
    wave = np.zeros(len(t_s))
    length_s, at_s = float(chance.uniform(0.006, 0.016)), 0.05
    for strength in (1.0, 0.6, 0.5, 0.35, 0.25):
        along = (t_s - at_s) / length_s
        wave += strength * np.where((along >= 0.0) & (along < 1.0), 1.0 - 2.0 * along, 0.0)
        at_s += float(chance.uniform(0.012, 0.06))
    edge_hz = float(chance.uniform(140.0, 300.0))
    curve = ((25.0, -14.0), (50.0, 0.0), (edge_hz, 0.0), (2.0 * edge_hz, -14.0), (8.0 * edge_hz, -60.0))
    return bake.unit_energy(bake.tapered(bake.filtered(wave, rate, curve)))
