"""What decides every pixel and every sample of a visit, so that it can be made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audio.listening import Listening
from game.export.stirring import Stirring
from game.scenery.touches import TouchEvent
from game.signals.source import SignalSource

if TYPE_CHECKING:
    from worlds.format.world import World

PRESS_S = 0.15
"""How long a touch of the command line holds down."""


@dataclass(frozen=True)
class Visit:
    """One world, one seed, one hour to begin at, and what was touched."""

    world: World
    seed: int
    hour: float
    touches: Sequence[TouchEvent] = ()
    """Oldest first."""
    stilled: bool = False
    listening: Listening = "headphones"
    """How its sound will be heard."""

    @property
    def source(self) -> SignalSource:
        """Its signals, stirred by its touches."""
        return SignalSource(self.world, self.seed, self.hour, stir=Stirring(self).at)


def presses(points: Sequence[tuple[float, float, float]], first: int = 1) -> list[TouchEvent]:
    """Short touches at (x, y, seconds), each a stroke of its own numbered from `first`, as events of a pointer."""
    events = []
    for stroke, (x, y, t_s) in enumerate(sorted(points, key=lambda point: point[2]), start=first):
        events.append(TouchEvent("press", x, y, t_s, stroke))
        events.append(TouchEvent("release", x, y, t_s + PRESS_S, stroke))
    return sorted(events, key=lambda event: event.t_s)
