"""Bodies of fish: bent along the way each has just come, with the wave of its swimming on it."""

from __future__ import annotations

import numpy as np

from game.scenery.noise import Array

BACK_S = 24.0
"""How far back a way is looked at: the slowest fish is as long as its way of so many seconds."""
TIMES = 42
NOSE, TAIL = -0.06, 1.34
"""Where a body begins and ends, in lengths from its head, fins and all."""
POINTS = 26
ALONG = np.linspace(NOSE, TAIL, POINTS)
SMOOTHINGS = 6
MOST_TURN = 0.20
"""How far a body bends at most from one point of it to the next, in radians."""


def times(t_s: float) -> Array:
    """The moments at which ways are wanted, newest first."""
    return t_s - np.linspace(0.0, BACK_S, TIMES)


def spines(ways: Array, lengths: Array, swim: Array, t_s: float) -> Array:
    """Middle lines of fish from nose to tail: (fish, POINTS, 4) of x, y and the direction to the left.

    `ways` are (fish, times, 2), newest first; `swim` are three numbers 0..1 a fish: how fast it beats, and when.
    """
    line = _supple(_laid(ways, lengths), lengths)
    left = _left(line)
    line = line + left * _wave(ways, lengths, swim, t_s)[..., None]
    return np.concatenate([line, _left(line)], axis=-1).astype(np.float32)


def _supple(line: Array, lengths: Array) -> Array:
    """A line bent no more than a spine bends, and as long as the fish, from the same nose."""
    for _ in range(SMOOTHINGS):
        line[:, 1:-1] = 0.25 * line[:, :-2] + 0.5 * line[:, 1:-1] + 0.25 * line[:, 2:]
    way = np.diff(line, axis=1)
    heading = np.unwrap(np.arctan2(way[..., 1], way[..., 0]), axis=1)
    turns = MOST_TURN * np.tanh(np.diff(heading, axis=1) / MOST_TURN)
    heading = heading[:, :1] + np.concatenate([np.zeros((len(line), 1)), np.cumsum(turns, axis=1)], axis=1)
    steps = (
        np.stack([np.cos(heading), np.sin(heading)], axis=-1)
        * (lengths * (TAIL - NOSE) / (POINTS - 1))[:, None, None]
    )
    return np.concatenate([line[:, :1], line[:, :1] + np.cumsum(steps, axis=1)], axis=1)


def _laid(ways: Array, lengths: Array) -> Array:
    """Points along each way at equal steps of the body; straight on where a way is too short."""
    moved = np.linalg.norm(np.diff(ways, axis=1), axis=-1)
    arc = np.concatenate([np.zeros((len(ways), 1)), np.cumsum(moved, axis=1)], axis=1) / lengths[:, None]
    line = np.empty((len(ways), POINTS, 2))
    for fish, (way, run) in enumerate(zip(ways, arc, strict=True)):
        line[fish, :, 0] = np.interp(ALONG, run, way[:, 0])
        line[fish, :, 1] = np.interp(ALONG, run, way[:, 1])
    ahead, behind = _unit(ways[:, 0] - ways[:, 1]), _unit(ways[:, -1] - ways[:, -3])
    line += (np.maximum(-ALONG, 0)[None] * lengths[:, None])[..., None] * ahead[:, None]
    beyond = np.maximum(ALONG[None] - arc[:, -1:], 0) * lengths[:, None]
    return np.asarray(line + beyond[..., None] * behind[:, None])


def _wave(ways: Array, lengths: Array, swim: Array, t_s: float) -> Array:
    """How far the body is thrown aside: hardly at the head, most at the tail; stronger where it goes faster."""
    speed = np.linalg.norm(ways[:, 0] - ways[:, 2], axis=-1) / (2 * BACK_S / (TIMES - 1))
    beat = 0.25 + 0.15 * swim[:, 0]
    phase = 2 * np.pi * (0.9 * ALONG[None] - (beat * t_s + swim[:, 1])[:, None])
    strength = 0.55 + 0.35 * np.sin(t_s * 0.17 + swim[:, 2] * 6.28) ** 2 + np.minimum(speed * 5, 0.7)
    thrown = 0.008 + 0.050 * np.clip(ALONG, 0, None) ** 2
    return np.asarray(lengths[:, None] * thrown * strength[:, None] * np.sin(phase))


def _left(line: Array) -> Array:
    """The direction to the left of a fish that looks along its line, at every point."""
    way = _unit(np.gradient(line, axis=1))
    return np.stack([way[..., 1], -way[..., 0]], axis=-1)


def _unit(ways: Array) -> Array:
    return np.asarray(ways / np.maximum(np.linalg.norm(ways, axis=-1, keepdims=True), 1e-9))
