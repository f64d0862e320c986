"""How a fire burns at an instant: one level for its flames and for the light it sheds."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.scenery.frame import Frame
from game.scenery.touches import TouchEvent

WAVES = ((0.055, 5.7, 0.0), (0.045, 3.7, 1.1), (0.030, 11.9, 2.3))
"""Share, period in seconds and start of the slow waves its light goes in: never a flicker."""
SWAYS = ((0.22, 6.9, 0.0), (0.13, 4.1, 1.7))
RISE_S, FALL_S = 0.8, 4.5
FORGOTTEN_S = 30.0
FAR_SHARE = 0.35
"""What a touch away from the fire does of what one at it does: a draught through the room."""


def level(t_s: float) -> float:
    """How bright a fire is left alone, about 1; stilled it is asked at 0."""
    return 1.0 + sum(share * math.sin(math.tau * (t_s / period % 1.0) + start) for share, period, start in WAVES)


def sway(t_s: float) -> float:
    """Which way it leans, about -0.35 (left) to 0.35."""
    return sum(share * math.sin(math.tau * (t_s / period % 1.0) + start) for share, period, start in SWAYS)


def flare(frame: Frame, x: float, y: float, reach: float, aspect: float) -> float:
    """How much it flares from being poked, 0..1; softly, however often. `reach` is in screen heights."""
    total = 0.0
    for touch in reversed(frame.touches):
        since = frame.t_s - touch.t_s
        if since > FORGOTTEN_S:
            break
        if touch.phase == "press" and since >= 0:
            total += _near(touch, x, y, reach, aspect) * (1 - math.exp(-since / RISE_S)) * math.exp(-since / FALL_S)
    return 1 - math.exp(-1.6 * total)


def pokes(touches: Sequence[TouchEvent], x: float, y: float, reach: float, aspect: float) -> list[TouchEvent]:
    """The touches that hit the fire itself, newest first."""
    return [t for t in reversed(touches) if t.phase == "press" and _near(t, x, y, reach, aspect) > 0.6]


def _near(touch: TouchEvent, x: float, y: float, reach: float, aspect: float) -> float:
    away = math.hypot((touch.x - x) * aspect, touch.y - y) / reach
    return FAR_SHARE + (1 - FAR_SHARE) * math.exp(-(away**4))
