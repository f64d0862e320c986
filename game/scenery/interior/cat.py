"""A cat asleep, curled up, its head on its paws and its tail about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.scenery.interior.coat import COATS, Coat, fur_tones
from game.scenery.interior.distance import Array, egg, limb, melted, turned
from game.scenery.interior.fur import hairs
from game.scenery.interior.plan import Plan
from game.scenery.interior.solid import Kind, Place, Solid, Stuff

CELL_M, HEAD_CELL_M = 0.0085, 0.0050
SIZE = 1.16
"""Of the whole cat, against the measures below."""
HEAD = 1.14


@dataclass(frozen=True)
class Pose:
    """How it lies."""

    head: tuple[float, float, float]
    """Where the middle of its head is."""
    aside: float
    """How far the face looks away from the visitor, radians: to the left."""
    tilt: float
    """How far the head is laid on its side."""
    nod: float
    """How far the chin is drawn in."""
    back: tuple[tuple[float, float, float, float], ...]
    """Places of the spine from the neck to the hips, and how thick the body is there."""
    tail: tuple[tuple[float, float, float], ...]


POSES = {
    "curled": Pose(
        (-0.195, 0.086, 0.160), 0.20, 0.26, -0.14,
        ((-0.165, 0.090, 0.045, 0.066), (-0.125, 0.112, -0.045, 0.088), (-0.030, 0.122, -0.095, 0.103),
         (0.075, 0.128, -0.080, 0.112), (0.150, 0.120, -0.010, 0.112)),
        ((0.235, 0.060, 0.010), (0.262, 0.038, 0.090), (0.215, 0.034, 0.170), (0.120, 0.033, 0.212),
         (0.020, 0.032, 0.232), (-0.070, 0.031, 0.240)),
    ),
    "loaf": Pose(
        (-0.230, 0.112, 0.115), 0.30, 0.08, -0.08,
        ((-0.190, 0.118, 0.035, 0.066), (-0.130, 0.118, -0.005, 0.090), (-0.030, 0.125, -0.030, 0.106),
         (0.080, 0.130, -0.030, 0.116), (0.165, 0.118, 0.010, 0.106)),
        ((0.250, 0.060, 0.030), (0.268, 0.038, 0.100), (0.210, 0.034, 0.165), (0.110, 0.032, 0.195),
         (0.030, 0.031, 0.190)),
    ),
    "stretched": Pose(
        (-0.250, 0.070, 0.150), 0.10, 0.52, -0.12,
        ((-0.195, 0.078, 0.060, 0.062), (-0.135, 0.092, -0.010, 0.082), (-0.025, 0.104, -0.050, 0.096),
         (0.090, 0.112, -0.050, 0.106), (0.175, 0.104, 0.005, 0.106)),
        ((0.265, 0.055, 0.030), (0.310, 0.036, 0.100), (0.300, 0.032, 0.180), (0.235, 0.031, 0.230),
         (0.150, 0.030, 0.240)),
    ),
}  # fmt: skip


def cat(solid: Solid, plan: Plan, chance: np.random.Generator) -> Iterator[None]:
    """The cat where the plan has it, on the rug, in slices; its hairs come last."""
    pose, spot, coat = POSES[plan.pose], plan.cat, COATS[plan.coat]
    place = Place(spot.x, 0.012, spot.z, spot.turn_rad, SIZE, plan.mirrored)
    stuff = Stuff(Kind.FUR, coat.tone, coat.shine)

    def toned(at: Array, out: Array) -> Array:
        return fur_tones(at, pose.back, _of_head(at, pose), coat) * hollow(at, out)[:, None]

    def hollow(at: Array, out: Array) -> Array:
        """How open each place is to the light, 0..1, after what lies just off it."""
        near = [np.minimum(face(at + out * off), body(at + out * off)) / off for off in (0.018, 0.045)]
        return np.clip(0.5 * near[0] + 0.5 * near[1], 0.0, 1.0) * 0.8 + 0.2

    def face(p: Array) -> Array:
        return _head(_of_head(p, pose)) * HEAD

    def body(p: Array) -> Array:
        return _body(p, pose)

    yield
    skin = yield from solid.blob(body, (-0.42, -0.005, -0.26), (0.42, 0.30, 0.34), CELL_M, stuff, place, toned)
    yield
    low, high = np.array(pose.head) - 0.14, np.array(pose.head) + 0.14
    mask = yield from solid.blob(face, low, high, HEAD_CELL_M, stuff, place, toned)
    yield
    _face(solid, pose, place, coat)
    for at, out, short in ((*skin, 1.0), (*mask, 0.42)):
        yield from hairs(solid, at, out, _of_head(at, pose), toned, coat, place, short, chance)


def _of_head(p: Array, pose: Pose) -> Array:
    """Places as the head sees them: x across the face, z out of it."""
    h = turned((p - pose.head) / HEAD, pose.aside, 1)
    return turned(turned(h, pose.tilt, 2), pose.nod, 0)


def _out_of_head(h: Array, pose: Pose) -> Array:
    """The other way round."""
    p = turned(turned(h, -pose.nod, 0), -pose.tilt, 2)
    return np.asarray(turned(p, -pose.aside, 1) * HEAD + np.array(pose.head))


def _body(p: Array, pose: Pose) -> Array:
    """Back, belly, haunch, legs and tail."""
    spine = np.array(pose.back)
    d = np.full(p.shape[:-1], 9.0)
    for a, b in pairwise(spine):
        d = melted(d, limb(p, a[:3], b[:3], a[3], b[3]), 0.045)
    d = melted(d, egg(p - (0.02, 0.062, 0.035), (0.175, 0.066, 0.125)), 0.045)
    hip, chest = spine[-1, :3], spine[1, :3]
    d = melted(d, egg(p - (hip + np.array((-0.020, -0.026, 0.105))), (0.104, 0.094, 0.070)), 0.012)
    knee = hip * (1, 0, 1) + np.array((-0.075, 0.032, 0.160))
    d = melted(
        d,
        limb(p, knee + np.array((0.07, 0.012, -0.02)), knee + np.array((-0.055, -0.004, 0.028)), 0.034, 0.025),
        0.014,
    )
    d = melted(d, egg(p - (chest + np.array((-0.005, -0.028, 0.085))), (0.075, 0.076, 0.068)), 0.022)
    head = np.array(pose.head)
    for aside, ahead in ((-0.055, 0.060), (0.030, 0.072)):
        paw = head * (1, 0, 1) + np.array((aside - 0.02, 0.026, ahead))
        d = melted(d, limb(p, chest + np.array((0.02, -0.060, 0.11)), paw, 0.034, 0.026), 0.014)
        d = melted(d, egg(p - (paw + np.array((-0.008, 0.0, 0.006))), (0.032, 0.024, 0.030)), 0.012)
    d = melted(d, limb(p, spine[0, :3], head + np.array((0.0, 0.0, -0.03)), spine[0, 3], 0.056), 0.03)
    return melted(d, _tail(p, np.array(pose.tail)), 0.012)


def _tail(p: Array, points: Array) -> Array:
    thick = np.linspace(0.037, 0.026, len(points))
    pieces = [limb(p, points[i], points[i + 1], thick[i], thick[i + 1]) for i in range(len(points) - 1)]
    d = pieces[0]
    for piece in pieces[1:]:
        d = melted(d, piece, 0.02)
    return d


def _head(h: Array) -> Array:
    """A rounded wedge with cheeks, a short muzzle and thin upright ears."""
    d = egg(h - (0, 0.004, -0.006), (0.064, 0.057, 0.064))
    both = np.abs(h * (1, 0, 0)) + h * (0, 1, 1)
    d = melted(d, egg(both - (0.030, -0.018, 0.020), (0.036, 0.029, 0.036)), 0.020)
    d = melted(d, egg(h - (0, -0.006, 0.048), (0.020, 0.022, 0.030)), 0.020)
    d = melted(d, egg(both - (0.013, -0.024, 0.058), (0.019, 0.015, 0.020)), 0.010)
    d = melted(d, egg(h - (0, -0.040, 0.046), (0.018, 0.013, 0.020)), 0.012)
    return melted(d, _ear(both), 0.010)


def _ear(both: Array) -> Array:
    """A thin bowl that tapers to a point, leaning out."""
    ear = turned(turned(both - (0.040, 0.040, -0.008), 0.34, 2), -0.10, 0)
    up = np.clip(ear[..., 1] / 0.066, -0.4, 1.0)
    wide = 0.031 * np.sqrt(np.maximum(1.0 - up, 0.0)) * (1.0 - 0.35 * np.maximum(up, 0.0)) + 0.001
    bowl = np.abs(ear[..., 2] - 5.0 * ear[..., 0] ** 2 + 0.004) - 0.0055 * (1.15 - np.clip(up, 0, 1))
    sides = np.maximum(np.abs(ear[..., 0]) - wide, ear[..., 1] - 0.066)
    return np.asarray(np.maximum(np.maximum(sides * 0.8, bowl * 0.9), -ear[..., 1] - 0.02) - 0.002)


def _face(solid: Solid, pose: Pose, place: Place, coat: Coat) -> None:
    """Closed eyes, nose and mouth, laid on the head, and the light insides of the ears."""
    r, g, b = coat.tone
    dark = Stuff(Kind.PLAIN, (0.10 * r + 0.004, 0.09 * g + 0.003, 0.08 * b + 0.003))
    way = np.linspace(-1, 1, 13)
    for side in (-1, 1):
        lid = _on_head(side * (0.0315 + 0.0155 * way), 0.004 - 0.0060 * (1 - way**2) + 0.0035 * way)
        solid.tube(place.put(_out_of_head(lid, pose)), 0.0019 * (1.15 - 0.6 * np.abs(way)), dark, 6)
        lip = _on_head(side * 0.0065 * (1 + way), -0.0275 - 0.0045 * (1 - way**2))
        solid.tube(place.put(_out_of_head(lip, pose)), 0.0010, dark, 6)
    nose = _on_head(np.array([-0.0065, -0.003, 0.003, 0.0065]), np.array([-0.0115, -0.0145, -0.0145, -0.0115]))
    solid.tube(
        place.put(_out_of_head(nose, pose)), (0.0020, 0.0044, 0.0044, 0.0020), Stuff(Kind.PLAIN, coat.nose), 8
    )


def _on_head(x: Array, y: Array) -> Array:
    """Places (n, 3) on the face at (x, y), found by halving."""
    near, far = np.full(len(x), 0.13), np.zeros(len(x))
    for _ in range(14):
        middle = (near + far) / 2
        outside = _head(np.stack([x, y, middle], axis=-1)) > 0
        near, far = np.where(outside, middle, near), np.where(outside, far, middle)
    return np.stack([x, y, near + 0.001], axis=-1)


def flank(plan: Plan) -> tuple[tuple[float, float, float, float], float]:
    """The cat's box on the screen (left, bottom, width, height), and how far across it its flank lies."""
    spot, eye = plan.cat, plan.eye
    x, y = eye.on_screen(spot.x, 0.0, spot.z)
    metre = eye.scale(spot.x, spot.z)
    wide, high = 1.04 * metre / eye.aspect, 0.54 * metre
    return (x - wide / 2, y - 0.17 * metre, wide, high), 0.44 if plan.mirrored else 0.56
