"""What all layers of a world stand on: the horizon, the way of the sun, and the lines they leave each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.scenery.horizon import horizon_at
from game.scenery.light import SunPath, sun_path
from worlds.format.light import Light
from worlds.format.world import World

Line = NDArray[np.float64]
"""Heights over the horizon in screen heights, from left to right (margins of `lean.MARGIN` included)."""
LINE = "line/"
Spot = tuple[float, float, float, float]
"""A place on the screen: the middle of its foot (x, y, 0..1), its width and height in screen heights."""
PLACE = "place/"


@dataclass
class Ground:
    """One world's. What a layer was made from can be compared with what it would be made from now."""

    horizon_ratio: float
    course: Light
    """How sun and moon go: the world's `[light]` without its colours, which every frame brings."""
    sun_path: SunPath
    """Where this seed's sun rises and sets."""
    order: Sequence[str]
    """Names of all layers, back to front."""
    lines: dict[str, dict[str, Line]] = field(default_factory=dict)
    """What layers left, by the line's name and theirs."""
    places: dict[str, dict[str, Spot]] = field(default_factory=dict)
    """The same for places on the screen, such as "hearth"."""

    def leave_place(self, place: str, owner: str, spot: Spot) -> None:
        """Leave a place for the layers in front."""
        self.places.setdefault(place, {})[owner] = spot

    def place(self, place: str, reader: str) -> Spot | None:
        """The last one that layers behind the reader left; None if none did."""
        behind = self.order[: self.order.index(reader)]
        left = [owner for owner in behind if owner in self.places.get(place, {})]
        return self.places[place][left[-1]] if left else None

    def leave(self, line: str, owner: str, heights: Line) -> None:
        """Leave a line for the layers in front."""
        self.lines.setdefault(line, {})[owner] = heights

    def line(self, line: str, reader: str) -> Line | None:
        """The lowest of what layers behind the reader left, never above the horizon; None if none did."""
        behind = self.order[: self.order.index(reader)]
        left = [heights for owner, heights in self.lines.get(line, {}).items() if owner in behind]
        return np.minimum.reduce([np.zeros_like(left[0]), *left]) if left else None

    def before(self, line: str, reader: str) -> list[Line]:
        """What layers in front of the reader left, one by one. They may be made later than it is."""
        front = self.order[self.order.index(reader) + 1 :]
        return [heights for owner, heights in self.lines.get(line, {}).items() if owner in front]

    def keeps(self, owner: str, before: Ground) -> None:
        """A layer that stays as it was leaves the lines it left before."""
        for line, owners in before.lines.items():
            if owner in owners:
                self.leave(line, owner, owners[owner])
        for place, spots in before.places.items():
            if owner in spots:
                self.leave_place(place, owner, spots[owner])

    def serves(self, reader: str, facts: set[str], before: Ground) -> bool:
        """Whether a layer made on another ground from these facts would be made the same on this one."""
        return all(_equal(self.fact(name, reader), before.fact(name, reader)) for name in facts)

    def facts(self, reader: str) -> Iterator[str | bytes]:
        """All of it that a layer may read, for telling one ground from another."""
        yield f"{self.horizon_ratio!r} {self.course.model_dump_json()} {self.sun_path!r}"
        for line in sorted(self.lines):
            heights = self.line(line, reader)
            yield line
            yield b"" if heights is None else heights.tobytes()
        for place in sorted(self.places):
            yield f"{place} {self.place(place, reader)!r}"

    def fact(self, name: str, reader: str) -> object:
        """A field by its name, or a line as a layer sees it."""
        if name.startswith(PLACE):
            return self.place(name.removeprefix(PLACE), reader)
        return self.line(name.removeprefix(LINE), reader) if name.startswith(LINE) else getattr(self, name)


def ground_of(world: World, seed: int, order: Sequence[str]) -> Ground:
    """The ground of a world at a seed, with no lines yet."""
    course = world.light.model_copy(update={"key": []})
    return Ground(horizon_at(world.camera, seed), course, sun_path(world.light, seed), order)


def _equal(a: object, b: object) -> bool:
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        return np.array_equal(np.asarray(a), np.asarray(b))
    return a == b
