"""What is out in the rain: boats, and people under umbrellas."""

from __future__ import annotations

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.brush import Brush, streak
from game.scenery.vista.lamps import GOLD, Lamp, Rgb, dimmed

HULLS: tuple[Rgb, ...] = ((0.30, 0.055, 0.045), (0.06, 0.17, 0.22), (0.44, 0.40, 0.33), (0.07, 0.085, 0.11))
CABIN: Rgb = (0.46, 0.40, 0.30)
SAIL: Rgb = (0.46, 0.43, 0.38)


def boat(brush: Brush, x: float, y: float, long: float, haze: float) -> None:
    """A small boat with a cabin, a lantern and both again in the water; `long` is half its length."""
    hull_tone = (brush.accent, *HULLS)[brush.chance.integers(len(HULLS) + 1)]
    on = brush.sheet.patch(x - 1.4 * long, y - 1.3 * long, x + 1.4 * long, y + 1.3 * long)
    if not on.x.size or not on.y.size:
        return
    u, v = (on.x - x) / long, (on.y - y) / long
    for up, dim in ((-v, 0.42), (v, 1.0)):  # its mirror image first
        sheer = 0.30 + 0.12 * u * u
        hull = np.maximum(np.abs(u) - 0.80 - 0.20 * np.clip(up / 0.3, 0, 1), np.maximum(-up, up - sheer))
        cabin = np.maximum(np.abs(u + 0.12) - 0.40, np.maximum(0.2 - up, up - 0.58))
        pane = np.maximum(np.abs(np.abs(u + 0.12) - 0.20) - 0.10, np.maximum(0.36 - up, up - 0.50))
        brush.sheet.paint(on, smooth(0.05, -0.05, cabin) * dim, np.asarray(CABIN) * dim, haze)
        brush.sheet.shine(on, np.asarray(smooth(0.05, -0.05, pane)), np.asarray(GOLD) * dim)
        shade = 0.55 + 0.55 * np.clip(up / 0.3, 0, 1)
        brush.sheet.paint(
            on,
            smooth(0.05, -0.05, hull) * (0.4 + 0.6 * dim),
            np.asarray(hull_tone) * (shade * dim)[..., None],
            haze,
        )
    streak(brush, x, y - 0.2 * long, 0.08 + 0.5 * long, 0.012, dimmed(GOLD, 0.4))
    brush.lamps.append(Lamp(x - 0.12 * long, y + 0.85 * long, GOLD, 0.7, 0.9 + 2.0 * long, sway=0.6))


def sails(brush: Brush, x: float, y: float, tall: float, haze: float) -> None:
    """A sailing boat at anchor, its sail half furled."""
    boat(brush, x, y, tall * 0.32, haze)
    on = brush.sheet.patch(x - tall, y - tall, x + tall, y + 1.1 * tall)
    if not on.x.size or not on.y.size:
        return
    u, v = (on.x - x) / tall, (on.y - y) / tall
    for up, dim in ((-v, 0.35), (v, 1.0)):
        mast = np.maximum(np.abs(u) - 0.012, np.maximum(0.1 - up, up - 1.0))
        jib = np.maximum(np.maximum(0.16 - up, u - 0.02), up - 0.92 - u * 2.2)
        brush.sheet.paint(on, smooth(0.012, -0.012, jib) * dim * 0.9, np.asarray(SAIL) * dim, haze)
        brush.sheet.paint(on, smooth(0.012, -0.012, mast) * dim, (0.10, 0.075, 0.06), haze)


def umbrella(brush: Brush, x: float, foot: float, tall: float, haze: float) -> None:
    """Somebody walking under an umbrella, and the colour of it on the wet ground."""
    tones: tuple[Rgb, ...] = (
        brush.accent,
        (0.50, 0.06, 0.045),
        (0.62, 0.42, 0.07),
        (0.06, 0.26, 0.28),
        (0.30, 0.12, 0.28),
    )
    tone = brush.tint(tones[brush.chance.integers(len(tones))], 0.08)
    on = brush.sheet.patch(x - 0.5 * tall, foot - tall, x + 0.5 * tall, foot + 1.1 * tall)
    if not on.x.size or not on.y.size:
        return
    u, v = (on.x - x) / tall, (on.y - foot) / tall
    for up, dim in ((-v, 0.38), (v, 1.0)):
        body = 0.055 + 0.075 * np.clip(up / 0.62, 0, 1) - 0.06 * np.clip((up - 0.62) / 0.2, 0, 1)
        legs = np.maximum(np.abs(np.abs(u) - 0.034) - 0.024, up - 0.32)
        coat = np.minimum(np.maximum(np.abs(u) - body, np.maximum(0.28 - up, up - 0.84)), np.maximum(legs, -up))
        dome = np.maximum(np.hypot(u / 0.215, (up - 0.80) / 0.17) - 1.0, 0.80 - up - 0.02 * np.cos(u * 58))
        brush.sheet.paint(on, smooth(0.03, -0.03, coat) * dim, np.asarray((0.050, 0.048, 0.058)) * dim, haze)
        shade = 0.50 + 0.85 * np.clip((up - 0.80) / 0.17 + 0.8 * u, 0, 1)
        silk = smooth(0.06, -0.04, dome) * dim
        brush.sheet.paint(on, silk, np.asarray(tone) * (shade * dim)[..., None], haze)
        rim = silk * np.clip((up - 0.84) / 0.13, 0, 1) * 0.30
        brush.sheet.shine(on, np.asarray(rim), np.asarray(tone) + np.asarray(dimmed(GOLD, 0.25)))
