"""All the water on a pane at one moment, as rows for the shaders."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.pane.drops import (
    SMALLEST,
    Resting,
    Wiped,
    beads,
    edge_rows,
    heads,
    resting_rows,
    swallowed,
    trails,
)
from game.scenery.pane.rain import Rain
from game.scenery.pane.wipes import Finger, T, X, Y
from game.scenery.touches import TouchEvent

Rows = NDArray[np.float32]


class Water:
    """Resting drops, the rain's runs and what touches have done, for a pane `aspect` heights wide."""

    def __init__(
        self, aspect: float, seed: int, chance: np.random.Generator, finger_radius: float, clear_s: float
    ) -> None:
        self._radius, self._clear_s = finger_radius, clear_s
        self._resting = Resting(aspect, chance)
        self._rain = Rain(aspect, seed)
        self._finger = Finger(aspect, finger_radius, clear_s)
        self._wipes = self._finger.wipes()
        self._wiped = Wiped(self._resting.place, finger_radius)
        self.drops: Rows = np.zeros((0, 6), np.float32)
        self.trails: Rows = np.zeros((0, 7), np.float32)
        self.strokes: Rows = np.zeros((0, 6), np.float32)

    def move(
        self, rain_s: float, touch_s: float, density: float, touches: Sequence[TouchEvent], falling: bool = True
    ) -> None:
        """Work out everything at a time. Stilled, `rain_s` stands and nothing is `falling` from wipes."""
        self._note(touches)
        wipes = self._wipes
        raining = self._rain.at(rain_s)
        here = self._rain.presence(density, raining)
        place = self._resting.at(rain_s)
        place[:, 2] *= swallowed(place, raining, here) * self._wiped.left(touch_s)
        flows = [(raining, here)]
        if len(wipes.runs.x) and falling:
            flows.append((wipes.running(touch_s), np.ones(len(wipes.runs.x))))
            place[:, 2] *= swallowed(place, *flows[1])
        parts = [resting_rows(place, self._resting.key)]
        parts += [part(*flow) for flow in flows for part in (beads, heads)]
        if len(wipes.beads):
            parts.append(edge_rows(wipes, touch_s, self._clear_s, swallowed(wipes.beads, raining, here)))
        rows = np.concatenate(parts)
        self.drops = rows[rows[:, 2] > SMALLEST].astype(np.float32)
        self.trails = np.concatenate([trails(*flow) for flow in flows]).astype(np.float32)
        self._stroke(touch_s)

    def _note(self, touches: Sequence[TouchEvent]) -> None:
        """Read the touches that are new."""
        fresh = self._finger.follow(touches)
        if len(fresh) == len(self._finger.kept):
            self._wiped = Wiped(self._resting.place, self._radius)
        if len(fresh) or len(self._wipes.x1) != len(self._finger.kept):
            self._wiped.add(fresh[:, X], fresh[:, Y], fresh[:, T])
            self._wipes = self._finger.wipes()

    def _stroke(self, t_s: float) -> None:
        wipes = self._wipes
        first, last = wipes.strength(t_s, self._clear_s)
        rows = np.column_stack([wipes.x0, wipes.y0, wipes.x1, wipes.y1, first, last])
        self.strokes = rows[(first > 0.004) | (last > 0.004)].astype(np.float32)
