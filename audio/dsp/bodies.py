"""`Bodies`: things that keep their pitch and may be struck again while they still sound."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.dsp.modes import Modes
from audio.dsp.ringing import ROUNDING, WEIGHTS, Tone


class Bodies:
    """A few bodies of modes; every stroke adds to what its body sounds already.

    Where `Ringing` lends a slot to each note, a tube is itself all its life: so many strokes cost no more than few,
    and a stroke on a tube that sounds moves it further, or less, as the phase of the moment has it. Onsets are made
    as there.
    """

    def __init__(self, bodies: int, modes_each: int, sample_rate_hz: int, block: int) -> None:
        self._each = modes_each
        self._tones = Modes(bodies * modes_each, sample_rate_hz, block)
        # Apart from the tones, because they are over in half a second and then cost nothing.
        self._onsets = [Modes(bodies * modes_each, sample_rate_hz, block) for _ in WEIGHTS[1:]]
        self._banks = [self._tones, *self._onsets]

    def tune(self, body: int, tone: Tone) -> None:
        """Set a body's modes, from the first on; while it sounds, change only its times and it will not click."""
        rate, swell = 3.0 * np.log(10.0) / tone.t60_s, ROUNDING / tone.onset_s
        for order, modes in enumerate(self._banks):
            modes.tune(self._of(body), tone.hz, 3.0 * np.log(10.0) / (rate + order * swell), tone.pan)

    def strike(self, body: int, amplitude: NDArray[np.float64], delay: int) -> None:
        """Strike a body, its modes this much, `delay` samples (0..block - 1) into the next block."""
        for modes, weight in zip(self._banks, WEIGHTS, strict=True):
            modes.strike(self._of(body), amplitude * (-1j * weight), delay)

    def loudest(self, body: int) -> float:
        """Height of a body's loudest mode now."""
        return self._tones.loudest(self._of(body))

    def render(self, out: NDArray[np.float32]) -> None:
        """Add the next block to `out`."""
        for modes in self._banks:
            if not modes.silent:
                modes.render(out)

    def _of(self, body: int) -> slice:
        return slice(body * self._each, (body + 1) * self._each)
