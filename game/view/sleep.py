"""Falling asleep in a world: picture and sound fade over many minutes, then it leaves."""

from __future__ import annotations

from game.view.equipment import Equipment


class Sleep:
    """Dims a player's picture and lets its sound fade, from the first world on.

    Both go by real time: hidden or not, it is over when it was meant to be, and never parts from its sound. World
    time rests while nobody sees it.
    """

    def __init__(self, minutes: float | None) -> None:
        """None: nobody means to sleep."""
        self._length_s = None if minutes is None else minutes * 60.0
        self._since_s: float | None = None
        self.dark = 0.0
        """How dark it has become, 0..1."""

    def follow(self, kit: Equipment) -> None:
        """Go on to now, once a frame; leaves at the end."""
        if self._length_s is None:
            return
        if self._since_s is None:
            self._since_s = kit.now_s()
            kit.hearing.doze(self._length_s)
            kit.journal.note("sleep", seconds=self._length_s)
        passed = min((kit.now_s() - self._since_s) / self._length_s, 1.0)
        self.dark = passed * passed * (3.0 - 2.0 * passed)
        if passed >= 1.0:
            kit.shell.leave()
