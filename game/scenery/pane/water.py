"""All the water on a pane at one moment, as rows for the shaders."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.pane.drawing import Drawing
from game.scenery.pane.drops import SMALLEST, Resting, RestingRows, Wiped, edge_rows
from game.scenery.pane.flow import Flow
from game.scenery.pane.rain import Rain
from game.scenery.pane.traces import Swallowed
from game.scenery.pane.wipes import Finger, T, X, Y
from game.scenery.touches import TouchEvent

Rows = NDArray[np.float32]


class Water:
    """Resting drops, the rain's runs and what touches have done, for a pane `aspect` heights wide."""

    def __init__(
        self,
        aspect: float,
        seed: int,
        chance: np.random.Generator,
        finger_radius: float,
        clear_s: float,
        drawing: Drawing | None = None,
    ) -> None:
        self._drawing = drawing
        self._radius, self._clear_s = finger_radius, clear_s
        self._resting = Resting(aspect, chance)
        self._rows = RestingRows(self._resting.key)
        self._rain = Rain(aspect, seed)
        self._falling = Flow(self._rain.paths, self._resting.place)
        self._finger = Finger(aspect, finger_radius, clear_s)
        self._wiped = Wiped(self._resting.place, finger_radius)
        self._see_wipes()
        self.drops: Rows = np.zeros((0, 6), np.float32)
        self.trails: Rows = np.zeros((0, 7), np.float32)
        self.strokes: Rows = np.zeros((0, 6), np.float32)

    def move(
        self, rain_s: float, touch_s: float, density: float, touches: Sequence[TouchEvent], falling: bool = True
    ) -> None:
        """Work out everything at a time. Stilled, `rain_s` stands and nothing is `falling` from wipes."""
        self._note(touches)
        wipes, raining = self._wipes, self._rain.at(rain_s)
        if len(self._rain.begun):
            self._falling.begin(self._rain.begun)
            self._edges.begin(self._rain.begun)
        here = self._rain.presence(density, raining)
        place = self._resting.at(rain_s)
        place[:, 2] *= self._falling.left(raining, here) * self._wiped.left(touch_s)
        flows = [(self._falling, raining, here)]
        if len(wipes.runs.x) and falling:
            flows.append((self._dripping, wipes.running(touch_s), np.ones(len(wipes.runs.x))))
            place[:, 2] *= self._dripping.left(*flows[1][1:])
        parts = [self._rows.rows(place)]
        for flow, now, presence in flows:
            parts += flow.drops(now, presence)
        if len(wipes.beads):
            parts.append(edge_rows(wipes, touch_s, self._clear_s, self._edges.left(raining, here)))
        rows = np.concatenate(parts)
        self.drops = rows[rows[:, 2] > SMALLEST]
        trails = [flow.trails(now, presence) for flow, now, presence in flows]
        self.trails = np.concatenate(trails) if len(trails) > 1 else trails[0]
        self._stroke(touch_s)

    def _note(self, touches: Sequence[TouchEvent]) -> None:
        """Read the touches that are new."""
        fresh, kept = self._finger.follow(touches), self._finger.kept
        if not len(fresh) and len(self._wipes.x1) == len(kept):
            return
        if len(fresh) == len(kept):  # another list
            self._wiped = Wiped(self._resting.place, self._radius)
        self._wiped.add(fresh[:, X], fresh[:, Y], fresh[:, T])
        self._see_wipes()

    def _see_wipes(self) -> None:
        """Work out what the strokes, as they are now, do to the water."""
        self._wipes = self._finger.wipes()
        self._dripping = Flow(self._wipes.runs, self._resting.place)
        self._edges = Swallowed(self._rain.paths, self._wipes.beads)

    def _stroke(self, t_s: float) -> None:
        wipes, drawn = self._wipes, self._drawing.strokes(t_s) if self._drawing else np.zeros((0, 6), np.float32)
        if not len(wipes.x0):
            self.strokes = drawn
            return
        first, last = wipes.strength(t_s, self._clear_s)
        rows = np.column_stack([wipes.x0, wipes.y0, wipes.x1, wipes.y1, first, last])
        seen = rows[(first > 0.004) | (last > 0.004)].astype(np.float32)
        self.strokes = np.concatenate([drawn, seen])
