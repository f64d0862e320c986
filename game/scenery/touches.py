"""What the visitor did to a world: a list with times, from which layers derive everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Phase = Literal["press", "move", "release"]


@dataclass(frozen=True, slots=True)
class TouchEvent:
    """One moment of a touch, in the picture's own coordinates."""

    phase: Phase
    x: float
    """0 left edge, 1 right edge."""
    y: float
    """0 bottom, 1 top."""
    t_s: float
    """World time."""
    stroke: int = 0
    """Events of one press-to-release share this number."""
