"""The sound of `recording`."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from audio.decoding import Samples, decoded
from audio.dsp.endless import Endless
from audio.mix.loudness import Meter, gated_power, power_of
from audio.voice import Audition, Block, Setup, Voice, sounds
from worlds.format.voices.recording import Recording
from worlds.own_files import Unfit
from worlds.recordings import LONGEST_S, SHORTEST_S, must_fit
from worlds.said import said
from worlds.words import quoted

_TARGET_LUFS = -23.0
_METER_BLOCK = 2048
_MOST_GAIN = 30.0
"""What is quieter than this lets through is taken as it is: its noise is no place."""
_COMES_S = 1.5
_TRIMMED_S = 0.1
"""What a decoder may keep of what a file says it lasts."""
_EXAMPLE = {"file": "recording.ogg"}


@sounds(Recording)
class RecordingVoice(Voice[Recording]):
    """A maker's own sound, without end: grains of 2 to 6 s from anywhere in it, dissolving at constant power.

    Read, brought to the engine's rate and to -23 LUFS (gated, ITU-R BS.1770-5) in `complete`; until then it is
    silent, and then comes in over a second and a half. The file of the audition, which belongs to no pack, lies
    beside this one: twelve seconds of our own brook.
    """

    auditions = (Audition(fields=_EXAMPLE),)

    def __init__(self, model: Recording, setup: Setup) -> None:
        super().__init__(model, setup)
        self._endless: Endless | None = None
        self._come_s = 0.0
        self._room = np.zeros((2, setup.block), np.float32)
        self._ramp = np.arange(1, setup.block + 1, dtype=np.float32) / np.float32(setup.block)

    def complete(self) -> None:
        """Read the file. Raises `Unfit`, which names it, if it cannot be; then this voice stays silent."""
        path = self.model.path
        if not path.is_absolute():
            path = Path(__file__).with_name(path.name)
        try:
            sound = levelled(decoded(path, self.setup.sample_rate_hz, LONGEST_S), self.setup.sample_rate_hz)
        except (Unfit, OSError) as error:
            why = error.message if isinstance(error, Unfit) else error.strerror or error
            raise Unfit(_unheard(self.model.file, why)) from error
        chance = self.setup.generator("grains")
        self._endless = Endless(sound, self.setup.sample_rate_hz, self.setup.block, chance)

    def render(self, out: Block) -> None:
        """Add the next block."""
        if self._endless is None:
            return
        if self._come_s >= _COMES_S:
            self._endless.render(out, self.values["grain_s"])
            return
        self._room.fill(0.0)
        self._endless.render(self._room, self.values["grain_s"])
        before, self._come_s = self._come_s, self._come_s + self._block_s
        first, last = (min(at_s / _COMES_S, 1.0) for at_s in (before, self._come_s))
        self._room *= self._ramp * np.float32(last - first) + np.float32(first)
        out += self._room


def _unheard(file: str, why: object) -> str:
    return said("The recording {file} is not heard: {why}", file=quoted(file), why=why)


def levelled(sound: Samples, sample_rate_hz: int) -> Samples:
    """The sound at -23 LUFS, without what stands still in it (DC). Raises `Unfit` for one too short or silent."""
    if sound.shape[1] < (SHORTEST_S - _TRIMMED_S) * sample_rate_hz:
        must_fit(sound.shape[1] / sample_rate_hz)
    sound = sound - sound.mean(axis=1, keepdims=True, dtype=np.float64).astype(np.float32)
    meter = Meter(sample_rate_hz, _METER_BLOCK)
    blocks = range(0, sound.shape[1] - _METER_BLOCK + 1, _METER_BLOCK)
    power = gated_power(np.array([meter.power(sound[:, at : at + _METER_BLOCK]) for at in blocks]))
    if power <= 0.0 or not math.isfinite(power):
        raise Unfit(said("this sound is silent."), said("Check that it was saved with its sound."))
    levelled_sound: Samples = sound * np.float32(min(math.sqrt(power_of(_TARGET_LUFS) / power), _MOST_GAIN))
    return levelled_sound
