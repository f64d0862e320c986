"""Drops that run down the pane by fits and starts, as closed-form functions of time.

A run's depth under its start is `length (u + sum a sin(w u + f) / w)` with the a's adding to less than 1, so it
only ever goes down. Because the path is known for all times, trails, beads and swallowed drops follow from it
without any state. Positions are in heights of the picture, x from its left edge; times in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Rows = NDArray[np.int64]
STEPS = 40
"""Samples of each path, evenly spaced in depth."""
AROUND = np.array([-0.01, 0.0, 0.01])
EVEN = np.linspace(0.0, 1.0, STEPS)


@dataclass
class Paths:
    """Some runs, one a row: where each begins, and what it does after `hold_s` of gathering."""

    x: Array
    y: Array
    radius: Array
    length: Array
    hold_s: Array
    run_s: Array
    fade_s: Array
    """How long a trail takes to mist over."""
    shape: Array
    """(runs, 6) numbers 0..1 that give each its own hesitations and bends."""

    def __post_init__(self) -> None:
        count = len(self.x)
        self.depth_at_share, self.share_at_depth, self.swing = (np.zeros((count, STEPS)) for _ in range(3))
        self.tables(np.arange(count))

    def tables(self, runs: Rows) -> None:
        """Work out, for these runs, when each passes each depth and how far it has then swung sideways."""
        if not len(runs):
            return
        shape = self.shape[runs].T[..., None]
        self.depth_at_share[runs] = progress(EVEN[None], shape)
        self.swing[runs] = sideways(EVEN[None] * self.length[runs, None], shape)
        for i in runs:
            self.share_at_depth[i] = np.interp(EVEN, self.depth_at_share[i], EVEN)

    def x_at(self, runs: Rows, depth: Array) -> Array:
        """x of these paths at depths (runs, n) under their starts."""
        return self.x[runs, None] + _look_up(self.swing[runs], depth / self.length[runs, None])

    def passed_s(self, runs: Rows, depth: Array) -> Array:
        """When these heads pass depths (runs, n), in seconds since they began to gather."""
        share = _look_up(self.share_at_depth[runs], depth / self.length[runs, None])
        return np.asarray(self.hold_s[runs, None] + self.run_s[runs, None] * share)

    def at(self, local_s: Array) -> Moment:
        """All runs at their own local times (0 = beginning to gather; below 0 = not there yet)."""
        share = held((local_s - self.hold_s) / self.run_s)
        around = _look_up(self.depth_at_share, share[:, None] + AROUND)
        moving = (share > 0.0) & (share < 1.0)
        speed = np.where(moving, (around[:, 2] - around[:, 0]) * self.length / (0.02 * self.run_s), 0.0)
        x = self.x + _look_up(self.swing, around[:, 1:2])[:, 0]
        return Moment(self, local_s, share, around[:, 1] * self.length, x, speed)


@dataclass
class Moment:
    """Where some runs are now."""

    paths: Paths
    local_s: Array
    share: Array
    """0 still gathering, 1 arrived."""
    depth: Array
    """How far under its start each head is."""
    x: Array
    """Where each head is, across."""
    speed: Array
    """Heights of the picture a second."""


def progress(share: Array, shape: Array) -> Array:
    """Share of the way done at a share of the time: 0 to 1, never back, with hesitations."""
    first = 2 * np.pi * (2 + np.floor(shape[0] * 4))
    second = 2 * np.pi * (7 + np.floor(shape[1] * 6))
    slow, quick = 0.35 + 0.30 * shape[2], 0.30
    phases = 2 * np.pi * shape[3], 2 * np.pi * shape[4]
    gone = share + slow * (np.sin(first * share + phases[0]) - np.sin(phases[0])) / first
    return np.asarray(gone + quick * (np.sin(second * share + phases[1]) - np.sin(phases[1])) / second)


def sideways(depth: Array, shape: Array) -> Array:
    """How far a path has swung from the plumb line at a depth; 0 at its start."""
    a, b, c = 2 * np.pi * shape[3], 2 * np.pi * shape[4], 2 * np.pi * shape[5]
    broad = 0.020 * (np.sin(depth * 8 + a) - np.sin(a))
    fine = 0.0085 * (np.sin(depth * 23 + b) - np.sin(b)) + 0.0030 * (np.sin(depth * 61 + c) - np.sin(c))
    return np.asarray(broad + fine)


def _look_up(table: Array, share: Array) -> Array:
    """Row i of a table (runs, STEPS) at shares (runs, n) of its length, between samples linearly."""
    place = held(share) * (STEPS - 1)
    low = np.minimum(place.astype(np.int64), STEPS - 2)
    row = np.arange(len(table))[:, None]
    before = table[row, low]
    return np.asarray(before + (table[row, low + 1] - before) * (place - low))


def held(share: Array) -> Array:
    """Between 0 and 1, as `np.clip`, but quick for small arrays."""
    return np.asarray(np.minimum(np.maximum(share, 0.0), 1.0))
