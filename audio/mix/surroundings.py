"""All that a place gives back: its first echoes, and the reverberation after them."""

from __future__ import annotations

import numpy as np

from audio.mix.early import Early
from audio.mix.losses import Decay
from audio.mix.room import Room
from audio.mix.scenes import SCENES, Scene
from audio.voice import Block
from worlds.format.space import LEAST_REVERB_DB, Space


class Surroundings:
    """First echoes and reverberation of a `[space]`, one even decay together, `reverb_db` loud at 10 m.

    The first echoes of rooms, caves and woods are the beginning of the same exponential decay that the
    reverberation goes on with (Kuttruff, "Room Acoustics", on reflections in rectangular rooms); those of a lake
    stand alone.
    """

    def __init__(self, space: Space, sample_rate_hz: int, block: int, rng: np.random.Generator) -> None:
        self.power = 10 ** (space.reverb_db / 10) if space.reverb_db > LEAST_REVERB_DB else 0.0
        """Power that comes back of unit power."""
        self._parts: list[Room | Early] = []
        if self.power <= 0.0:
            return
        scene = SCENES[space.scene]
        share = _share(scene, space)
        first_s, last_s = scene.fed_s if scene else (0.012, 0.06)
        decay = Decay(space.low_decay_s, space.decay_s, space.high_decay_s, first_s, last_s)
        late_gain, early_gain = np.sqrt(self.power * np.array([1.0 - share, share]))
        self._parts.append(Room(decay, sample_rate_hz, block, rng, float(late_gain)))
        if scene:
            decay_s = scene.decay_s or space.decay_s
            self._parts.append(Early(scene, decay_s, sample_rate_hz, block, rng, float(early_gain)))

    def add(self, send: Block, mixed: Block) -> None:
        """Add to a mix, shape (2, block), what comes back of a block that was sent."""
        for part in self._parts:
            mixed += part.render(send)


def _share(scene: Scene | None, space: Space) -> float:
    """How much of all that comes back the first echoes are."""
    if scene is None:
        return 0.0
    if scene.share is not None:
        return scene.share
    return float(1.0 - 10 ** (-6.0 * (scene.joined_s - scene.near_s[0]) / space.decay_s))
