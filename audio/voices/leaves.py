"""The sound of `leaves`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, HeavyTail
from audio.dsp.gusts import Gusts
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.notes import always
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.leaves import Leaves
from worlds.seeds import generator

_LEVEL = 0.0397
"""To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""
_USUAL_M_S = 3.5
_BANDS_HZ = (80.0, 300.0, 800.0, 1600.0, 3200.0, 5500.0, 10000.0)
_CURVE = (
    *((30, -14), (40, -11), (50, -8), (63, -12), (80, -14), (125, -17), (200, -16.5), (300, -14.5), (600, -11)),
    *((1000, -7.7), (1600, -6), (2500, -9.5), (4000, -14.5), (6300, -18), (10000, -19), (16000, -20.5)),
)
_COHERENCE = ((90.0, 1.0), (170.0, 0.8), (600.0, 0.6), (2000.0, 0.35), (6000.0, 0.15))
_LATE_S = np.array([[0.0, 6.5, 7.5, 4.2, 1.2, 0.0, 3.2], [0.0, 5.0, 6.0, 3.0, 0.0, 1.6, 4.6]])
"""When a gust reaches the trees of each band, at either ear."""
_GROWTH = np.array([1.1, 1.1, 1.2, 1.35, 1.5, 1.6, 1.7])
"""How each band grows with the speed, as a power of it."""
_DRY = np.array([-0.3, -0.3, -0.25, -0.1, 0.3, 0.6, 0.8])
"""What dryness adds to each band."""
_FLUTTERS_PER_S = 200.0
_MOST_PER_S = 900.0
_FLUTTER_SHARE = 0.09
_HAND = 2.6
"""How much wind a hand is, that is drawn through them as fast as may be, beside the usual."""
_HAND_BED = np.array([0.0, 0.0, 0.25, 0.8, 1.1, 1.0, 0.7])
"""What is heard of each band under a hand: the leaves of one bough close by, no crowns and no air."""
_FORGET_S = 0.12
"""A drag is told at every tick; when no more is told for so long, the hand is at rest."""
_SWELL_S, _REST_S = 0.12, 0.40
"""How soon a bough rustles, and how slowly it comes to rest."""


@sounds(Leaves)
class LeavesVoice(Instrument[Leaves]):
    """Grains of 2 to 20 ms between 1 and 6 kHz, their number growing with the square of the wind's speed.

    Leaves flutter in groups: the rate of grains itself wanders at 2 to 5 Hz. Under them lies the bed of the leaves
    too far to tell apart, most of the sound, and it swells slowly: a gust takes seconds to pass through all the
    trees that are heard (`Gusts`), each of its own pitch and distance, so what each crown does quickly averages
    out, and high and low swell one after the other. Deep down the wind itself is heard. Broad leaves are kept
    darker than dry ones: sharpness above 2 acum is what makes rustling tiring (DIN 45692). Recordings of wind in
    trees are sharper; in modulation and grain it stands nearer to them than they to each other.

    A note draws a hand through them, as fast as it is strong: more grains, and the bed of one bough alone.
    """

    auditions = (
        Audition(bed=True),
        Audition("stroked", fields={"speed_m_s": 0.0}, notes=always(Note(220.0, 0.5))),
    )

    def __init__(self, model: Leaves, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, self._step_s = setup.sample_rate_hz, setup.block / setup.sample_rate_hz
        self._gusts = Gusts(generator(setup.seed, "gusts"), self._step_s, _LATE_S)
        self._groups = Walks(setup.generator("groups"), (0.35, 0.06, 0.06), self._step_s)
        shape = spectrum.from_third_octaves(_CURVE, rate, frame_for(setup.block))
        self._bed = ShapedNoise(shape, setup.block, rate, setup.generator("bed"), _BANDS_HZ, _COHERENCE)
        self._gains = np.zeros((2, len(_BANDS_HZ)), np.float32)
        self._soft = Grains(setup.block, _flutters(setup, "soft", 1000.0, 0.006))
        self._crisp = Grains(setup.block, _flutters(setup, "crisp", 2600.0, 0.0025), beside=self._soft)
        self._chance = setup.generator("flutter")
        self._strengths = HeavyTail(2.0, 5.0)
        self._grain_level = _LEVEL * math.sqrt(_FLUTTER_SHARE * rate / _FLUTTERS_PER_S)
        self._stroke, self._told_s, self._hand = 0.0, 1.0, 0.0

    def play(self, note: Note) -> None:
        """Draw a hand through them at a speed, 0..1."""
        self._stroke, self._told_s = note.strength, 0.0

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._gusts.step(self.values["speed_m_s"], 0.7, self.signals.gust)
        self._feel()
        push = min(math.hypot(self._gusts.canopy_m_s / _USUAL_M_S, _HAND * self._hand), 2.6)
        dry = self.values["dry_ratio"]
        group, left, right = self._groups.step()
        stand = np.minimum(self._gusts.stand_m_s / _USUAL_M_S, 2.6) ** _GROWTH
        stand += _HAND_BED * (_HAND * self._hand * math.exp(0.35 * group))
        np.multiply(stand, _LEVEL * (1.0 + dry * _DRY), out=self._gains, casting="same_kind")
        self._bed.render(out, self._gains)
        expected = _FLUTTERS_PER_S * self._step_s * push**2 * math.exp(0.35 * group + 0.15 * (left + right))
        expected = min(expected, _MOST_PER_S * self._step_s)
        level = self._grain_level * min(push, 1.6)
        # One kind a block, as often as it is dry: half the work, and no ear can tell.
        if self._chance.random() < dry:
            self._crisp.scatter(self._chance, expected, self._strengths, level * 0.7)
        else:
            self._soft.scatter(self._chance, expected, self._strengths, level)
        self._soft.add(out)
        self._crisp.add(out)

    def _feel(self) -> None:
        """Come nearer to what the hand does."""
        self._told_s += self._step_s
        goal = self._stroke if self._told_s < _FORGET_S else 0.0
        tau_s = _SWELL_S if goal > self._hand else _REST_S
        self._hand += (goal - self._hand) * -math.expm1(-self._step_s / tau_s)


def _flutters(setup: Setup, name: str, lowest_hz: float, decay_s: float) -> list[NDArray[np.float64]]:
    """Single leaves brushing others, over two octaves from `lowest_hz`."""
    chance, bank = setup.generator(name), []
    for _ in range(40):
        centre_hz = lowest_hz * 4.0 ** float(chance.beta(1.3, 2.0))
        curve = ((100.0, -36.0), (centre_hz / 3.0, -11.0), (centre_hz, 0.0), (9000.0, -15.0), (16000.0, -24.0))
        wave = bake.brush(setup.sample_rate_hz, chance, decay_s * float(chance.uniform(0.4, 2.0)), curve)
        bank.append(bake.panned(wave, float(chance.uniform(-0.95, 0.95))))
    return bank
