"""Uniforms of `meadow.glsl`: wind, cloud shadows and hands, the same for all that stands in a meadow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenery.frame import Frame
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.stage import Stage
from game.scenery.traces import Traces

SHADOW_PER_S = (-0.0125, 0.0016, -0.0205, 0.0031)
"""How fast shadows of clouds drift, in cells of their noise: most of a minute from edge to edge of one."""
STILLED_WIND = 0.45
HANDS = Traces(life_s=6.0, most=12, every_s=0.2, hold_every_s=1.2, press=1.0, move=0.9, hold=0.7)
RISE_S, FALL_S = 0.45, 1.7
"""How slowly grass follows a hand, and how slowly it stands up again."""
CROWD = 1.2
"""How much less each of many hands pushes, lest grass flickers under a storm of them."""


def weather_uniforms(
    frame: Frame, stage: Stage, near_ratio: float, sway: float, shadow: float
) -> Mapping[str, Any]:
    """All but the air."""
    wind = STILLED_WIND if frame.stilled else frame.signals.wind
    return {
        "u_cloud_drift": tuple(frame.moving_s * speed % 4096.0 for speed in SHADOW_PER_S),
        "u_shadow": shadow,
        "u_sway": sway * (0.35 + 0.9 * wind),
        "u_margin": MARGIN,
        "u_lean": lean_shift(frame, near_ratio),
        **_hands(frame, stage),
    }


def _hands(frame: Frame, stage: Stage) -> Mapping[str, Any]:
    """The last touches: x and y in the meadow's measure, how hard each pushes."""
    felt = HANDS.alive(frame.touches, frame.t_s) if frame.touches else np.zeros((0, 4), np.float32)
    if not len(felt):
        return {"u_hands": 0.0}
    rows = np.zeros((12, 4))
    rows[: len(felt)] = pushes(felt, stage.aspect)
    a, b, c = (tuple(part.ravel().tolist()) for part in np.split(rows, 3))
    return {"u_hands": 1.0, "u_hands_a": a, "u_hands_b": b, "u_hands_c": c}


def pushes(felt: NDArray[np.float32], aspect: float) -> NDArray[np.float64]:
    """Rows of x, y, push, 0 from rows of traces; nothing comes or goes at once."""
    x, y, age, strength = felt.astype(float).T
    left = np.clip((HANDS.life_s - age) / 1.5, 0, 1)
    push = strength * (1 - np.exp(-((age / RISE_S) ** 2))) * np.exp(-age / FALL_S) * left * left
    push /= 1.0 + CROWD * np.maximum(push.sum() - 1.0, 0.0)
    return np.stack([(x + MARGIN) * aspect, y, push, np.zeros_like(x)], axis=1)
