"""The sound of `drips`."""

from __future__ import annotations

import math
import threading
from functools import cache

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, Packed, packed
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.smooth import Ramp
from audio.voice import SAMPLE_RATE_HZ, Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.drips import Drips
from worlds.seeds import generator

_LEVEL = 9.62
"""To -23 LUFS at the defaults (gated, so of the drips themselves; tests/tools/natural_levels.py)."""
_SEEP = (
    *((40, -5), (63, -5), (100, -3), (125, -6), (200, -7), (315, -3), (500, 0), (800, 0), (1250, -1), (2500, -4)),
    *((5000, -6), (8000, -7), (10000, -9), (12500, -18), (16000, -32)),
)
_SEEP_LEVEL = 0.008
"""Of what trickles down walls and stones, at a ratio of 1 and with `_SEEPING_PER_MIN` drops or more."""
_SEEPING_PER_MIN = 10.0
_SEEP_COHERENCE = ((80.0, 0.5), (150.0, 0.0))
_LEAST_SEEP = 1e-5
_STEADY, _UNSTEADY = 0.05, 0.12
"""Deviation of the time from drop to drop, as a part of it: where it drips most often, and elsewhere."""
_LEADING = 2.2
"""How much oftener it drips at one place than at each of the others."""
_SMALLEST_MM, _LARGEST_MM = 0.6, 10.0
_ONSET_S = 0.012
_BASIN_S = 0.25
_LONGEST_S = 0.8
_SIZES = 60
_TAKES = 2
"""How many different drops of each size there are."""
_MAKING = threading.Lock()
"""Worlds may be built at once; whoever asks while the drops are being made waits for them."""


@sounds(Drips)
class DripsVoice(Instrument[Drips]):
    """Drops into still water: a faint tick, then the bubble the drop has dragged down rings and climbs.

    Pitch 3.26 m/s over the radius (Minnaert 1933), decay and climb after van den Doel (ACM TAP 2, 2005),
    strength as radius^1.5. Every place drips with a period of its own, the way a full gutter does: one of them
    oftenest and steadily, the others give or take 12 percent; a little of the basin answers, and between the drops
    some water seeps. Onsets are eased over 12 ms, soft beside a real drip's 2 ms, so that one close by does not
    startle. A note lets fall one drop whose bubble has that pitch.
    """

    auditions = (
        Audition(sparse=True),
        Audition("gutter", {"drips_per_min": 80.0}, sparse=True),
    )

    def __init__(self, model: Drips, setup: Setup) -> None:
        super().__init__(model, setup)
        self._step_s = setup.block / setup.sample_rate_hz
        self._chance = setup.generator("drips")
        # Bubbles have unit energy in samples, of which there may be more or fewer in a second.
        self._level = _LEVEL * math.sqrt(setup.sample_rate_hz / SAMPLE_RATE_HZ)
        self._drops = Grains(setup.block, (), int(_LONGEST_S * setup.sample_rate_hz))
        places = model.places
        self._pace = self._chance.uniform(0.6, 1.4, places)
        self._pace[0] = _LEADING
        self._uneven = np.where(np.arange(places) == 0, _STEADY, _UNSTEADY)
        self._pace *= places / self._pace.sum()
        self._wait = self._chance.uniform(0.05, 1.0, places)
        self._size = np.exp(self._chance.normal(0.0, 0.18, places))
        shape = spectrum.from_third_octaves(_SEEP, setup.sample_rate_hz, frame_for(setup.block))
        self._water = ShapedNoise(
            shape, setup.block, setup.sample_rate_hz, setup.generator("seep"), coherence=_SEEP_COHERENCE
        )
        self._seeping = Ramp(0.0, setup.block)
        self._trickle = np.zeros((2, setup.block), np.float32)
        self._near = self._chance.permutation(np.linspace(1.0, 0.65, places))

    def complete(self) -> None:
        """Make the drops, which all drips of all worlds share: 7 MB."""
        with _MAKING:
            bank = _bank(self.setup.sample_rate_hz)
        self._drops.fill(bank)

    def render(self, out: Block) -> None:
        """Add the next block."""
        each_s = 60.0 * self.model.places / max(self.values["drips_per_min"], 1e-6)
        self._wait -= self._pace * (self._step_s / each_s)
        for place in np.flatnonzero(self._wait <= 0.0).tolist():
            self._wait[place] = max(0.3, float(self._chance.normal(1.0, self._uneven[place])))
            radius_mm = (
                self.values["radius_mm"] * self._size[place] * math.exp(float(self._chance.normal(0.0, 0.05)))
            )
            start = int(self._chance.integers(self.setup.block))
            self._fall(radius_mm, start, float(self._near[place] * self._chance.uniform(0.8, 1.05)))
        self._drops.add(out)
        self._seep(out)

    def _seep(self, out: Block) -> None:
        """What runs down between the drops; it comes and goes with them."""
        wet = min(self.values["drips_per_min"] / _SEEPING_PER_MIN, 1.0)
        level = _SEEP_LEVEL * self.values["seep_ratio"] * wet
        if max(level, self._seeping.value) < _LEAST_SEEP:
            return
        self._trickle.fill(0.0)
        self._water.render(self._trickle)
        self._seeping.apply(self._trickle, level)
        out += self._trickle

    def play(self, note: Note) -> None:
        """Let one drop fall, of the bubble that has this pitch."""
        start = int(note.delay_s * self.setup.sample_rate_hz)
        self._fall(3260.0 / note.frequency_hz, start, 0.4 + 0.9 * note.strength)

    def _fall(self, radius_mm: float, start: int, strength: float) -> None:
        along = math.log(max(radius_mm, _SMALLEST_MM) / _SMALLEST_MM) / math.log(_LARGEST_MM / _SMALLEST_MM)
        size = min(round(along * (_SIZES - 1)), _SIZES - 1)
        which = size * _TAKES + int(self._chance.integers(_TAKES))
        self._drops.let_go(start, which, self._level * strength)


