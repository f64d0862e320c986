"""The sound of `cicadas`."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from audio.dsp import spectrum
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.smooth import Fading
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.cicadasongs import SPECIES, Singer
from worlds.format.voices.cicadas import Cicadas

_LEVEL = 0.15
"""To -23 LUFS at 28 °C and activity 0.4 (tests/tools/natural_levels.py)."""
_CHORUS_RATIO = 0.2
_COHERENCE = ((200.0, 0.8), (3000.0, 0.4), (8000.0, 0.3))
_COLD_C, _WARM_C = 17.0, 21.0
_FADE_S = 2.0
_INAUDIBLE = 1e-5


@sounds(Cicadas)
class CicadasVoice(Voice[Cicadas]):
    """Clicks of the tymbals that ring in the belly, hundreds a second, gated into each species' song.

    A click rings in the air of the belly as in a Helmholtz resonator (Bennet-Clark and Young, A model of the
    mechanism of sound production in cicadas, Journal of Experimental Biology 173, 1992) and in the tymbal itself
    (Young and Bennet-Clark, The role of the tymbal in cicada sound production, the same 198, 1995). How each
    species sings is in `cicadasongs`. Near singers begin and end bouts of their own; far ones are a band of noise
    about the same pitches. All sing the faster, the warmer it is, and none in the cold.
    """

    auditions = (
        Audition(hour=14.0, daylight=1.0),
        Audition("giant", {"species": ["giant", "giant"]}, hour=14.0, daylight=1.0),
        Audition("greengrocer", {"species": ["greengrocer", "greengrocer"]}, hour=14.0, daylight=1.0),
    )

    def __init__(self, model: Cicadas, setup: Setup) -> None:
        super().__init__(model, setup)
        chance = setup.generator("singers")
        self._singers = [Singer(name, index, setup, chance) for index, name in enumerate(model.species)]
        shape = spectrum.from_third_octaves(_chorus(model.species), setup.sample_rate_hz, frame_for(setup.block))
        self._chorus = ShapedNoise(
            shape, setup.block, setup.sample_rate_hz, setup.generator("chorus"), (1000.0,), _COHERENCE
        )
        self._sway = Walks(setup.generator("sway"), (9.0, 2.0), self._block_s)
        self._present = Fading(_FADE_S, self._block_s)

    def render(self, out: Block) -> None:
        """Add the next block."""
        temperature_c = self.values["temperature_c"]
        heat = min(max((temperature_c - _COLD_C) / (_WARM_C - _COLD_C), 0.0), 1.0)
        present = self._present.step(self.values["activity_ratio"] * heat)
        for singer in self._singers:
            singer.render(out, _LEVEL, present, temperature_c)
        slow, quick = self._sway.step()
        level = _LEVEL * _CHORUS_RATIO * self.values["chorus_ratio"] * 2.0 * present
        level *= math.exp(0.15 * float(slow) + 0.06 * float(quick))
        if level > _INAUDIBLE:
            self._chorus.render(out, level)


def _chorus(species: Sequence[str]) -> spectrum.Curve:
    """Third octaves of a far chorus: a hill about the loudest pitch of each kind."""
    hz = np.geomspace(500.0, 16000.0, 60)
    level = np.full(60, 1e-6)
    for name in set(species):
        level += np.exp(-0.5 * (np.log2(hz / SPECIES[name].chorus_hz) / 0.16) ** 2)
        level += 0.004 * np.exp(-0.5 * (np.log2(hz / SPECIES[name].chorus_hz) / 0.7) ** 2)
    return list(zip(hz.tolist(), (10 * np.log10(level)).tolist(), strict=True))
