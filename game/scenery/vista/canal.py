"""What makes one canal unlike another: a bridge across it, a near bank along one side, its lamps in groups."""

from __future__ import annotations

import math

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.brush import Brush, pool_of_light, streak
from game.scenery.vista.lamps import AMBER, GOLD, Lamp, dimmed

STONE = (0.20, 0.19, 0.18)
WIDE = 2.4
"""From this aspect on there are two groups of lamps."""


def bridge(brush: Brush, quay: float) -> None:
    """A stone bridge of one or two arches, away from the main light. Painted before the water mirrors it."""
    middle = -brush.focus + brush.between(-0.1, 0.1) * brush.half
    reach = min(brush.between(0.30, 0.46), brush.half * 0.55)
    rise, arches = brush.between(0.055, 0.085), int(brush.chance.integers(1, 3))
    on = brush.sheet.patch(middle - reach, quay - 0.01, middle + reach, quay + 0.16)
    u = (on.x - middle) / reach
    deck = quay + 0.035 + rise * (1 - u * u)
    span = np.abs(u) * 0.62 if arches == 1 else np.abs(np.abs(u) - 0.40) * 1.25
    hollow = quay + rise * (0.95 if arches == 1 else 0.70) * np.sqrt(np.clip(1 - (span / 0.42) ** 2, 0, 1))
    stone = np.minimum(smooth(0.003, -0.003, on.y - deck), smooth(-0.003, 0.003, on.y - hollow))
    brush.sheet.paint(on, stone, brush.tint((0.115, 0.108, 0.105), 0.08), 0.05)
    for share in (-0.62, 0.0, 0.58):
        x, y = middle + share * reach, quay + 0.045 + rise * (1 - share * share)
        pool_of_light(brush, x, y - 0.01, 0.035, AMBER, 0.7)
        brush.lamps.append(Lamp(x, y + 0.035, AMBER, brush.between(0.35, 0.75), 0.95))


def near_bank(brush: Brush, quay: float) -> None:
    """The quay bends and comes towards the eye along the side away from the main light, its lamps growing."""
    side = -1.0 if brush.focus > 0 else 1.0
    lean, start = brush.between(0.9, 1.5), brush.between(0.42, 0.62) * brush.half
    on = brush.sheet.patch(-9, -1, 9, quay + 0.004)
    below = np.maximum(quay - on.y, 0.0)
    bend = start + lean * below**1.25 * 0.35 - 0.05 * np.exp(-below * 22)
    inside = smooth(0.006, -0.006, bend - side * on.x)
    wall = smooth(0.0, 0.03, np.abs(bend - side * on.x) - 0.012)
    tone = (0.55 + 0.8 * brush.noise.cloudy(on.x * 14, on.y * 50, 3)) * (0.40 + 0.60 * wall)
    brush.sheet.paint(on, inside, np.asarray(STONE) * 0.42 * tone[..., None], 0.03, solid=0.90)
    for deep in (0.03, 0.085, 0.17, 0.28):
        x = side * (start + lean * deep**1.25 * 0.35 + 0.03 + 0.15 * deep)
        if abs(x) < brush.half:
            pool_of_light(brush, x, quay - deep, 0.03 + 0.25 * deep, AMBER, 0.5)
            streak(brush, x - side * 0.05, quay - deep, 0.10 + 0.3 * deep, 0.012, dimmed(AMBER, 0.4))
            brush.lamps.append(Lamp(x, quay - deep + 0.06 + 0.22 * deep, AMBER, 0.75, 1.0 + 1.6 * deep))


def quay_lamps(brush: Brush, quay: float) -> None:
    """Street lamps in loose groups, one of them the strongest, each with its long reflection."""
    centres = [brush.focus] + ([-brush.focus * 0.9] if brush.half * 2 > WIDE else [])
    x = -brush.half - 0.05
    while x < brush.half + 0.1:
        near = max(math.exp(-(((x - centre) / 0.26) ** 2)) for centre in centres)
        tone = AMBER if brush.chance.random() < 0.75 else brush.lamp_tone()
        _quay_lamp(brush, x, quay, tone, brush.between(0.18, 0.5) + 0.75 * near, 1.0)
        x += brush.between(0.16, 0.42) * (1.0 - 0.55 * near)
    for centre in centres:
        _quay_lamp(brush, centre, quay, GOLD, 1.9, 1.45)
        for _ in range(6):
            spot = Lamp(
                centre + brush.chance.normal(0, 0.14), quay + brush.between(0.02, 0.12), brush.lamp_tone(),
                brush.between(0.25, 0.8), brush.between(0.8, 1.1),
            )  # fmt: skip
            brush.lamps.append(spot)
    for _ in range(int(8 * brush.half)):
        far, tone = brush.between(-1, 1) * brush.half, brush.lamp_tone()
        faint = 0.12 + 0.45 * brush.chance.random() ** 3
        brush.lamps.append(Lamp(far, quay + brush.between(0.015, 0.06), tone, faint, 0.9))


def _quay_lamp(
    brush: Brush, x: float, quay: float, tone: tuple[float, float, float], bright: float, size: float
) -> None:
    pool_of_light(brush, x, quay + 0.03, 0.06 * size, tone, 0.6)
    streak(brush, x, quay, brush.between(0.16, 0.28) * size, 0.013 * size, dimmed(tone, 0.62 * bright))
    brush.lamps.append(Lamp(x, quay + 0.055, tone, bright, 1.05 * size))
