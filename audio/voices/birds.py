"""The sound of `birds`."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains, packed
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.birdsong import LONGEST_NOTE_S, REPERTOIRES, Repertoire, Song, bake_songs
from worlds.format.voices.birds import Birds
from worlds.signals import Signals

_LEVEL = 0.2673
"""To -23 LUFS at dawn (gated; tests/tools/natural_levels.py)."""
_NOON_SHARE = 0.22
"""Songs at noon beside songs at dawn."""
_QUIETEST = 0.02
_POLITE = 0.7
"""How often a bird lets another finish first."""


def singing(signals: Signals) -> float:
    """How eager birds are at this hour, 0..1: a chorus about sunrise, few at noon, some at sunset, none at night.

    Residents begin half an hour to an hour before sunrise, when the sun is still below the horizon.
    """
    sun, morning = signals.sun_height, signals.hour < 12.0
    chorus = math.exp(-(((sun - 0.08) / 0.28) ** 2)) * (1.0 if morning else 0.5)
    day = _NOON_SHARE * min(max(sun / 0.2, 0.0), 1.0)
    dark = min(max((sun + 0.22) / 0.12, 0.0), 1.0)
    return max(chorus, day) * dark


class _Bird:
    """One singer: its songs, where it sits, when it sings next, how often it has sung the song it is at."""

    def __init__(self, repertoire: Repertoire, chance: np.random.Generator, side: float, near: float) -> None:
        self.repertoire, self.chance, self.side, self.near = repertoire, chance, side, near
        self.songs: list[Song] = []
        self.wait_s = float(chance.uniform(0.5, 8.0))
        self.at, self.left = 0, 0


@sounds(Birds)
class BirdsVoice(Voice[Birds]):
    """Each bird has a repertoire of songs of its own, baked note by note, and sings them with rests between.

    How each species sings is in `birdsong`. A bird usually waits while another sings; great tits repeat one
    song many times before they change, blackbirds and robins never twice the same.
    """

    auditions = (Audition(sparse=True),)

    def __init__(self, model: Birds, setup: Setup) -> None:
        super().__init__(model, setup)
        self._step_s = setup.block / setup.sample_rate_hz
        self._chance = setup.generator("singing")
        self._notes = Grains(setup.block, (), int(LONGEST_NOTE_S * setup.sample_rate_hz))
        self._birds = []
        for index, species in enumerate(model.species):
            repertoire, chance = REPERTOIRES[species], setup.generator("bird", index)
            side = float(np.clip(0.75 * math.sin(2.4 * index + 1.0) + chance.normal(0.0, 0.1), -0.9, 0.9))
            self._birds.append(_Bird(repertoire, chance, side, (1.0 + index) ** -0.7))
        self._busy_s = 0.0

    def complete(self) -> None:
        """Teach each bird its songs."""
        for bird in self._birds:
            bird.songs = bake_songs(
                bird.repertoire, bird.chance, self.setup.sample_rate_hz, partial(self._keep, bird)
            )

    def _keep(self, bird: _Bird, note: NDArray[np.float64]) -> int:
        self._notes.fill([packed(bake.panned(note, bird.side))])
        return len(self._notes) - 1

    def render(self, out: Block) -> None:
        """Add the next block."""
        eager = singing(self.signals) * self.values["activity_ratio"]
        self._busy_s -= self._step_s
        for bird in self._birds:
            bird.wait_s -= self._step_s
            if bird.wait_s <= 0.0:
                self._decide(bird, eager)
        self._notes.add(out)

    def _decide(self, bird: _Bird, eager: float) -> None:
        chance = self._chance
        if eager < _QUIETEST or not bird.songs:
            bird.wait_s = float(chance.uniform(4.0, 9.0))
        elif self._busy_s > 0.0 and chance.random() < _POLITE:
            bird.wait_s = float(chance.uniform(0.8, 2.5))
        else:
            length_s = self._sing(bird)
            rest_s = bird.repertoire.rest_s * math.exp(float(chance.normal(0.0, 0.4))) * (0.6 + 0.55 / eager)
            bird.wait_s = length_s + min(rest_s, 90.0)

    def _sing(self, bird: _Bird) -> float:
        """Plan one song; its length in seconds."""
        chance = self._chance
        if bird.left <= 0:
            bird.at = (bird.at + 1 + int(chance.integers(max(len(bird.songs) - 1, 1)))) % len(bird.songs)
            bird.left = int(chance.integers(bird.repertoire.repeats // 2 + 1, bird.repertoire.repeats + 2))
        bird.left -= 1
        song = bird.songs[bird.at]
        gain = _LEVEL * bird.near * float(chance.uniform(0.75, 1.0))
        stretch = float(chance.normal(1.0, 0.025))
        for note in song.notes:
            start = int(note.at_s * stretch * self.setup.sample_rate_hz)
            self._notes.let_go(start, note.which, gain * note.loudness * float(chance.uniform(0.9, 1.0)))
        self._busy_s = song.length_s
        return song.length_s
