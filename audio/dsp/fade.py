"""`Fade`: a gain that moves evenly in loudness, be it for a moment or for an hour."""

from __future__ import annotations

from audio.dsp.smooth import Slew

THRESHOLD = 1e-3
"""The gain, -60 dB, at which a world sinks into the quiet of a room."""
EXPONENT = 0.3
"""Stevens's law: loudness grows with the power of 0.3, so that 10 dB are twice as loud."""


def loudness_of(gain: float) -> float:
    """How loud it is at a linear gain, in a unit of its own: 0 at 0, 62 at 1.

    Stevens's power law above a threshold, as Zwicker and ISO 532-1 have it: (1 + power / threshold)^0.3 - 1.
    """
    return float((1.0 + (gain / THRESHOLD) ** 2) ** EXPONENT - 1.0)


def gain_of(loudness: float) -> float:
    """The gain that is so loud: the inverse of `loudness_of`."""
    return THRESHOLD * float(max((1.0 + loudness) ** (1.0 / EXPONENT) - 1.0, 0.0) ** 0.5)


class Fade:
    """A gain that moves to its goal along a raised cosine of loudness.

    In dB no straight line would do: half of an hour's fade would lie below what a room lets hear; straight in
    gain, the last tenth would fall by 20 dB and then break off. In loudness every minute takes about as much as the
    one before; it sets out and arrives unnoticed, and below the threshold, where loudness goes with power, the gain
    runs out straight to nothing.
    """

    def __init__(self, value: float) -> None:
        self.value = self.goal = value
        self._loudness = Slew(loudness_of(value))

    @property
    def arrived(self) -> bool:
        """Whether the goal is reached."""
        return self._loudness.arrived

    def head_for(self, goal: float, time_s: float) -> None:
        """Start from the present gain towards a goal; a time of 0 arrives with the next step."""
        self.goal = goal
        self._loudness.head_for(loudness_of(goal), time_s)

    def ahead(self, dt_s: float) -> float:
        """The gain it will have in `dt_s`."""
        return self.value if self.arrived else gain_of(self._loudness.ahead(dt_s))

    def step(self, dt_s: float) -> float:
        """Move on by `dt_s` and return the gain."""
        if not self.arrived:
            loudness = self._loudness.step(dt_s)
            self.value = self.goal if self.arrived else gain_of(loudness)
        return self.value
