"""Where a camp stands among dunes, and the footprints that lead away from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.scenery.desert.layout import FOCUS
from game.scenery.desert.lie import Desert
from game.scenery.desert.sand import Array

NEAREST_M, FARTHEST_M = 36.0, 72.0
STRIDE_M, APART_M = 0.72, 0.15
PATH_NEAR_M = 9.0


@dataclass(frozen=True)
class Site:
    """The middle of a camp on the ground, metres."""

    x_m: float
    y_m: float
    z_m: float


def site_of(desert: Desert, chance: np.random.Generator) -> Site:
    """Level ground in plain sight, on one side of the picture or the other."""
    wish = float(chance.choice([-1.0, 1.0]) * chance.uniform(0.12, 0.27))
    share, z = (
        axis.ravel() for axis in np.meshgrid(np.linspace(-0.30, 0.30, 25), np.linspace(NEAREST_M, FARTHEST_M, 13))
    )
    x = share * desert.aspect * z / FOCUS
    here = desert.height(x, z)
    steep = np.hypot(desert.height(x + 3, z) - here, desert.height(x, z + 3) - here) / 3
    up = desert.on_screen(x, here, z)[1]
    low = np.clip(0.10 - up, 0, None) + np.clip(up - desert.horizon + 0.02, 0, None)
    hidden = ~(desert.seen(x, z) & desert.seen(x - 3, z) & desert.seen(x + 3, z))
    cost = 3.0 * steep + np.abs(share - wish) + 20 * low + 9.0 * hidden + 0.004 * z
    best = int(np.argmin(cost))
    return Site(float(x[best]), float(here[best]), float(z[best]))


def footprints(desert: Desert, site: Site, chance: np.random.Generator) -> Array:
    """Rows of x and y on the screen's map and of a print's half length along and across, in screen heights."""
    share = np.linspace(0, 1, 500)
    z = site.z_m - 1.5 + (PATH_NEAR_M - site.z_m) * share
    reach = float(chance.uniform(-0.30, 0.30)) * desert.aspect * PATH_NEAR_M / FOCUS
    swing = float(chance.uniform(2.0, 4.0) * chance.choice([-1.0, 1.0]))
    x = site.x_m + (reach - site.x_m) * share**1.2 + swing * np.sin(share * np.pi * 1.7) * (1 - share)
    gone = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))])
    steps = np.arange(1.0, gone[-1], STRIDE_M)
    px, pz = np.interp(steps, gone, x), np.interp(steps, gone, z)
    px = px + np.where(np.arange(len(steps)) % 2, APART_M, -APART_M)
    seen = desert.seen(px, pz, 0.05)
    px, pz = px[seen], pz[seen]
    across, up = desert.on_screen(px, desert.height(px, pz), pz)
    wide = 0.13 / pz * FOCUS
    flat = np.clip(desert.eye_m / pz, 0.16, 0.9)
    return np.stack([across, up, wide, wide * 1.9 * flat], axis=1)
