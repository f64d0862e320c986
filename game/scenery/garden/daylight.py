"""Direct light on a garden through the day: maps for steps of the sun's way, two of them mixed in every frame."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from game.scenery.bakes import Kept
from game.scenery.garden.baking import Bake, Box
from game.scenery.garden.light_walk import LightWalk, Pair
from game.scenery.garden.maps import Direction, Maps
from game.scenery.light import LightNow, light_at
from game.scenery.stage import Stage

STEPS_PER_HOUR = 20
"""Maps a day: one each three minutes, in which the sun moves by less than its shadow is soft."""
STEPS = 24 * STEPS_PER_HOUR
AHEAD_PX = (64, 64)
"""Tiles so small that one a frame goes unnoticed."""
HURRY_TILES = 4
"""Tiles a frame while the light is behind the hour."""
JOIN_PX = (256, 128)
JOIN_TILES = 3
"""Larger ones, and so many of them a frame, where there is no shadow to look for."""
LOWEST_RAD, CLIMB_RAD = math.radians(8), math.radians(38)
BEARING_RATIO = 0.80
"""How far round the sun swings for its way over the screen; its path may lie wider than that."""
ASIDE_RATIO = 0.45
"""How far aside the sun stands at noon: right behind the eye it would hide every shadow behind its stone."""

WALLED_RATIO = 0.20
"""How far aside the light stands at most where a wall closes that side."""


def to_light(light: LightNow, top: float, walled: float = 0.0) -> Direction:
    """The unit direction from the garden to sun or moon: from the sides of the veranda, behind the eye.

    `top` is the height it can climb to, in the measure of `LightNow.source_height`. It is never ahead, so that the
    wall, the only upright plane in sight, is lit by day. Nor does it come far round on a side that is `walled`
    (-1 left, 1 right, 0 neither): a low sun would leave the whole court in shade.
    """
    across = min(max((2.0 * light.source_x - 1.0) * BEARING_RATIO, -1.0), 1.0)
    across += ASIDE_RATIO * (1.0 - across * across)
    if across * walled > 0.0:
        across = math.copysign(WALLED_RATIO * (1.0 - math.exp(-abs(across) / WALLED_RATIO)), across)
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
        self._shown: Pair | None = None
        """The steps whose light the first and second channel of the joined map hold."""
        self._joining: Iterator[None] | None = None
        self._ahead: tuple[int, Iterator[None]] | None = None
        self._walk: LightWalk | None = None
        self._between = 0.0

    def direction(self, step: int) -> Direction:
        """Where the light comes from at a step of the day."""
        light = self._stage.course
        return to_light(
            light_at(light, step % STEPS / STEPS_PER_HOUR, self._stage.seed),
            max(light.sun_top_ratio, light.moon_top_ratio),
            self._maps.walled,
        )

    def at(self, hour: float) -> float:
        """Have the maps for an hour ready; returns how far it is from the first channel (0) to the second (1)."""
        place = hour % 24 * STEPS_PER_HOUR
        now = int(place) % STEPS
        pair = now, (now + 1) % STEPS
        for step in pair:
            if step not in self._slots:
                self._finish(step, keep=pair)
        if self._shown != _in_channels(pair, None):
            self._shown, self._joining = _in_channels(pair, None), None
            self.redo(self._maps.whole_box())
        self._look_ahead((now + 2) % STEPS, keep=pair)
        self._between = place - int(place)
        return self._mix(pair, self._between)

    def follow(self, hour: float, dt_s: float) -> float:
        """As `at`, but a few tiles a frame at most: after a leap of the hour the light follows when it can."""
        if self._shown is None:
            return self.at(hour)
        place = hour % 24 * STEPS_PER_HOUR
        if self._walk is None or set(self._walk.pair) != set(self._shown):
            self._walk = LightWalk(STEPS, in_order(self._shown), self._between)
        walk = self._walk
        if self._joining is not None:
            self._join_on()
            return self._mix(walk.pair, walk.mix)
        walk.step(place, self._slots, dt_s)
        if set(walk.pair) != set(self._shown):
            self._shown = _in_channels(walk.pair, self._shown)
            self._joining = self._join().in_tiles(self._stage, JOIN_PX)
        self._make_ready(place, walk)
        return self._mix(walk.pair, walk.mix)

    def prepare(self, hour: float, kept: Callable[[str], Kept]) -> Iterator[None]:
        """The maps for an hour, a tile a step; in a window the nearest one, which stands for both at first.

        Only these are kept: those of a whole day would push out all else.
        """
        place = hour % 24 * STEPS_PER_HOUR
        now = int(place) % STEPS
        pair = now, (now + 1) % STEPS
        if self._stage.in_slices:
            pair = (round(place) % STEPS,) * 2
            self._shown = pair
        for step in pair:
            if step not in self._slots:
                slot = self._free_slot(pair)
                yield from self._maps.sun(slot, self.direction(step), kept(f"light {step}"))
                self._slots[step] = slot
        if self._shown:
            yield from self._join().in_tiles(self._stage, JOIN_PX)

    def redo(self, box: Box) -> None:
        """The ground inside a box has changed: the same light falls on it anew."""
        if self._shown:
            self._join().run(self._stage, box)

    def _join(self) -> Bake:
        assert self._shown is not None
        first, second = ((self._slots[step], self.direction(step)) for step in self._shown)
        return self._maps.join_bake(first, second)

    def _join_on(self) -> None:
        """The channel of the step come from, which shows nowhere now, is filled anew piece by piece."""
        assert self._joining is not None
        for _ in range(JOIN_TILES):
            if next(self._joining, self) is self:
                self._joining = None
                return

    def _mix(self, pair: Pair, between: float) -> float:
        assert self._shown is not None
        return between if pair[0] == self._shown[0] else 1.0 - between

    def _make_ready(self, place: float, walk: LightWalk) -> None:
        wanted = walk.wanted(place, self._ahead[0] if self._ahead else None, self._slots)
        behind = walk.pair[0] != int(place) % STEPS
        for _ in range(HURRY_TILES if behind else 1):
            if wanted is not None:
                self._look_ahead(wanted, keep=walk.pair)

    def _finish(self, step: int, keep: Pair) -> None:
        begun, self._ahead = self._ahead, None
        work = begun[1] if begun and begun[0] == step else self._bake(step, keep)
        for _ in work:
            pass

    def _look_ahead(self, step: int, keep: Pair) -> None:
        if step in self._slots:
            return
        if not self._ahead or self._ahead[0] != step:
            self._ahead = step, self._bake(step, keep)
        if next(self._ahead[1], self) is self:
            self._ahead = None

    def _bake(self, step: int, keep: Pair) -> Iterator[None]:
        slot = self._free_slot(keep)
        yield from self._maps.sun_bake(slot, self.direction(step)).in_tiles(self._stage, AHEAD_PX)
        self._slots[step] = slot

    def _free_slot(self, keep: Pair) -> int:
        """The slot of a step that is no longer wanted."""
        for old in [old for old in self._slots if old not in keep]:
            del self._slots[old]
        return next(slot for slot in range(3) if slot not in self._slots.values())


def _in_channels(pair: Pair, before: Pair | None) -> Pair:
    """Which of two steps goes into which channel: what stays in sight stays where it is; else even steps first."""
    kept = [step for step in pair if before and step in before]
    if before and kept:
        other = pair[1] if kept[0] == pair[0] else pair[0]
        return (kept[0], other) if before[0] == kept[0] else (other, kept[0])
    return pair if pair[0] % 2 == 0 else (pair[1], pair[0])


def in_order(shown: Pair) -> Pair:
    """Two neighbouring steps as the day goes through them."""
    return shown if (shown[0] + 1) % STEPS == shown[1] else (shown[1], shown[0])
