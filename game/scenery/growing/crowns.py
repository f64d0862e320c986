"""Broad trees seen over a wall: rounded crowns built of clouds of leaves."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, faces, stem

SIDES = 14
"""Of the rounded mass under each cloud of leaves."""


def crown(chance: np.random.Generator, clouds: int, leaves: int, hue: float) -> Sketch:
    """A tree 1 high with its foot at (0, 0): light rests on the upper side of every cloud of its leaves."""
    wide, middle = chance.uniform(0.42, 0.66), chance.uniform(0.52, 0.60)
    tall = 1.0 - middle
    turn = chance.uniform(0, 2 * np.pi, clouds)
    out = np.sqrt(chance.random(clouds)) * 0.78
    at = np.stack([np.cos(turn) * out * wide, middle + np.sin(turn) * out * tall], axis=1)
    reach = chance.uniform(0.26, 0.44, clouds) * (1.1 - 0.4 * out)
    order = np.argsort(at[:, 1] * 0.4 + chance.random(clouds) * 0.25 - out * 0.2)[::-1]
    parts = [stem(np.array([[0.0, 0.0], [chance.normal(0, 0.03), middle]]), np.array([0.05, 0.02]), 0.18, 0.0)]
    for index in order:
        size = np.array([wide * 1.15, tall]) * reach[index]
        parts.append(_body(chance, at[index], size * 0.82, (at[index] - (0.0, middle)) / (wide, tall), hue))
        parts.append(_cloud(chance, leaves, at[index], size, (at[index] - (0.0, middle)) / (wide, tall), hue))
    return np.concatenate(parts)


def _body(
    chance: np.random.Generator,
    middle: np.ndarray[tuple[int], np.dtype[np.float64]],
    reach: np.ndarray[tuple[int], np.dtype[np.float64]],
    place: np.ndarray[tuple[int], np.dtype[np.float64]],
    hue: float,
) -> Sketch:
    """The thick of a cloud of leaves: a rounded mass, lit above and on its sides; leaves break its edge."""
    turn = np.linspace(0, 2 * np.pi, SIDES + 1)
    out = chance.uniform(0.75, 1.05, SIDES + 1)
    out[-1] = out[0]
    rim = np.stack([np.cos(turn) * out, np.sin(turn) * out], axis=1)
    corners = np.stack([np.zeros((SIDES, 2)), rim[:-1], rim[1:]], axis=1)
    light = np.clip(0.44 + 0.36 * corners[..., 1] + 0.20 * place[1], 0.06, 1.0)
    side = np.clip(corners[..., 0] * 0.75 + place[0] * 0.55, -1, 1)
    return faces(middle + corners * reach, side, light, hue)


def _cloud(
    chance: np.random.Generator,
    count: int,
    middle: np.ndarray[tuple[int], np.dtype[np.float64]],
    reach: np.ndarray[tuple[int], np.dtype[np.float64]],
    place: np.ndarray[tuple[int], np.dtype[np.float64]],
    hue: float,
) -> Sketch:
    """One cloud of small leaves; `place` is where it sits in its crown, about -1..1 each way."""
    turn, out = chance.uniform(0, 2 * np.pi, count), np.sqrt(chance.random(count)) * 0.90
    at = np.stack([np.cos(turn) * out, np.sin(turn) * out], axis=1)
    at = at[np.argsort(at[:, 1] * 0.5 - out * 0.6 + chance.random(count) * 0.7)[::-1]]
    heading = chance.uniform(0, 2 * np.pi, count)[:, None] + np.array([0.0, 2.1, 4.2])
    length = 0.015 * chance.uniform(0.5, 1.3, (count, 3))
    spread = np.stack([np.cos(heading) * length, np.sin(heading) * length * 0.75], axis=-1)
    light = 0.48 + 0.40 * at[:, 1] + 0.16 * place[1] + chance.normal(0, 0.19, count)
    side = np.clip(at[:, 0] * 0.75 + place[0] * 0.55, -1, 1)
    found = faces(middle + at[:, None, :] * reach + spread, side, np.clip(light, 0.06, 1.0), hue)
    found[..., 4] += chance.normal(0, 0.07, count)[:, None]
    found[..., 4] = np.clip(found[..., 4], 0, 1)
    return found
