"""One world as sound: voices, score and answers to touches, placed, in their room, at their loudness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.dsp.smooth import Ramp
from audio.ensemble import Ensemble
from audio.listening import Listening
from audio.messages import Mix, Touched
from audio.mix.desk import Desk
from audio.mix.floor import Floor
from audio.mix.leveller import TARGET_LUFS, Leveller
from audio.mix.loudness import lufs, power_of
from audio.mix.narrower import Narrower
from audio.mix.no_louder import NoLouder
from audio.mix.own_level import OwnLevel
from audio.mix.steadier import Steadier
from audio.mix.strip import NATURAL_LUFS, SMALLEST_STEP_DB
from audio.mix.surroundings import Surroundings
from audio.mix.trims import trims_of
from audio.voice import BLOCK, SAMPLE_RATE_HZ
from worlds.format.world import World
from worlds.seeds import generator
from worlds.signals import Signals

LEAST_KEPT = 0.25
"""Of the power of sounds that burst out and are held back so much is counted at least: -6 dB."""


class Engine:
    """Renders a world. The same for the process that plays and for files.

    It works in blocks of its own, so that `render` may be asked for any length: same signals at the same moments,
    same samples. Out comes stereo at −23 LUFS; outbursts and peaks are held by `audio.mixdown`, behind all worlds.
    """

    def __init__(
        self,
        world: World,
        seed: int,
        sample_rate_hz: int = SAMPLE_RATE_HZ,
        block: int = BLOCK,
        completed: bool = True,
    ) -> None:
        """Builds everything (0.2 to 0.4 s). `block` is a multiple of 32, at most 2048.

        Not `completed`, it takes a third of that and can sound at once; whoever plays it calls `complete`.
        """
        self.sample_rate_hz, self.block = sample_rate_hz, block
        self._dt_s = block / sample_rate_hz
        self._ensemble = Ensemble(world, seed, sample_rate_hz, block)
        self._strips = self._ensemble.strips
        self._absolute = [strip for strip in self._strips if strip.absolute]
        self._desk = Desk(self._strips, sample_rate_hz, block)
        self._around = Surroundings(world.space, sample_rate_hz, block, generator(seed, "room"))
        self._world_id = world.world.id
        self._trims = trims_of(world, self._strips, seed)
        self._own_level = OwnLevel(self._strips, self._around.power, sample_rate_hz, block)
        self._no_louder = NoLouder(self._dt_s)
        self._before, self._kept_ratio = 0.0, 1.0
        self.power = 0.0
        """Mean K-weighted power of the block made last."""
        self._predicted = TARGET_LUFS
        self._leveller: Leveller | None = None
        self._steadier = Steadier(sample_rate_hz, block)
        self._floor = Floor(self._strips, self._around.power, sample_rate_hz, block)
        self._narrower = Narrower(sample_rate_hz, block)
        self._gain = Ramp(0.0, block)
        self._made = np.zeros((2, block), np.float32)
        self._left = 0
        self._signals = Signals()

        if completed:
            self.complete()

    def complete(self) -> None:
        """Make what the first seconds do without; may run in another thread while this one renders."""
        for strip in self._strips:
            strip.attempt(strip.voice.complete)

    def hear(self, signals: Signals) -> None:
        """Take the newest signals; they count from the next block on."""
        self._signals = signals

    def mix(self, mix: Mix) -> None:
        """Head for what the visitor wants of each part; before the first block, begin with it."""
        if mix.world == self._world_id:
            self._trims.take(mix)
            self._no_louder.forget()

    def listen(self, listening: Listening) -> None:
        """Place everything for headphones or speakers, from the next block on."""
        for strip in self._strips:
            strip.listen(listening)

    def kept(self, ratio: float) -> None:
        """Learn how much of the power of the block made last the guard of onsets lets through, so that the world
        comes to its loudness all the same; to a degree, for louder outbursts would only be held back more."""
        self._kept_ratio = max(ratio, LEAST_KEPT)

    def touch(self, touched: Touched) -> None:
        """Answer a touch with the next block."""
        self._ensemble.touch(touched)

    def bell(self, strength: float) -> None:
        """Strike the bell of the visit, in the tonality of this world."""
        self._ensemble.bell(strength)

    @property
    def fault(self) -> str:
        """What of this world is not heard, and why, in a sentence; empty while all is well. From any thread."""
        return self._ensemble.fault

    @property
    def loudest(self) -> str:
        """The name of the voice that was loudest in the block made last: "voice/2", "score/chords", "bell", ..."""
        heard = zip(self._strips, self._desk.voices, strict=True)
        powers = [strip.direct * strip.visitor_gain**2 * float(np.sum(row**2)) for strip, row in heard]
        return self._strips[int(np.argmax(powers))].voice.setup.name

    def render(self, out: NDArray[np.float32]) -> None:
        """Write (not add) the next samples to `out`, shape (2, n), of any length."""
        if not self._left and out.shape[1] == self.block:
            self._make(out)
            return
        done, wanted = 0, out.shape[1]
        while done < wanted:
            if not self._left:
                self._make(self._made)
                self._left = self.block
            count = min(self._left, wanted - done)
            start = self.block - self._left
            out[:, done : done + count] = self._made[:, start : start + count]
            self._left -= count
            done += count

    def _make(self, out: NDArray[np.float32]) -> None:
        self._sound()
        mixed, send = self._desk.mix()
        self._around.add(send, mixed)
        self._desk.offset.look(mixed)
        self._level(mixed, out)

    def _sound(self) -> None:
        """Let every voice render into its row of the desk."""
        self._desk.clear()
        self._trims.step(self._dt_s)
        signals, dt_s = self._signals, self._dt_s
        for strip in self._strips:
            strip.follow(signals, dt_s)
        self._floor.step()
        self._ensemble.advance(self._signals, self._dt_s)
        for strip, row in zip(self._strips, self._desk.voices, strict=True):
            strip.render(row)
        self._floor.look(self._desk.rows)

    def _level(self, mixed: NDArray[np.float32], out: NDArray[np.float32]) -> None:
        """Write the mix at the world's loudness."""
        if self._desk.moving:
            self._predicted = self._predicted_lufs()
        predicted = self._predicted
        if self._leveller is None:
            self._leveller = Leveller(predicted, self.sample_rate_hz, self.block)
            self._gain.value = 10 ** (self._leveller.gain_db / 20)
        power, own = self._own_level.powers(mixed, self._desk.rows, self._trims.active)
        steady_db = self._steadier.step(predicted, own, self._leveller.gain_db)
        steady_db += self._narrower.step(own * 10 ** ((self._leveller.gain_db + steady_db) / 10))
        # A block late, for only then is it known how much of it is heard.
        gain_db = self._leveller.step(self._before * self._kept_ratio) + steady_db
        gain_db += self._no_louder.step(own, power)
        self._before = own * 10 ** (steady_db / 10)
        gain = 10 ** (gain_db / 20)
        self.power = power * gain * gain
        self._gain.carry(mixed, gain, out)
        # In steps too small to hear, so that what stands still need not be looked at.
        held_db = round(gain_db / SMALLEST_STEP_DB) * SMALLEST_STEP_DB
        for strip in self._absolute:
            strip.trim_db = -held_db

    def _predicted_lufs(self) -> float:
        """The loudness of all that sounds of itself, at its levels and places of now, as a sum of powers."""
        ratio = 0.0
        for strip in self._strips:
            if not strip.absolute:
                ratio += strip.direct + self._around.power * strip.sent
        # Where nothing sounds of itself nothing is brought up: the first touch would get all that gain.
        return lufs(power_of(NATURAL_LUFS) * ratio) if ratio > 0.0 else TARGET_LUFS
