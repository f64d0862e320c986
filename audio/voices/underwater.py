"""The sound of `underwater`."""

from __future__ import annotations

import numpy as np

from audio.dsp import spectrum
from audio.dsp.blend import Blend, between
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.walks import Path, Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.bubblestrings import BubbleStrings
from worlds.format.voices.underwater import Underwater

_LEVEL = 0.0527
"""To -23 LUFS at the defaults with all signals at one half (tests/tools/natural_levels.py)."""
_BANDS_HZ = (60.0, 150.0, 350.0, 800.0, 2500.0, 6300.0)
_LOW = ((31, -4), (50, -5.5), (63, -5), (80, -2.5), (100, -3), (125, -4.5), (160, -4), (200, -1), (250, 0))
_MUFFLED = (
    *_LOW,
    (315, -2),
    *((400, -3.3), (500, -5.6), (630, -10), (800, -14.5), (1000, -17.5), (1250, -22), (1600, -31), (2000, -39)),
    *((2500, -47), (3150, -52), (4000, -60), (5000, -72), (6300, -80), (8000, -90), (12500, -100)),
)
"""Third-octave levels of recordings made just below a surface, where clouds of bubbles take the highs."""
_CLEAR = (
    *_LOW,
    (315, -1),
    *((500, -2.3), (1000, -4.3), (2000, -6.3), (4000, -8.3), (8000, -10.3), (16000, -12.3)),
)
"""The same in the open sea: above 500 Hz 5 dB less density an octave, so 2 dB less in third octaves."""
_COHERENCE = ((90.0, 1.0), (105.0, 0.4), (130.0, 0.0))
_WINDS_M_S = (0.0, 0.9, 2.5, 4.4, 6.7, 9.4, 12.0)
_SEAS_DB = (44.5, 50.0, 55.0, 61.5, 64.5, 66.5, 68.0)
"""Level at 1 kHz under winds of Beaufort 0 to 5 (and a little beyond)."""
_USUAL_M_S = 4.25
_USUAL_DB = float(np.interp(_USUAL_M_S, _WINDS_M_S, _SEAS_DB))
_WINDS_SHARE = np.array([0.15, 0.2, 0.5, 1.0, 1.0, 1.0])
"""How far each band follows the wind: what rumbles below comes from far away."""
_SWAY = np.array([0.34, 0.28, 0.35, 0.4, 0.15, 0.15])
"""How much each band comes and goes."""
_SWAY_S = (0.15, 0.1, 0.1, 0.1, 0.3, 0.3)
_CLEAR_LOUDER_DB = 1.3
"""What highs add to the loudness in the open sea."""
_HALVES = 2


@sounds(Underwater)
class UnderwaterVoice(Voice[Underwater]):
    """The sea as it is heard from within: rumble from afar, the hush of its waves above, bubbles close by.

    Ambient noise falls by about 5 dB an octave above 500 Hz and lies nearly flat below; at 1 kHz it is 44.5, 50,
    55, 61.5, 64.5 and 66.5 dB under winds of Beaufort 0 to 5 (Wenz, JASA 34, 1962; JASA 129, 64). Just
    below the surface clouds of fine bubbles swallow most above 600 Hz, so the small ones among the
    bubbles close by (`BubbleStrings`) stand out of the rumble and the large ones swell in it.
    """

    auditions = (
        Audition(bed=True),
        Audition("open sea", {"clear_ratio": 1.0}, bed=True),
    )

    def __init__(self, model: Underwater, setup: Setup) -> None:
        super().__init__(model, setup)
        rate, frame = setup.sample_rate_hz, frame_for(setup.block)
        muffled, clear = (spectrum.from_third_octaves(curve, rate, frame) for curve in (_MUFFLED, _CLEAR))
        self._rumble = ShapedNoise(muffled, setup.block, rate, setup.generator("rumble"), _BANDS_HZ, _COHERENCE)
        self._clearing = Blend(self._rumble, muffled, clear, between)
        tau_s = np.tile(_SWAY_S, (_HALVES, 1))
        self._sway = Walks(setup.generator("sway"), tau_s, self._block_s, _sway)
        self._gains = np.zeros((_HALVES, len(_BANDS_HZ)), np.float32)
        self._bubbles = BubbleStrings(setup, _LEVEL)

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._clearing.set(self.values["clear_ratio"])
        wind_db = float(np.interp(self.values["wind_m_s"], _WINDS_M_S, _SEAS_DB)) - _USUAL_DB
        louder_db = _WINDS_SHARE * wind_db - _CLEAR_LOUDER_DB * self.values["clear_ratio"]
        np.multiply(self._sway.step(), 10.0 ** (louder_db / 20.0), out=self._gains, casting="same_kind")
        self._rumble.render(out, self._gains)
        self._bubbles.render(out, self.values["bubbles_per_min"])


def _sway(path: Path) -> Path:
    """How each band of each side swells by itself; deep sound does so on both sides alike."""
    sway = np.exp(_SWAY * path)
    sway[:, 1, :1] = sway[:, 0, :1]
    swayed: Path = _LEVEL * sway
    return swayed
