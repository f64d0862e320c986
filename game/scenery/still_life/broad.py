"""A plant of large heart-shaped leaves, each on a stalk of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff

ROWS, COLUMNS = 61, 17
VEINS = 5.0
"""Pairs of side veins."""
LEAVES = 9
STALK = Stuff((0.095, 0.125, 0.050), gloss=0.2, through=0.18)


def broad(mesh: Mesh, top: Array, scale: float, green: Rgb, chance: np.random.Generator) -> Iterator[None]:
    """Tall outer leaves first, shorter ones before them, so that each lies in the shade of the next."""
    sides = np.linspace(-1.0, 1.0, LEAVES) + chance.normal(0, 0.06, LEAVES)
    reach = 0.15 + 0.20 * chance.random(LEAVES) + 0.05 * (np.arange(LEAVES) % 2)
    reach *= 1.1 - 0.35 * np.abs(sides)
    for back, i in enumerate(np.argsort(-reach)):
        aside, near = float(sides[i]), back / (LEAVES - 1)
        base = top + np.array([aside * 0.016, 0.002]) * scale
        line = stalk(base, aside, scale * float(reach[i]), chance)
        mesh.tube(line, np.linspace(0.0036, 0.0020, len(line)) * scale, STALK, 0.45 + 0.4 * near)
        hang = aside * chance.uniform(0.9, 1.5) + math.copysign(0.25, aside)
        size = scale * chance.uniform(0.105, 0.150) * (1.08 - 0.25 * near)
        tone = 0.56 + 0.62 * near + chance.normal(0, 0.06)
        stuff = Stuff((green[0] * tone * 1.28, green[1] * tone, green[2] * tone), gloss=0.34, through=0.72)
        heart(mesh, line, math.pi / 2 - hang, size, aside * 0.55 + chance.normal(0, 0.12), stuff, chance)
        yield


def stalk(foot: Array, aside: float, length: float, chance: np.random.Generator) -> Array:
    """Points of a stalk that rises and then leans outwards in one smooth bow."""
    share = np.linspace(0, 1, 18)
    way = math.pi / 2 - aside * (0.28 + 0.62 * share**1.6) + chance.normal(0, 0.05) * share
    step = np.stack([np.cos(way), np.sin(way)], axis=1) * (length / 18)
    return np.asarray(foot + np.cumsum(step, axis=0))


def heart(
    mesh: Mesh, line: Array, way: float, length: float, curl: float, stuff: Stuff, chance: np.random.Generator
) -> None:
    """One leaf at the end of its stalk, which runs on as its midrib: lobes, a drawn-out tip, a slight wave."""
    foot, away = line[-1], 0.22 if chance.random() < 0.7 else 0.62
    u = np.linspace(0.0, 1.0, ROWS) ** 1.35
    heading = way - curl * u * u
    step = np.stack([np.cos(heading), np.sin(heading)], axis=1) * (np.diff(u, prepend=0.0) * length)[:, None]
    along, across = step / np.maximum(np.linalg.norm(step, axis=1), 1e-9)[:, None], np.zeros((ROWS, 2))
    along[0] = along[1]
    across[:, 0], across[:, 1] = -along[:, 1], along[:, 0]
    side = np.linspace(-1.0, 1.0, COLUMNS)
    half = length * chance.uniform(0.36, 0.44) * 2.42 * u**0.46 * (1 - u) ** 1.10
    turned = 1.0 - away * np.clip(np.sign(curl) * side, 0, 1)  # the inner half is seen more from the side
    lobes = -0.15 * length * np.abs(side)[None] ** 1.2 * (np.clip(1 - u / 0.55, 0, 1) ** 1.8)[:, None]
    phase = chance.uniform(0, 6)
    wave = 0.026 * length * np.sin(u[:, None] * 15 + phase + side[None] * 2) * np.abs(side)[None] ** 3
    wave = wave * (u * (1 - u) * 3)[:, None]
    spine = foot + np.cumsum(step, axis=0)
    places = spine[:, None] + across[:, None] * ((side * turned)[None] * half[:, None] + wave)[..., None]
    places = places + along[:, None] * lobes[..., None]
    mesh.sheet(places, _facing(u, side, across, way), stuff, _shade(u, side), _veined(u, side))
    rib = np.concatenate([line[-3:-1], spine[: ROWS * 7 // 8 : 2]])
    thick = np.linspace(0.0165, 0.0035, len(rib)) * length
    mesh.tube(rib, thick, Stuff((stuff.tone[0] * 1.5, stuff.tone[1] * 1.3, stuff.tone[2]), 0.2, 0.5), 0.8)


def _between_veins(u: Array, side: Array) -> Array:
    """(rows, columns) 0..1 from one side vein to the next; they run forward towards the rim."""
    return np.asarray(((u[:, None] - 0.26 * np.abs(side)[None]) * VEINS * 1.3 + 4.0) % 1.0)


def _facing(u: Array, side: Array, across: Array, way: float) -> Array:
    """Normals: each half bowed, with a low swelling between the veins."""
    bow = 0.34 * side[None] + 0.06 * np.sin(2 * np.pi * _between_veins(u, side)) * np.sign(side)[None]
    normals = np.zeros((len(u), len(side), 3))
    normals[..., :2] = across[:, None] * bow[..., None]
    normals[..., 1] += 0.22 * math.sin(way) + 0.30 * (1 - u[:, None])
    normals[..., 2] = 0.8
    return np.asarray(normals / np.linalg.norm(normals, axis=-1, keepdims=True))


def _veined(u: Array, side: Array) -> Array:
    """Light comes through between the veins, and edges the rim."""
    away = np.abs(_between_veins(u, side) - 0.5) * 2
    veins = 0.22 * np.clip((away - 0.52) / 0.48, 0, 1) ** 1.5 * (1 - np.abs(side)[None] ** 3)
    rim = 0.55 * np.clip((np.abs(side) - 0.84) / 0.16, 0, 1)[None] ** 2 * np.sqrt(u)[:, None]
    return np.asarray(0.90 + 0.22 * u[:, None] - 0.8 * veins + rim)


def _shade(u: Array, side: Array) -> Array:
    """Less light near the stalk and along the fold."""
    return np.asarray(0.62 + 0.38 * np.clip(u[:, None] * 1.8 + 0.35 * np.abs(side)[None], 0, 1))
