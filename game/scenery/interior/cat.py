"""A cat asleep."""

from __future__ import annotations

import numpy as np

from game.scenery.interior.distance import Array, egg, limb, melted, turned
from game.scenery.interior.plan import Plan
from game.scenery.interior.solid import Kind, Place, Rgb, Solid, Stuff

COATS: dict[str, tuple[Rgb, float]] = {
    "ginger": ((0.33, 0.165, 0.065), 0.70),
    "grey": ((0.150, 0.150, 0.160), 0.78),
    "tabby": ((0.190, 0.150, 0.105), 0.82),
    "cream": ((0.48, 0.37, 0.25), 0.66),
    "black": ((0.040, 0.036, 0.034), 0.86),
}
"""Colour of the fur and how much it shines when lit from behind."""
CELL_M = 0.0085
FACING = 0.25
"""How far the face looks away from the visitor, radians."""
HEAD = 1.16
"""How large the head is for its body."""
HEADS = {
    "curled": ((-0.205, 0.085, 0.150), 0.50),
    "loaf": ((-0.235, 0.185, 0.065), 0.0),
    "stretched": ((-0.355, 0.075, 0.085), 0.35),
}
"""Where the head of each pose lies and how far it is tilted."""


def cat(solid: Solid, plan: Plan) -> None:
    """The cat where the plan has it, on the rug."""
    tone, shine = COATS[plan.coat]
    pose, spot = plan.pose, plan.cat
    place = Place(spot.x, 0.014, spot.z, spot.turn_rad, 1.10, plan.mirrored)
    fur = Stuff(Kind.FUR, tone, shine)

    def body(p: Array) -> Array:
        return melted(BODIES[pose](p), _head(_of_head(p, pose)) * HEAD, 0.022)

    solid.blob(body, (-0.52, -0.005, -0.30), (0.46, 0.37, 0.36), CELL_M, fur, place)
    _face(solid, pose, place, tone)


def _of_head(p: Array, pose: str) -> Array:
    """Places as the head sees them: x across the face, z out of it."""
    at, tilt = HEADS[pose]
    return turned(turned((p - at) / HEAD, FACING, 1), tilt, 2)


def _head(h: Array) -> Array:
    d = egg(h, (0.078, 0.064, 0.070))
    cheeks = np.abs(h * (1, 0, 0)) + h * (0, 1, 1)
    d = melted(d, egg(cheeks - (0.020, -0.020, 0.052), (0.030, 0.023, 0.026)), 0.022)
    ear = turned(cheeks - (0.043, 0.047, -0.004), 0.30, 2)
    flat = np.abs(ear[..., 2] + 0.12 * ear[..., 1]) - 0.012 + 0.10 * ear[..., 1]
    cone = np.maximum(np.abs(ear[..., 0]) * 0.88 + ear[..., 1] * 0.55 - 0.023, flat)
    return melted(d, np.maximum(cone, -ear[..., 1] - 0.03) - 0.005, 0.018)


def _curled(p: Array) -> Array:
    """Rolled up: the back an arc, the tail round the front."""
    d = egg(p - (0.02, 0.115, -0.035), (0.255, 0.118, 0.165))
    d = melted(d, egg(p - (0.145, 0.105, 0.035), (0.125, 0.110, 0.135)), 0.05)
    d = melted(d, egg(p - (-0.155, 0.095, 0.03), (0.115, 0.095, 0.120)), 0.05)
    d = melted(d, limb(p, (0.05, 0.045, 0.13), (-0.12, 0.035, 0.185), 0.036, 0.028), 0.03)
    return melted(d, _tail(p, np.linspace(-0.25, 2.25, 9), (0.265, 0.215), (0.0, -0.005)), 0.020)


def _loaf(p: Array) -> Array:
    """Paws tucked in beneath."""
    d = egg(p - (0.05, 0.125, -0.01), (0.215, 0.128, 0.125))
    d = melted(d, egg(p - (0.135, 0.110, 0.0), (0.125, 0.112, 0.135)), 0.05)
    d = melted(d, egg(p - (-0.120, 0.115, 0.01), (0.115, 0.110, 0.108)), 0.05)
    d = melted(d, limb(p, (-0.12, 0.13, 0.02), (-0.20, 0.17, 0.05), 0.075, 0.055), 0.04)
    d = melted(d, limb(p, (-0.10, 0.030, 0.10), (-0.22, 0.026, 0.105), 0.034, 0.028), 0.03)
    return melted(d, _tail(p, np.linspace(-0.1, 1.65, 8), (0.235, 0.165), (0.03, 0.0)), 0.018)


