"""The colours of a cat's fur: its stripes follow the body, the face is marked finer, chin and chest are light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.scenery.interior.distance import Array, eased
from game.scenery.interior.plan import Coat as Name
from game.scenery.interior.solid import Rgb


@dataclass(frozen=True)
class Coat:
    """One coat."""

    tone: Rgb
    """Of most of its fur, linear."""
    stripe: Rgb
    marked: float
    """How clearly the stripes stand out, 0..1."""
    pale: Rgb
    """Of muzzle, chest and paws."""
    nose: Rgb
    shine: float
    """How much it shines when lit from behind (0.5 not at all, 1 fully)."""


ROSE: Rgb = (0.30, 0.115, 0.095)
COATS: dict[Name, Coat] = {
    "ginger": Coat((0.36, 0.175, 0.066), (0.19, 0.070, 0.022), 0.85, (0.58, 0.44, 0.30), ROSE, 0.86),
    "grey": Coat((0.190, 0.190, 0.205), (0.095, 0.095, 0.105), 0.45, (0.42, 0.42, 0.43), (0.16, 0.08, 0.08), 0.86),
    "tabby": Coat((0.230, 0.175, 0.115), (0.070, 0.050, 0.034), 0.90, (0.48, 0.40, 0.30), ROSE, 0.86),
    "cream": Coat((0.52, 0.41, 0.28), (0.40, 0.275, 0.160), 0.55, (0.66, 0.58, 0.46), ROSE, 0.80),
    "black": Coat((0.062, 0.056, 0.056), (0.040, 0.036, 0.036), 0.30, (0.07, 0.06, 0.06), (0.03,) * 3, 0.9),
}  # fmt: skip


def fur_tones(at: Array, back: Sequence[tuple[float, float, float, float]], of_head: Array, coat: Coat) -> Array:
    """Colours (n, 3) at places (n, 3) of the cat's own space, whose places in the head's are `of_head`."""
    along, below = _along(at, np.array(back))
    wander = 0.5 * np.sin(at[:, 1] * 41.0 + along * 19.0) + 0.5 * np.sin(at[:, 0] * 33.0 - at[:, 2] * 27.0)
    bands = np.sin(along * 74.0 + 0.9 * wander + 5.0 * below)
    stripes = eased(0.05, 0.75, bands) * eased(0.17, 0.08, below) * eased(0.018, 0.05, at[:, 1])
    near_head = eased(0.115, 0.085, np.linalg.norm(of_head, axis=1))
    on_face = _face_marks(of_head)
    dark = coat.marked * (stripes * (1.0 - near_head) + on_face * near_head)
    spine = np.exp(-((below / 0.020) ** 2)) * (1.0 - near_head) * 0.55 * coat.marked
    x, y, z = of_head.T
    muzzle = np.exp(-((x / 0.026) ** 2 + ((y + 0.030) / 0.019) ** 2)) * eased(0.02, 0.05, z) * near_head
    low = eased(0.050, 0.018, at[:, 1]) * 0.55
    tone, stripe, pale = (np.array(c) for c in (coat.tone, coat.stripe, coat.pale))
    colour = tone + (stripe - tone) * np.clip(dark + spine, 0.0, 1.0)[:, None]
    return np.asarray(colour + (pale - colour) * np.clip(muzzle * 1.2 + low * (1.0 - near_head), 0, 1)[:, None])


def _face_marks(h: Array) -> Array:
    """The lines of the brow, from the nose over the forehead, and two on each cheek."""
    x, y, z = np.abs(h[:, 0]), h[:, 1], h[:, 2]
    brow = eased(0.15, 0.75, np.cos(x * 290.0 / (1.0 + 9.0 * np.maximum(y, 0.0)))) * eased(0.010, 0.026, y)
    cheek = eased(0.25, 0.80, np.sin(y * 210.0 + x * 90.0)) * eased(0.042, 0.056, x) * eased(0.02, 0.0, y)
    return np.asarray(0.8 * np.maximum(brow * eased(0.062, 0.045, x), cheek) * eased(-0.06, 0.0, z))


def _along(at: Array, back: Array) -> tuple[Array, Array]:
    """How far along the spine the nearest place of it is, and how far below or beside that one is, metres."""
    best, along, start = np.full(len(at), 9.0), np.zeros(len(at)), 0.0
    for a, b in pairwise(back):
        top_a, top_b = (end[:3] + np.array((0.0, end[3], 0.0)) for end in (a, b))
        way = top_b - top_a
        share = np.clip((at - top_a) @ way / (way @ way), -0.35, 1.35)
        off = np.linalg.norm(at - top_a - share[:, None] * way, axis=1)
        nearer = off < best
        length = float(np.linalg.norm(way))
        along = np.where(nearer, start + share * length, along)
        best = np.minimum(best, off)
        start += length
    return along, best
