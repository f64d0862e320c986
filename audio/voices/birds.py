"""The sound of `birds`."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake, spectrum
from audio.dsp.grains import Grains, packed
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.smooth import Fading
from audio.dsp.walks import Walks
from audio.voice import Audition, Block, Setup, Voice, sounds
from audio.voices.birds_known import REPERTOIRES
from audio.voices.birdsong import LONGEST_NOTE_S, Repertoire, Song, bake_songs
from worlds.format.voices.birds import Birds
from worlds.signals import Signals

_LEVEL = 0.2845
"""To -23 LUFS at dawn (gated; tests/tools/natural_levels.py)."""
_NOON_SHARE = 0.22
"""Songs at noon beside songs at dawn."""
_QUIETEST = 0.02
_POLITE = 0.7
"""How often a bird lets another finish first."""
_LISTENS_S = 3.0
"""Nobody waits longer for another's song."""
_RECENT = 20
"""Songs a bird with many does not sing again so soon."""
_FAR, _FAR_GAIN = 6, 0.13
"""Birds further off, who wait for nobody: how many, how loud the nearest of them."""
_WOOD = (
    *((31.5, -41), (40, -30), (63, -21), (80, -13), (125, -15), (200, -19), (400, -21), (1000, -22), (1250, -22)),
    *((1600, -20), (2000, -16), (2500, -12), (3150, -11), (4000, -13), (5000, -15), (6300, -15), (8000, -17)),
    *((10000, -21), (12500, -26), (16000, -33)),
)
"""Third octaves of a wood at dawn: its air, and above 1.6 kHz birds too far off to be told apart."""
_WOOD_RATIO = 0.036
_QUICK, _SLOW = np.array([0.04, 0.12, 0.2, 0.15]), np.array([0.06, 0.12, 0.15, 0.12])
_WOOD_BANDS_HZ = (800.0, 2000.0, 3500.0, 6500.0)
_COHERENCE = ((100.0, 0.8), (300.0, 0.45), (1000.0, 0.4), (3000.0, 0.7), (6000.0, 0.35))
_FADE_S = 5.0
_INAUDIBLE = 1e-5


def singing(signals: Signals, wakes: float = -0.195, by_night: bool = False) -> float:
    """How eager birds are at this hour, 0..1: a chorus about sunrise, few at noon, some at sunset, none at night.

    Residents begin half an hour to an hour before sunrise, when the sun is still below the horizon: at `wakes`,
    later in rain, and sing less in it.
    """
    sun, morning = signals.sun_height, signals.hour < 12.0
    chorus = math.exp(-(((sun - 0.08) / 0.28) ** 2)) * (1.0 if morning else 0.5)
    day = _NOON_SHARE * min(max(sun / 0.2, 0.0), 1.0)
    awake = min(max((sun - wakes - 0.05 * signals.rain) / 0.1, 0.0), 1.0)
    night = 0.75 * min(max(-(sun + 0.1) / 0.2, 0.0), 1.0) if by_night else 0.0
    return max(max(chorus, day) * awake, night) * (1.0 - 0.7 * signals.rain)


