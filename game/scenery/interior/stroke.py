"""Stroking something that lies on the screen."""

from __future__ import annotations

import math

from game.scenery.frame import Frame

FALL_S = 2.5
EACH = 0.10
"""What one moment of a stroke adds."""


def stroked(
    frame: Frame, box: tuple[float, float, float, float], aspect: float
) -> tuple[float, tuple[float, float]]:
    """How much a thing in a box (left, bottom, width, height) is being stroked, 0..1, and where the hand is.

    It comes and goes softly, and is the same whatever was drawn before.
    """
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    total, at = 0.0, (0.0, 0.0)
    for touch in reversed(frame.touches):
        since = frame.t_s - touch.t_s
        if since > 6 * FALL_S:
            break
        over = math.hypot((touch.x - x) * aspect / (box[2] * aspect), (touch.y - y) / box[3]) < 0.62
        if over and touch.phase != "release" and since >= 0:
            weight = EACH * (1 - math.exp(-since / 0.5)) * math.exp(-since / FALL_S)
            total += weight
            at = at[0] + weight * touch.x, at[1] + weight * touch.y
    return (1 - math.exp(-total), (at[0] / total, at[1] / total)) if total > 1e-6 else (0.0, (x, y))