def _stretched(p: Array) -> Array:
    """On its side, long, paws before it."""
    d = egg(p - (0.0, 0.090, -0.02), (0.260, 0.092, 0.125))
    d = melted(d, egg(p - (0.165, 0.088, 0.0), (0.130, 0.090, 0.125)), 0.05)
    d = melted(d, egg(p - (-0.185, 0.082, 0.0), (0.120, 0.082, 0.110)), 0.05)
    d = melted(d, limb(p, (-0.20, 0.05, 0.05), (-0.36, 0.03, 0.20), 0.036, 0.026), 0.03)
    d = melted(d, limb(p, (0.20, 0.05, 0.06), (0.03, 0.028, 0.22), 0.042, 0.026), 0.03)
    return melted(d, _tail(p, np.linspace(-0.6, 0.9, 7), (0.34, 0.20), (0.03, 0.02)), 0.018)


BODIES = {"curled": _curled, "loaf": _loaf, "stretched": _stretched}


def _tail(p: Array, turns: Array, radii: tuple[float, float], middle: tuple[float, float]) -> Array:
    """Along an oval on the ground, thinner towards its end."""
    points = [(middle[0] + radii[0] * np.cos(a), 0.034, middle[1] + radii[1] * np.sin(a)) for a in turns]
    thick = np.linspace(0.036, 0.022, len(points))
    pieces = [limb(p, points[i], points[i + 1], thick[i], thick[i + 1]) for i in range(len(points) - 1)]
    return np.asarray(np.minimum.reduce(pieces))


def _face(solid: Solid, pose: str, place: Place, tone: Rgb) -> None:
    """Closed eyes and a nose, laid on the head."""
    dark = Stuff(Kind.PLAIN, (tone[0] * 0.13, tone[1] * 0.12, tone[2] * 0.12))
    way = np.linspace(-1, 1, 11)
    for side in (-1, 1):
        lid = _on_head(side * 0.036 + 0.018 * way, 0.006 - 0.0085 * (1 - way**2))
        solid.tube(place.put(_out_of_head(lid, pose)), 0.0026, dark, 6)
        lip = _on_head(side * 0.008 * (1 + way), -0.027 - 0.006 * (1 - way**2))
        solid.tube(place.put(_out_of_head(lip, pose)), 0.0014, dark, 6)
    nose = _on_head(np.array([-0.008, 0.0, 0.008]), np.array([-0.013, -0.016, -0.013]))
    pink = Stuff(Kind.PLAIN, (0.24, 0.10, 0.085))
    solid.tube(place.put(_out_of_head(nose, pose)), (0.003, 0.006, 0.003), pink, 8)


def _on_head(x: Array, y: Array) -> Array:
    """Places (n, 3) on the face at (x, y), found by halving."""
    near, far = np.full(len(x), 0.13), np.zeros(len(x))
    for _ in range(14):
        middle = (near + far) / 2
        outside = _head(np.stack([x, y, middle], axis=-1)) > 0
        near, far = np.where(outside, middle, near), np.where(outside, far, middle)
    return np.stack([x, y, near + 0.001], axis=-1)


def _out_of_head(h: Array, pose: str) -> Array:
    """The other way round from `_of_head`."""
    at, tilt = HEADS[pose]
    return np.asarray(turned(turned(h, -tilt, 2), -FACING, 1) * HEAD + np.array(at))


def flank(plan: Plan) -> tuple[tuple[float, float, float, float], float]:
    """The cat's box on the screen (left, bottom, width, height), and how far across it its flank lies."""
    spot, eye = plan.cat, plan.eye
    x, y = eye.on_screen(spot.x, 0.0, spot.z)
    metre = eye.scale(spot.x, spot.z)
    wide, high = 1.08 * metre / eye.aspect, 0.52 * metre
    return (x - wide / 2, y - 0.10 * metre, wide, high), 0.40 if plan.mirrored else 0.60
