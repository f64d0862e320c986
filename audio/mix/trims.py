"""`Trims`: the visitor's hand on every strip of the desk."""

from __future__ import annotations

from collections.abc import Sequence

from audio.dsp.smooth import Pursuit
from audio.messages import MOST_TRIM_DB, Mix, Trim
from audio.mix.meander import Meander
from audio.mix.strip import Strip
from worlds.format.world import World
from worlds.parts import parts_of
from worlds.seeds import generator

GLIDE_S = 0.3
"""From one level to the next, nearly to silence; a slider that is dragged is followed a quarter of that behind."""
MOST_GAIN = 10 ** (MOST_TRIM_DB / 20)
AS_WRITTEN = Trim()


class Trims:
    """Brings each strip's `visitor_gain` to what a `Mix` asks for, and lets it meander about that.

    `parts` names, for each strip, the parts it belongs to (`worlds.parts.parts_of`): it has the trims of all of
    them. What is heard only now and then because somebody asked for it (touches, bell) does not meander.
    """

    def __init__(self, strips: Sequence[Strip], parts: Sequence[tuple[str, ...]], meander: Meander) -> None:
        self._strips, self._parts, self._meander = strips, parts, meander
        self._gains = [Pursuit(1.0, GLIDE_S) for _ in strips]
        self._begun = False
        self.active = False
        """Whether any strip is, or was within the last glide, anything but what its maker wrote."""

    def take(self, mix: Mix) -> None:
        """Head for this mix; what has not sounded yet begins with it."""
        for gain, parts in zip(self._gains, self._parts, strict=True):
            gain.goal = _wanted(mix, parts)
            if not self._begun:
                gain.jump(gain.goal)
        self._meander.wander(mix.meander)
        self.active = True

    def step(self, dt_s: float) -> None:
        """Move on by a block; costs nothing while nobody has trimmed anything."""
        self._begun = True
        if not self.active:
            return
        drifts_db = self._meander.step(dt_s)
        for strip, gain, drift_db in zip(self._strips, self._gains, drifts_db, strict=True):
            drift = 1.0 if strip.absolute else 10 ** (drift_db / 20)
            strip.visitor_gain = min(gain.step(dt_s) * drift, MOST_GAIN)
        written = all(gain.arrived and gain.goal == 1.0 for gain in self._gains)
        self.active = not (written and self._meander.at_home)


def trims_of(world: World, strips: Sequence[Strip], seed: int) -> Trims:
    """The hand on the strips of a world."""
    parts = [parts_of(strip.voice.setup.name, world) for strip in strips]
    return Trims(strips, parts, Meander(generator(seed, "meander"), len(parts)))


def _wanted(mix: Mix, parts: tuple[str, ...]) -> float:
    """The gain a mix asks for, for whoever belongs to these parts."""
    trims = [mix.trims.get(part, AS_WRITTEN) for part in parts]
    if any(trim.muted for trim in trims):
        return 0.0
    return float(min(10 ** (sum(trim.db for trim in trims) / 20), MOST_GAIN))
