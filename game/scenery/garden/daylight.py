"""Direct light on a garden through the day: maps for steps of the sun's way, two of them mixed in every frame."""

from __future__ import annotations

import math
from collections.abc import Iterator

from game.scenery.garden.baking import TILE_PX, Box
from game.scenery.garden.light_walk import LightWalk
from game.scenery.garden.maps import Maps
from game.scenery.light import LightNow, light_at
from game.scenery.stage import Stage

STEPS_PER_HOUR = 20
"""Maps a day: one each three minutes, in which the sun moves by less than its shadow is soft."""
STEPS = 24 * STEPS_PER_HOUR
AHEAD_PX = (64, 64)
"""Tiles so small that one a frame goes unnoticed."""
HURRY_TILES = 4
"""Tiles a frame while the light is behind the hour."""
LOWEST_RAD, CLIMB_RAD = math.radians(8), math.radians(46)
BEARING_RATIO = 0.58
"""How far round the sun swings for its way over the screen; its path may lie wider than that."""
ASIDE_RATIO = 0.45
"""How far aside the sun stands at noon: right behind the eye it would hide every shadow behind its stone."""
Direction = tuple[float, float, float]


def to_light(light: LightNow, top: float) -> Direction:
    """The unit direction from the garden to sun or moon: from the sides of the veranda, behind the eye.

    `top` is the height it can climb to, in the measure of `LightNow.source_height`. It is never ahead, so that the
    wall, the only upright plane in sight, is lit by day.
    """
    across = min(max((2.0 * light.source_x - 1.0) * BEARING_RATIO, -1.0), 1.0)
    across += ASIDE_RATIO * (1.0 - across * across)
    height = LOWEST_RAD + CLIMB_RAD * min(max(light.source_height / max(top, 1e-3), 0.0), 1.0)
    behind = 0.30 + 0.55 * (1.0 - abs(across))
    x, y, z = across, math.tan(height) * math.hypot(across, behind), -behind
    length = math.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


class Daylight:
    """Keeps the maps of the two steps around now, and makes the next one ready in good time."""

    def __init__(self, stage: Stage, maps: Maps) -> None:
        self._stage = stage
        self._maps = maps
        self._slots: dict[int, int] = {}
        self._joined: tuple[int, int] | None = None
        self._ahead: tuple[int, Iterator[None]] | None = None
        self._walk: LightWalk | None = None
        self._between = 0.0

    def direction(self, step: int) -> Direction:
        """Where the light comes from at a step of the day."""
        light = self._stage.light
        return to_light(
            light_at(light, step % STEPS / STEPS_PER_HOUR, self._stage.seed),
            max(light.sun_top_ratio, light.moon_top_ratio),
        )

    def at(self, hour: float) -> float:
        """Have the maps for an hour ready; returns how far it is from one step (0) to the next (1)."""
        place = hour % 24 * STEPS_PER_HOUR
        now = int(place) % STEPS
        pair = now, (now + 1) % STEPS
        for step in pair:
            if step not in self._slots:
                self._finish(step, keep=pair)
        if self._joined != pair:
            self._join(pair, self._maps.whole_box())
        self._look_ahead((now + 2) % STEPS, keep=pair)
        self._between = place - int(place)
        return self._between

    def follow(self, hour: float, dt_s: float) -> float:
        """As `at`, but a few tiles a frame at most: after a leap of the hour the light follows when it can."""
        place = hour % 24 * STEPS_PER_HOUR
        if self._walk is None or self._walk.pair != self._joined:
            if self._joined is None:
                self.at(hour)
            assert self._joined is not None
            self._walk = LightWalk(STEPS, self._joined, self._between)
        walk = self._walk
        walk.step(place, self._slots, dt_s)
        if self._joined != walk.pair:
            self._join(walk.pair, self._maps.whole_box())
        wanted = walk.wanted(place, self._ahead[0] if self._ahead else None, self._slots)
        behind = walk.pair[0] != int(place) % STEPS
        for _ in range(HURRY_TILES if behind else 1):
            if wanted is not None:
                self._look_ahead(wanted, keep=walk.pair)
        return walk.mix

    def prepare(self, hour: float) -> Iterator[None]:
        """The maps for an hour, a tile a step."""
        now = int(hour % 24 * STEPS_PER_HOUR) % STEPS
        pair = now, (now + 1) % STEPS
        for step in pair:
            if step not in self._slots:
                yield from self._bake(step, keep=pair, tile_px=TILE_PX)

    def redo(self, box: Box) -> None:
        """The ground inside a box has changed: light it again."""
        self._ahead = None
        for step, slot in self._slots.items():
            self._maps.sun_bake(slot, self.direction(step)).run(self._stage, box)
        if self._joined:
            self._join(self._joined, box)

    def _join(self, pair: tuple[int, int], box: Box) -> None:
        self._maps.join_bake(*(self._slots[step] for step in pair)).run(self._stage, box)
        self._joined = pair

    def _finish(self, step: int, keep: tuple[int, int]) -> None:
        begun, self._ahead = self._ahead, None
        work = begun[1] if begun and begun[0] == step else self._bake(step, keep)
        for _ in work:
            pass

    def _look_ahead(self, step: int, keep: tuple[int, int]) -> None:
        if step in self._slots:
            return
        if not self._ahead or self._ahead[0] != step:
            self._ahead = step, self._bake(step, keep)
        if next(self._ahead[1], self) is self:
            self._ahead = None

    def _bake(self, step: int, keep: tuple[int, int], tile_px: tuple[int, int] = AHEAD_PX) -> Iterator[None]:
        """Into the slot of a step that is no longer wanted."""
        for old in [old for old in self._slots if old not in keep]:
            del self._slots[old]
        slot = next(slot for slot in range(3) if slot not in self._slots.values())
        yield from self._maps.sun_bake(slot, self.direction(step)).in_tiles(self._stage, tile_px)
        self._slots[step] = slot
