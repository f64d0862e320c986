"""A place being visited: one world with one seed and what the visitor has done there."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenery.frame import Frame
from game.scenery.light import light_at
from game.signals.source import signals_of
from game.view.strokes import Strokes
from worlds.format.world import World
from worlds.signals import Signals


@dataclass(frozen=True)
class Moment:
    """One tick of what is the same in every place: time, the visitor, the clock."""

    t_s: float = 0.0
    dt_s: float = 0.0
    hour: float = 12.0
    breath: float = 0.0
    stir: float = 0.0
    settle: float = 0.0
    lean: tuple[float, float] = (0.0, 0.0)
    stilled: bool = False


class Place:
    """A world and a seed. The same place may be painted by more than one scene in turn (another size, another
    scale); its touches stay with it."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.seed = seed
        self.strokes = Strokes()

    def signals(self, moment: Moment) -> Signals:
        """What moves this place now."""
        return signals_of(
            self.world,
            self.seed,
            t_s=moment.t_s,
            hour=moment.hour,
            breath=moment.breath,
            stir=moment.stir,
            settle=moment.settle,
        )

    def frame(self, moment: Moment, dt_s: float | None = None) -> Frame:
        """The instant to paint; `dt_s` where the scene missed frames in between."""
        signals = self.signals(moment)
        lean_ratio = 0.0 if moment.stilled else self.world.camera.lean_ratio
        return Frame(
            t_s=moment.t_s,
            dt_s=moment.dt_s if dt_s is None else dt_s,
            signals=signals,
            light=light_at(self.world.light, signals.hour, self.seed),
            touches=self.strokes.events,
            lean=(moment.lean[0] * lean_ratio, moment.lean[1] * lean_ratio),
            stilled=moment.stilled,
        )
