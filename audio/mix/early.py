"""The first echoes of a place, each to be told from the next."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.filters import BlockFilter, low_pass_2
from audio.mix.delays import Delays
from audio.mix.scenes import Scene
from audio.voice import Block

STEPS = 4


class Early:
    """Two steps of delays with a Hadamard mixing between them: sixteen or thirty-two echoes for each ear.

    After the diffusers of Gerzon ("Unitary (energy-preserving) multichannel networks with feedback", Electronics
    Letters 12(11), 1976). Gains fall with time, so that the product of both steps is one even decay. Unit power in,
    power of `gain` squared out. About 10 µs for 2048 samples, with a low pass 20.
    """

    def __init__(
        self,
        scene: Scene,
        decay_s: float,
        sample_rate_hz: int,
        block: int,
        rng: np.random.Generator,
        gain: float = 1.0,
    ) -> None:
        near_s, far_s = _moved(scene, rng)
        self.first_s = near_s[0]
        """When the first echo of the first step comes; the second step begins with it, or so much later."""
        self.echoes_s = far_s
        """When the second step lets all of the first be heard again."""
        near, far = (np.round(np.array(each) * sample_rate_hz).astype(int).tolist() for each in (near_s, far_s))
        self._near = Delays([(line % 2, delay) for line, delay in enumerate(near)], 2, block, fed_first=True)
        self._far = Delays([(n % STEPS, delay) for n, delay in enumerate(far)], STEPS, block, fed_first=True)
        self._mixing = (_HADAMARD * _fall(near_s, decay_s) * rng.choice([-1.0, 1.0], STEPS)).astype(np.float32)
        pick = _sides(scene.sides, len(far), rng) * _fall(far_s, decay_s)
        # Each ear's mean power, for independent channels of unit power.
        energy = np.mean(np.sum(pick**2, axis=1)) * float(np.sum(self._mixing[0] ** 2))
        self._pick = (pick * gain / math.sqrt(energy)).astype(np.float32)
        self._filter = (
            BlockFilter(low_pass_2(scene.low_pass_hz, math.sqrt(0.5), sample_rate_hz), 2, block)
            if scene.low_pass_hz
            else None
        )
        self._out = np.zeros((2, block), np.float32)

    def render(self, send: Block) -> Block:
        """The echoes of a block, shape (2, block); the same array every time."""
        near, far = self._near, self._far
        near.head[...] = send
        np.matmul(self._mixing, near.read(), out=far.head)
        np.matmul(self._pick, far.read(), out=self._out)
        near.move_on()
        far.move_on()
        return self._filter(self._out) if self._filter else self._out


_HADAMARD = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]]) / 2.0


def _moved(scene: Scene, rng: np.random.Generator) -> tuple[list[float], list[float]]:
    """The moments of both steps as this seed has them; the order stays."""
    size = 1.0 + scene.jitter_ratio * rng.uniform(-1.0, 1.0)
    near_s, far_s = (
        [size * each * (1.0 + 0.2 * scene.jitter_ratio * rng.uniform(-1.0, 1.0)) for each in step]
        for step in (scene.near_s, scene.far_s)
    )
    return near_s, far_s


def _fall(moments_s: list[float], decay_s: float) -> NDArray[np.float64]:
    falls: NDArray[np.float64] = 10.0 ** (-3.0 * np.array(moments_s) / decay_s)
    return falls


def _sides(sides: tuple[float, ...], lines: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """How each line of the second step reaches left and right, shape (2, lines)."""
    if not sides:
        signs: NDArray[np.float64] = rng.choice([-1.0, 1.0], (2, lines))
        return signs
    angles = (1.0 + np.array(sides) * rng.choice([-1.0, 1.0])) * np.pi / 4
    return np.stack([np.cos(angles), np.sin(angles)])
