"""How cicadas sing: parts of a song, each a train of damped clicks, and who goes from one to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp.walks import Walks
from audio.voice import Block, Setup


@dataclass(frozen=True)
class Part:
    """One part of a song at 28 °C."""

    carrier_hz: float
    """What each click rings at."""
    clicks_hz: float
    ring: float
    """How steeply a click dies away until the next, in units of e."""
    length_s: float
    length_sd_s: float
    loudness: float = 1.0
    beats_hz: float = 0.0
    """How often the clicks come in groups (echemes); 0 for a steady train."""
    depth: float = 0.0
    """How deep the gaps between groups are, 0..1."""


@dataclass(frozen=True)
class CicadaSong:
    """The parts that follow each other, how often until a rest, and the rest."""

    parts: tuple[Part, ...]
    rounds: int
    rest_s: float
    chorus_hz: float


SPECIES = {
    "ash": CicadaSong((Part(5000.0, 250.0, 3.0, 18.0, 9.0, 1.25, 5.5, 1.0),), 1, 7.0, 5000.0),
    "giant": CicadaSong(
        (Part(1750.0, 200.0, 2.6, 6.2, 1.9, 0.35, 22.0, 0.85), Part(2240.0, 330.0, 1.3, 8.2, 1.9, 0.6)),
        3,
        12.0,
        2240.0,
    ),
    "greengrocer": CicadaSong((Part(4300.0, 235.0, 1.6, 30.0, 12.0, 0.55, 1.1, 0.3),), 1, 8.0, 4300.0),
}
"""Ash cicada (Cicada orni): about 5 kHz, short echemes in long series. Giant cicada (Quesada gigas): echemes for
6.2 ± 1.9 s, then for 8.2 ± 1.9 s a whistle of 2240 Hz in damped pulses, 330 a second. (Both Sueur and others, 2002
to 2004.) Greengrocer (Cyclochila australasiae): 4.3 kHz, the two tymbals by turns (Young and Bennet-Clark,
Journal of Experimental Biology 173 and 198)."""
_USUAL_C, _QUICKENING = 28.0, 0.02
_GLIDE_S, _SWELL_S = 0.35, 0.5


class Singer:
    """One cicada: which part it is at, and all that glides from part to part."""

    def __init__(self, name: str, index: int, setup: Setup, chance: np.random.Generator) -> None:
        self._song, self._chance = SPECIES[name], chance
        self._pitch, self._pace = 1.0 + 0.025 * float(chance.standard_normal()), float(chance.normal(1.0, 0.04))
        angle = (float(np.clip(0.85 * math.sin(2.4 * index + 1.0), -0.9, 0.9)) + 1.0) * math.pi / 4.0
        self._sides = np.array([[math.cos(angle)], [math.sin(angle)]], np.float32) * (1.0 + index) ** -0.6
        self._block, self._rate_hz = setup.block, setup.sample_rate_hz
        self._block_s = setup.block / setup.sample_rate_hz
        self._waver = Walks(setup.generator("waver", index), (0.3, 4.0), self._block_s)
        self._glide = -math.expm1(-self._block_s / _GLIDE_S)
        self._swell = -math.expm1(-self._block_s / _SWELL_S)
        self._part, self._rounds, self._left_s = 0, 0, float(chance.uniform(0.0, 4.0))
        self._resting = bool(chance.random() < 0.4)
        first = self._song.parts[0]
        self._now = np.array([first.carrier_hz, first.clicks_hz, first.ring, first.beats_hz, first.depth])
        self._level, self._phase, self._beat = 0.0, 0.0, float(chance.random())
        self._height = 1.0
        """Of the click that goes on into the next block."""
        self._rung: NDArray[np.float32] | None = None
        self._ramp = np.arange(1, self._block + 1, dtype=np.float32) / np.float32(self._block)

    def render(self, out: Block, level: float, present: float, temperature_c: float) -> None:
        """Add the next block: quiet while it rests, or while it is too cold or dark."""
        self._left_s -= self._block_s
        if self._left_s < 0.0:
            self._turn(present)
        part = self._song.parts[self._part]
        goal = 0.0 if self._resting else part.loudness * level * min(present * 2.0, 1.6)
        was, self._level = self._level, self._level + self._swell * (goal - self._level)
        wanted = np.array([part.carrier_hz, part.clicks_hz, part.ring, part.beats_hz, part.depth])
        self._now += self._glide * (wanted - self._now)
        if max(was, self._level) > 1e-5:
            warmth = 1.0 + _QUICKENING * (temperature_c - _USUAL_C)
            out += self._sides * (
                self._train(warmth) * np.linspace(was, self._level, self._block, dtype=np.float32)
            )

    def _turn(self, present: float) -> None:
        """To the next part, a rest, or the next song."""
        chance, song = self._chance, self._song
        if not self._resting:
            self._part = (self._part + 1) % len(song.parts)
            self._rounds += self._part == 0
            self._resting = self._rounds >= song.rounds
        else:
            self._resting, self._rounds, self._part = present < 0.03, 0, 0
        if self._resting:
            self._left_s = 2.0 + float(chance.exponential(song.rest_s)) * (1.6 - min(present, 1.0)) ** 2
        else:
            part = song.parts[self._part]
            self._left_s = max(float(chance.normal(part.length_s, part.length_sd_s)), 0.4 * part.length_s)

    def _train(self, warmth: float) -> NDArray[np.float32]:
        """A block of clicks: each begins anew, rings at the carrier, dies away; gated into groups."""
        carrier_hz, clicks_hz, ring, beats_hz, depth = self._now.tolist()
        quick, slow = self._waver.step()
        pace = self._pace * warmth
        step = clicks_hz * pace * (1.0 + 0.006 * float(quick)) / self._rate_hz
        at = self._phase + step * np.arange(1, self._block + 1)
        self._phase = float(at[-1]) % 1.0
        whole = np.floor(at)
        way = (at - whole).astype(np.float32)
        height = 1.0 + 0.18 * self._chance.standard_normal(int(whole[-1]) + 1, dtype=np.float32)
        height[0] = self._height
        self._height = float(height[-1])
        turns = 2 * np.pi * carrier_hz * self._pitch * (1.0 + 0.004 * float(slow)) / (clicks_hz * pace)
        rung = self._glided(turns, ring)
        wave = np.sin(rung[0] * way) * np.exp(-rung[1] * way)
        wave *= np.minimum(way * np.float32(12.0), (np.float32(1.0) - way) * np.float32(9.0)).clip(max=1.0)
        wave *= height[whole.astype(np.intp)]
        if depth > 0.01:
            beat = self._beat + beats_hz * pace / self._rate_hz * np.arange(self._block, dtype=np.float32)
            self._beat = float(beat[-1] + beats_hz * pace / self._rate_hz) % 1.0
            open_ = np.clip(2.6 * (0.5 - np.abs(beat % 1.0 - 0.5)) - 0.35, 0.0, 1.0)
            wave *= 1.0 - np.float32(depth) * (1.0 - open_ * open_ * (3.0 - 2.0 * open_))
        return np.asarray(wave, np.float32)

    def _glided(self, turns: float, ring: float) -> NDArray[np.float32]:
        """Turns of the carrier in each click and how steeply it dies away, from sample to sample: a step of either
        would be heard in the click that goes on from block to block."""
        goal = np.array([[turns], [ring]], np.float32)
        before, self._rung = (goal if self._rung is None else self._rung), goal
        return before + (goal - before) * self._ramp
