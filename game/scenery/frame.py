"""One instant of a world, from which a frame is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.scenery.light import LightNow
from game.scenery.touches import TouchEvent
from worlds.signals import Signals


@dataclass(frozen=True)
class Frame:
    """Everything a layer may know about now. Same frame, same pixels."""

    t_s: float
    """World time in seconds; layers wrap phases before they reach a shader."""
    dt_s: float
    """Time since the frame before, clamped; 0 for a frame rendered on its own."""
    signals: Signals
    light: LightNow
    touches: Sequence[TouchEvent] = ()
    """Every touch so far, oldest first (the world keeps as many as its layers can use)."""
    lean: tuple[float, float] = (0.0, 0.0)
    """Where the visitor leans, -1..1 each way; smoothed and scaled by `lean_ratio`. (0, 0) when stilled."""
    stilled: bool = False
    """Reduced motion: only light may change, slowly; nothing drifts, sways or falls."""

    @property
    def moving_s(self) -> float:
        """The time that moves things: world time, or 0 for ever when stilled."""
        return 0.0 if self.stilled else self.t_s
