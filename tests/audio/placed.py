"""A sound of the test's own at a place on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.listening import Listening
from audio.mix.desk import Desk
from audio.mix.strip import NATURAL_LUFS, Strip
from audio.voice import Block, Setup, Voice
from tests.audio.worlds import BLOCK, HALF, RATE
from worlds.format.voices.wind import Wind
from worlds.signals import Signals

Sound = NDArray[np.float32]


class Given(Voice[Wind]):
    """Renders a sound it was given, block after block."""

    def __init__(self, sound: Sound, place: dict[str, Any]) -> None:
        fields = {"kind": "wind", "loudness_db": NATURAL_LUFS, "place": place}
        super().__init__(Wind.model_validate(fields), Setup(RATE, BLOCK, 1, "given"))
        self._blocks = iter(np.split(sound, range(BLOCK, sound.shape[1], BLOCK), axis=1))

    def render(self, out: Block) -> None:
        """The next block."""
        out += next(self._blocks)


def placed(
    sound: Sound,
    place: dict[str, Any],
    listening: Callable[[int], Listening] = lambda _: "headphones",
    signals: Callable[[float], Signals] = lambda _: HALF,
) -> Sound:
    """What both ears hear of a sound (2, n) at a place, without a room.

    `listening` tells for each block, `signals` for each share of the sound from 0 to 1.
    """
    strip = Strip(Given(sound, place))
    desk, made, count = Desk([strip], RATE, BLOCK), [], sound.shape[1] // BLOCK
    for index in range(count):
        desk.clear()
        strip.listen(listening(index))
        strip.follow(signals(index / count), BLOCK / RATE)
        strip.render(desk.voices[0])
        made.append(desk.mix()[0].copy())
    return np.concatenate(made, axis=1)


def noise(seconds: float, alike: bool = True) -> Sound:
    """White noise, the same in both channels or not."""
    count = round(seconds * RATE / BLOCK) * BLOCK
    made = np.random.default_rng(5).standard_normal((2, count)).astype(np.float32) * 0.1
    return np.stack([made[0], made[0]]) if alike else made


def sine(seconds: float, hz: float) -> Sound:
    """A sine in both channels."""
    n = np.arange(round(seconds * RATE / BLOCK) * BLOCK)
    return np.stack([0.2 * np.sin(2 * np.pi * hz / RATE * n)] * 2).astype(np.float32)
