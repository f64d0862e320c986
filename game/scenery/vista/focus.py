"""Where a window looks: the outlook puts its main light there, and the joinery keeps its bars away from it."""

from __future__ import annotations

from game.scenery.stage import Stage

THIRDS = (0.335, 0.665)
SPREAD = 0.03


def focus_ratio(stage: Stage) -> float:
    """The main light's place across the picture, 0 left to 1 right: near one of the thirds, two seeds each."""
    spread = stage.generator("window", "focus").uniform(-SPREAD, SPREAD)
    return float(THIRDS[stage.seed // 2 % 2] + spread)
