"""The sound of `breath`."""

from __future__ import annotations

import math

import numpy as np

from audio.dsp import spectrum
from audio.dsp.noise import GLIDING, ShapedNoise, frame_for
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.breath import Breath

_LEVEL = 0.1746
"""To -23 LUFS while it breathes 4 s in and 6 s out (tests/tools/natural_levels.py)."""
_BANDS_HZ = tuple(float(hz) for hz in np.geomspace(75.0, 9600.0, 15))
"""Half octaves."""
_COHERENCE = ((90.0, 1.0), (200.0, 0.9), (600.0, 0.65), (2000.0, 0.4), (6000.0, 0.3))
_LOW_DB, _IN_DB, _OUT_DB = 6.0, 7.0, 11.0
"""How much band levels fall per octave below the middle, and above it on the way in and out."""
_SWEEP_OCTAVES = 0.8
"""How far the pitch climbs while the lungs fill, and sinks again."""
_SWELL_S, _TURN_S, _REST_S = 0.12, 0.3, 0.5
"""How fast level, colour and rest follow the breath."""
_FLOWS_PER_S, _RESTS_PER_S = 0.06, 0.012
"""Change of fullness that surely is a breath, and that surely is none."""
_EMPTY = 0.07
_OUT_LOUDER = 1.5
"""What is dark needs this much to swell as far in the ear as what is bright."""


@sounds(Breath)
class BreathVoice(Voice[Breath]):
    """Air whose loudness is how full the lungs are, and whose colour tells the way it flows.

    Noise with a hill. In: the hill lies half of `apart_octaves` above the middle, falls off gently and climbs as
    the lungs fill; out: as far below, steeper, and sinks. So breaths were measured at the chest: 13 to 15 dB an
    octave steep in and up to 20 out, heard up to 740 to 1000 Hz in and 430 to 800 Hz out (Gavriely and others,
    Thorax 50, 1995), in twice as loud as out; here both swell alike, for both have to be followed. At rest, full
    or empty, the air all but stops, so that a hold is heard as one.
    """

    auditions = (Audition(breathing=True),)

    def __init__(self, model: Breath, setup: Setup) -> None:
        super().__init__(model, setup)
        frame, rate = frame_for(setup.block, GLIDING), setup.sample_rate_hz
        shape = spectrum.from_third_octaves(((100.0, 0.0), (10000.0, 0.0)), rate, frame)
        self._noise = ShapedNoise(
            shape, setup.block, rate, setup.generator("air"), _BANDS_HZ, _COHERENCE, prompt=True
        )
        self._octaves = np.log2(np.array(_BANDS_HZ))
        self._gains = np.zeros(len(_BANDS_HZ), np.float32)
        self._eddies = Walks(setup.generator("eddies"), (0.5, 0.09), self._block_s)
        self._swell, self._turn, self._calm = (
            -math.expm1(-self._block_s / after_s) for after_s in (_SWELL_S, _TURN_S, _REST_S)
        )
        self._before = self._full = -1.0
        self._way, self._moving = 0.0, 0.0

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._feel(self.signals.breath)
        slow, quick = self._eddies.step()
        held = self.values["held_ratio"]
        flowing = held + (1.0 - held) * self._moving
        swell = (_EMPTY + (1.0 - _EMPTY) * self._full**1.3) * (_OUT_LOUDER + (1.0 - _OUT_LOUDER) * self._way)
        self._colour()
        self._gains *= _LEVEL * swell * flowing * math.exp(0.06 * slow + 0.04 * quick)
        self._noise.render(out, self._gains)

    def _feel(self, breath: float) -> None:
        """Know how full the lungs are, which way the air flows, and whether it does."""
        if self._before < 0.0:
            self._before = self._full = breath
        flow_per_s = (breath - self._before) / self._block_s
        self._before = breath
        self._full += (breath - self._full) * self._swell
        if abs(flow_per_s) > _RESTS_PER_S:
            self._way += (float(flow_per_s > 0.0) - self._way) * self._turn
        moving = min(max(abs(flow_per_s) - _RESTS_PER_S, 0.0) / (_FLOWS_PER_S - _RESTS_PER_S), 1.0)
        self._moving += (moving - self._moving) * (self._turn if moving > self._moving else self._calm)

    def _colour(self) -> None:
        """Gains of the bands: a hill that lies higher and falls off more gently on the way in."""
        middle = math.log2(self.values["centre_hz"]) + self.values["apart_octaves"] * (self._way - 0.5)
        away = self._octaves - (middle + _SWEEP_OCTAVES * (self._full - 0.5))
        steep = _OUT_DB + (_IN_DB - _OUT_DB) * self._way
        levels_db = np.where(away < 0.0, _LOW_DB * away, -steep * away)
        np.power(10.0, levels_db / 20.0, out=self._gains, casting="same_kind")
