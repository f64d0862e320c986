"""The room: what comes back from trees, walls and water."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.mix.delays import Delays
from audio.mix.losses import Decay, Losses
from audio.voice import Block

LINES = 16
FED = LINES // 2
_DELAYS_S = np.array(
    [
        *(0.04297, 0.04759, 0.05281, 0.05867, 0.06491, 0.07187, 0.07963, 0.08819),
        *(0.04523, 0.05003, 0.05563, 0.06173, 0.06833, 0.07561, 0.08377, 0.09283),
    ]
)
"""Spread without common divisors, all longer than a block of 2048 at 48 kHz; those that are fed come first."""
_QUIET = np.float32(1e-18)
"""Keeps a dying tail from denormal numbers, which are slow."""


class Room:
    """A feedback delay network of 16 lines mixed by a Hadamard matrix, behind a diffuser.

    Jot & Chaigne, "Digital delay networks for designing artificial reverberators", AES 90 (1991). Each line loses
    what its length asks for in each of three bands. The diffuser: every other line is fed the input at a moment and
    with a sign of its own before the mixing, so that the first pass already holds 128 echoes. Unit power in, power
    of `gain` squared out. About 65 µs for 2048 samples.
    """

    def __init__(
        self, decay: Decay, sample_rate_hz: int, block: int, rng: np.random.Generator, gain: float = 1.0
    ) -> None:
        delays = np.maximum(np.round(_DELAYS_S * sample_rate_hz).astype(int), block)
        self._lines = Delays(list(enumerate(delays.tolist())), LINES, block)
        self._past = Delays(_spread(decay, sample_rate_hz, rng), 2, block, fed_first=True)
        # Turning over what is fed is turning over the lines themselves on either side of where they are fed.
        signs = np.where(np.append(rng.random(FED), np.ones(FED)) < 0.5, -1.0, 1.0)
        self._losses = Losses(delays / sample_rate_hz, decay, sample_rate_hz, block, signs)
        self._faded = np.zeros((LINES, block), np.float32)
        self._fed = self._faded[:FED]
        self._mixing = (_hadamard(LINES) / np.sqrt(LINES) * signs).astype(np.float32)
        self._pick = (_pickup(rng) * signs).astype(np.float32)
        self._out = np.zeros((2, block), np.float32)
        self._pick *= gain / np.sqrt(self._energy(decay, sample_rate_hz))

    def render(self, send: Block) -> Block:
        """What the room answers to a block, shape (2, block); the same array every time."""
        faded, lines, past = self._faded, self._lines, self._past
        self._losses.apply(lines.read(), faded)
        np.dot(self._pick, faded, out=self._out)
        np.add(send, _QUIET, out=past.head)
        self._fed += past.read()
        np.matmul(self._mixing, faded, out=lines.head)
        past.move_on()
        lines.move_on()
        return self._out

    def _energy(self, decay: Decay, sample_rate_hz: int) -> float:
        """Mean energy of the answer to one sample in each channel; leaves the room silent again."""
        block = self._out.shape[1]
        impulse = np.zeros((2, block), np.float32)
        total = 0.0
        for i in range(int(max(decay.middle_s, 0.3) * 0.5 * sample_rate_hz / block) + 6):
            impulse[0, 0] = float(i == 0)
            total += float(np.sum(self.render(impulse) ** 2))
        for part in (self._lines, self._past, self._losses):
            part.clear()
        return total


def _spread(decay: Decay, sample_rate_hz: int, rng: np.random.Generator) -> list[tuple[int, int]]:
    """Channel and delay at which each fed line hears the input: left and right by turns, over the first echoes."""
    spread = decay.first_s + (decay.last_s - decay.first_s) * (np.arange(FED) + rng.random(FED)) / FED
    return [(line % 2, int(delay)) for line, delay in enumerate(np.round(spread * sample_rate_hz))]


def _hadamard(order: int) -> NDArray[np.float64]:
    """A square matrix of +1 and -1 whose rows are orthogonal; order a power of two (Sylvester)."""
    matrix: NDArray[np.float64] = np.ones((1, 1))
    while len(matrix) < order:
        matrix = np.block([[matrix, matrix], [matrix, -matrix]])
    return matrix


def _pickup(rng: np.random.Generator) -> NDArray[np.float64]:
    """How the lines reach left and right: every line in both, with signs that leave the two unlike."""
    left = np.where(rng.permutation(LINES) % 2, 1.0, -1.0)
    right = left * np.where(rng.permutation(LINES) % 2, 1.0, -1.0)
    both: NDArray[np.float64] = np.stack([left, right]) / np.sqrt(LINES)
    return both
