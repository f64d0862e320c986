"""The sound of `piano`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains
from audio.dsp.ringing import Tone
from audio.notes import every
from audio.voice import Audition, Block, Note, Setup, sounds
from audio.voices.struck import Struck
from worlds.format.voices.piano import Piano

_LEVEL = 0.629
"""To -23 LUFS with its usual notes (tests/tools/natural_levels.py)."""
_MIDDLE_C_HZ = 261.6
_SLOTS = 10
_N = np.arange(1, 15)
_STIFFNESS, _STIFFER = 2.8e-4, 0.5
"""B of middle C, and how it grows with pitch, as a power: 2 to 4 in ten thousand from C3 to C5."""
_PLACE = 0.118
"""Where the hammer lands, as a part of the string's length."""
_AFTER_DB, _AFTER_RING = -17.0, 3.8
"""What stays behind the first sound: how much quieter it begins, and how much longer it rings."""
_APART_HZ = 0.16
"""How far the strings of a note are out of tune with each other: the after-sound comes and goes once in seconds."""
_DAMPING = 0.17
"""How much sooner each higher partial dies."""
_BOARD_DB = 1.7
_BOARD_HZ = 60.0 * 2.0 ** np.arange(0.0, 7.5, 0.25)
"""The soundboard carries no two frequencies alike: by this deviation, at points a quarter of an octave apart."""
_THUDS = 8
_THUD_CURVE = ((30, -30), (60, -6), (110, 0), (220, -7), (500, -19), (1200, -24), (2500, -30), (6000, -46))
_THUD_HEIGHT = 5.0
_USUAL = every(6.0, *(Note(hz, 0.5) for hz in (220.0, 247.5, 275.0, 330.0, 366.7, 440.0)))


@sounds(Piano)
class PianoVoice(Struck[Piano]):
    """Stiff strings in twos, struck through felt: f(n) = n f sqrt(1 + B n^2), and each partial falls twice.

    First quickly, as the strings of a note move the bridge together, then, some 17 dB lower, slowly, as they come
    to move against each other (Weinreich, "Coupled piano strings", JASA 62, 1977; decay rates as in Hundley et
    al., JASA 64, 1978). Felt takes 10 to 14 dB an octave above 1 kHz and rounds the onset, the low partials more
    than the high; the soundboard lets no two frequencies through alike. Stiffness after Fletcher, JASA 36, 1964.
    """

    auditions = (Audition(notes=_USUAL),)

    def __init__(self, model: Piano, setup: Setup) -> None:
        super().__init__(model, setup, _SLOTS, 2 * len(_N))
        self._chance = setup.generator("strokes")
        self._board_db = _BOARD_DB * setup.generator("soundboard").standard_normal(len(_BOARD_HZ))
        self._sides = 0.1 * setup.generator("sides").standard_normal(len(_N))
        self._thuds = Grains(setup.block, _thuds(setup))

    def strike(self, note: Note, delay: int) -> None:
        """The string, and the key and hammer that moved it."""
        super().strike(note, delay)
        height = _THUD_HEIGHT * self.values["action_ratio"] * note.strength * _LEVEL
        self._thuds.let_go(delay, int(self._chance.integers(_THUDS)), height)

    def render(self, out: Block) -> None:
        """Add the next block."""
        super().render(out)
        self._thuds.add(out)

    def tone(self, note: Note) -> Tone:
        """The strings of this pitch."""
        chance, height = self._chance, note.frequency_hz / _MIDDLE_C_HZ
        hz = note.frequency_hz * partials(height)
        ring_s = self.values["ring_s"] * height**-0.5 / (1.0 + _DAMPING * (_N - 1))
        ring_s = ring_s * np.exp(0.12 * chance.standard_normal(len(_N)))
        first = self._heights(note, hz)
        after = first * 10.0 ** ((_AFTER_DB + chance.normal(0.0, 2.0, len(_N))) / 20.0)
        side = 0.5 + 0.13 * math.log2(height) + self._sides
        onset_s = self.values["felt_ms"] / 1000.0 * 1.6 / _N**0.22
        return Tone(
            hz=np.concatenate([hz, hz + chance.normal(0.0, _APART_HZ, len(_N))]),
            t60_s=np.concatenate([ring_s, ring_s * _AFTER_RING]),
            amplitude=np.concatenate([first, after]),
            pan=np.clip(np.concatenate([side, 1.0 - side[::-1]]), 0.15, 0.85),
            onset_s=np.concatenate([onset_s, onset_s]),
        )

    def _heights(self, note: Note, hz: NDArray[np.float64]) -> NDArray[np.float64]:
        """How high each partial stands: hammer, felt, soundboard."""
        bright = self.values["bright_ratio"] + 0.5 * (note.strength - 0.5)
        felt_hz = 420.0 * 5.0 ** min(max(bright, 0.0), 1.0)
        shape = np.abs(np.sin(np.pi * _N * _PLACE * self._chance.uniform(0.96, 1.04))) / _N**0.8
        shape /= (1.0 + (hz / felt_hz) ** 2) * (1.0 + (70.0 / hz) ** 2)
        shape /= math.sqrt(float((shape**2).sum()))
        board = 10.0 ** (np.interp(np.log2(hz), np.log2(_BOARD_HZ), self._board_db) / 20.0)
        loud = _LEVEL * note.strength**1.15 * (_MIDDLE_C_HZ / note.frequency_hz) ** 0.25
        heights: NDArray[np.float64] = shape * board * loud
        return heights


def partials(height: float) -> NDArray[np.float64]:
    """Ratios of the partials to the first, of a string so much higher than middle C."""
    stiffness = _STIFFNESS * height**_STIFFER
    ratios: NDArray[np.float64] = _N * np.sqrt((1.0 + stiffness * _N**2) / (1.0 + stiffness))
    return ratios


def _thuds(setup: Setup) -> list[NDArray[np.float64]]:
    """A key that comes to rest on felt, a hammer that leaves: dull, eased over 15 ms, a little to either side."""
    chance, bank, t_s = setup.generator("action"), [], bake.seconds(setup.sample_rate_hz, 0.22)
    for _ in range(_THUDS):
        swell = bake.eased(t_s / 0.015) * np.exp(-t_s / float(chance.uniform(0.02, 0.04)))
        wave = bake.filtered(chance.standard_normal(len(t_s)) * swell, setup.sample_rate_hz, _THUD_CURVE)
        bank.append(bake.panned(bake.tapered(bake.unit_energy(wave)), float(chance.uniform(-0.2, 0.2))))
    return bank