@cache
def _bank(rate: int) -> list[Packed]:
    chance = generator(0, "drops")
    radii = np.geomspace(_SMALLEST_MM, _LARGEST_MM, _SIZES)
    basins = [_Basin(rate, chance) for _ in range(_TAKES)]
    return [packed(_drop(rate, chance, float(radius), basin)) for radius in radii for basin in basins]


def _drop(rate: int, chance: np.random.Generator, radius_mm: float, basin: _Basin) -> NDArray[np.float32]:
    """Tick, bubble 10 to 25 ms later, and the basin's answer in the bubble's own band."""
    rise = float(chance.uniform(0.015, 0.05))
    # The soft onset lets pass the beginning, and the bubble is heard where it has climbed to: so it starts lower.
    decay = bake.bubble_decay(radius_mm)
    climbed = 2.0 * rise * decay * 0.5 * (_ONSET_S + 1.0 / decay)
    bubble = bake.bubble(rate, radius_mm * (1.0 + climbed), rise, _ONSET_S)
    tick = bake.click(rate, chance, 0.0012, ((200, -40), (1000, -8), (2500, 0), (8000, -8), (16000, -40)))
    start = int(chance.uniform(0.010, 0.025) * rate)
    wave = np.zeros(start + len(bubble) + int(_BASIN_S * rate))
    wave[: len(tick)] += 0.05 * tick
    wave[start : start + len(bubble)] += bubble
    stereo = bake.from_side(wave, float(chance.uniform(-0.9, 0.9)), rate)[:, : len(wave)] + 0.6 * basin.answer(wave)
    return bake.faded(stereo * (radius_mm / 2.6) ** 0.6).astype(np.float32)


class _Basin:
    """Near stone and water that give a drop back: a quarter second of diffuse tail, left and right apart."""

    def __init__(self, rate: int, chance: np.random.Generator) -> None:
        t_s = bake.seconds(rate, _BASIN_S)
        swell = np.exp(-t_s / 0.08) * bake.eased(t_s / 0.015)
        self._tails = np.stack([bake.unit_energy(chance.standard_normal(len(t_s)) * swell) for _ in range(2)])
        self._tails = self._tails.astype(np.float32)
        self._spectra: dict[int, NDArray[np.complexfloating]] = {}

    def answer(self, wave: NDArray[np.float64]) -> NDArray[np.float64]:
        """Stereo, as long as the wave, which ends in a silence as long as the tail."""
        length = bake.quick_length(len(wave))
        if length not in self._spectra:
            self._spectra[length] = np.fft.rfft(self._tails, length, axis=1)
        # In single precision, far below what is heard and in half the time.
        return np.fft.irfft(np.fft.rfft(wave.astype(np.float32), length) * self._spectra[length], length, axis=1)[
            :, : len(wave)
        ]