class _Bird:
    """One singer: its songs, where it sits, when it sings next, how often it has sung the song it is at."""

    def __init__(
        self, repertoire: Repertoire, chance: np.random.Generator, side: float, near: float, far: bool = False
    ) -> None:
        self.repertoire, self.chance, self.side, self.near, self.far = repertoire, chance, side, near, far
        self.songs: list[Song] = []
        self.wait_s = float(chance.uniform(0.5, 8.0))
        self.at, self.left = 0, 0
        self.recent: deque[int] = deque(maxlen=min(_RECENT, repertoire.songs // 2))

    def next_song(self, chance: np.random.Generator) -> Song:
        """The song it is at, or after its repeats another that it has not sung of late."""
        if self.left <= 0:
            others = [index for index in range(len(self.songs)) if index not in self.recent]
            self.at = others[int(chance.integers(len(others)))]
            self.recent.append(self.at)
            usual = self.repertoire.repeats
            self.left = int(chance.integers(math.ceil(0.86 * usual), math.floor(1.15 * usual) + 1))
        self.left -= 1
        return self.songs[self.at]


def _only(*species: str) -> dict[str, Any]:
    return {"species": list(species), "activity_ratio": 1.0}


@sounds(Birds)
class BirdsVoice(Voice[Birds]):
    """Each bird has a repertoire of songs of its own, baked note by note, and sings them with rests between.

    How each species sings is told in `birds_known`. A bird usually waits while another sings; great tits repeat
    one song many times before they change, nightingales never sing one twice in twenty. Behind them others sing
    further off, in the air of the wood.
    """

    auditions = (
        Audition(sparse=True),
        Audition("nightingale", _only("nightingale"), hour=0.5, daylight=0.0, sparse=True),
        Audition("cuckoo", _only("cuckoo", "chaffinch"), sparse=True),
        Audition("chickadee", _only("chickadee", "chickadee"), sparse=True),
        Audition("thrush", _only("song_thrush", "wren"), sparse=True),
    )

    def __init__(self, model: Birds, setup: Setup) -> None:
        super().__init__(model, setup)
        self._chance = setup.generator("singing")
        self._notes = Grains(setup.block, (), int(LONGEST_NOTE_S * setup.sample_rate_hz))
        self._birds = [self._seat(index, species) for index, species in enumerate(model.species)]
        self._birds += [self._seat_far(index, model.species[index % len(model.species)]) for index in range(_FAR)]
        shape = spectrum.from_third_octaves(_WOOD, setup.sample_rate_hz, frame_for(setup.block))
        self._wood = ShapedNoise(
            shape, setup.block, setup.sample_rate_hz, setup.generator("wood"), _WOOD_BANDS_HZ, _COHERENCE
        )
        tau_s = np.array([[0.8] * 4, [6.0] * 4])
        self._sway = Walks(setup.generator("sway"), tau_s, self._block_s)
        self._busy_s, self._present = 0.0, Fading(_FADE_S, self._block_s)

    def _seat(self, index: int, species: str) -> _Bird:
        chance = self.setup.generator("bird", index)
        side = float(np.clip(0.75 * math.sin(2.4 * index + 1.0) + chance.normal(0.0, 0.1), -0.9, 0.9))
        return _Bird(REPERTOIRES[species], chance, side, (1.0 + index) ** -0.7)

    def _seat_far(self, index: int, species: str) -> _Bird:
        chance, known = self.setup.generator("far bird", index), REPERTOIRES[species]
        fewer = replace(known, songs=min(known.songs, known.far_songs))
        return _Bird(fewer, chance, float(chance.uniform(-0.9, 0.9)), _FAR_GAIN / (1.0 + 0.5 * index), far=True)

    def complete(self) -> None:
        """Teach each bird its songs."""
        for bird in self._birds:
            bird.songs = bake_songs(
                bird.repertoire, bird.chance, self.setup.sample_rate_hz, partial(self._keep, bird)
            )

    def _keep(self, bird: _Bird, note: NDArray[np.float64]) -> int:
        self._notes.fill([packed(bake.from_side(note, bird.side, self.setup.sample_rate_hz))])
        return len(self._notes) - 1

    def render(self, out: Block) -> None:
        """Add the next block."""
        activity, most = self.values["activity_ratio"], 0.0
        self._busy_s -= self._block_s
        for bird in self._birds:
            bird.wait_s -= self._block_s
            eager = singing(self.signals, bird.repertoire.wakes, bird.repertoire.by_night) * activity
            most = max(most, eager)
            if bird.wait_s <= 0.0:
                self._decide(bird, eager)
        self._notes.add(out)
        self._behind(out, most)

    def _behind(self, out: Block, eager: float) -> None:
        """The wood they sing in, as awake as they are."""
        level = _LEVEL * _WOOD_RATIO * 2.0 * self.values["far_ratio"] * self._present.step(math.sqrt(eager))
        if level > _INAUDIBLE:
            quick, slow = self._sway.step()
            gains = level * np.exp(_QUICK * quick + _SLOW * slow)
            self._wood.render(out, gains.astype(np.float32))

    def _decide(self, bird: _Bird, eager: float) -> None:
        chance = self._chance
        if eager < _QUIETEST or not bird.songs:
            bird.wait_s = float(chance.uniform(4.0, 9.0))
        elif not bird.far and self._busy_s > 0.0 and chance.random() < _POLITE:
            bird.wait_s = float(chance.uniform(0.8, 2.5))
        else:
            length_s = self._sing(bird)
            rest_s = bird.repertoire.rest_s * math.exp(float(chance.normal(0.0, 0.4))) * (0.6 + 0.55 / eager)
            bird.wait_s = length_s + min(rest_s, 90.0)

    def _sing(self, bird: _Bird) -> float:
        """Plan one song; its length in seconds."""
        chance = self._chance
        song = bird.next_song(chance)
        gain = _LEVEL * bird.repertoire.loudness * bird.near * float(chance.uniform(0.75, 1.0))
        gain *= 2.0 * self.values["far_ratio"] if bird.far else 1.0
        stretch = float(chance.normal(1.0, 0.025))
        for note in song.notes:
            start = int(note.at_s * stretch * self.setup.sample_rate_hz)
            self._notes.let_go(start, note.which, gain * note.loudness * float(chance.uniform(0.9, 1.0)))
        if not bird.far:
            self._busy_s = min(song.length_s, _LISTENS_S)
        return song.length_s
