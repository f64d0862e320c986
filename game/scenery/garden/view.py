"""How the garden is seen: one fixed eye, and the way between ground and screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from game.scenery.garden.court import STANDING, WALL_M, Court, Wall

POST_RATIO = 0.058
"""Width of the strip of the screen that the veranda's post takes, in screen heights."""
DECK_RATIO, DECK_SLANT_RATIO = 0.085, 0.09
"""How much of the screen's height the veranda's boards take where they reach highest: level, and slanting."""
DECK_M = 0.62
"""Height of the veranda."""
PEBBLES_M = 0.46
"""Width of the rain gutter between veranda and kerb."""
NOWHERE_M = -9.0
ABOVE_FOOT_M = 0.4
"""A rake never comes nearer to a wall."""


@dataclass(frozen=True)
class View:
    """A camera looking level along +z, its horizon shifted up the screen. Metres; screen 0..1."""

    aspect: float
    world_horizon: float
    """Where the world's other layers have their horizon, screen heights."""
    court: Court = STANDING

    @property
    def focal(self) -> float:
        """Focal length in screen heights: wider for upright screens, so that the garden still fits."""
        return self.court.lens * min(1.0, max(0.80, self.aspect / 1.3))

    @cached_property
    def walls(self) -> tuple[Wall, ...]:
        """The one across the view, and maybe one at its side."""
        return self.court.walls(self.aspect)

    @cached_property
    def horizon(self) -> float:
        """The eye's own height on the screen: where the lowest part of the wall's top hides the world's horizon."""
        rise = self.court.top_m - self.court.eye_m
        lowest = min(rise * self.focal / self.wall_z(x) for x in self._turns())
        return self.world_horizon - 0.012 + self.court.lift_ratio - lowest

    @cached_property
    def deck_m(self) -> float:
        """Where the boards of the veranda end, on the way to the wall ahead."""
        court = self.court
        if not court.veranda:
            return NOWHERE_M
        wall = self.walls[0]
        flattest = min(self._way(wall.x, wall.z, x) for x in (0.0, 1.0))
        reach = DECK_RATIO + DECK_SLANT_RATIO * min(abs(wall.x) / 0.24, 1.0)
        return (court.eye_m - DECK_M) * self.focal * flattest / (self.horizon - reach)

    @property
    def kerb_m(self) -> float:
        """Where the pebbles end and the kerb of the sand begins, measured alike."""
        if not self.court.veranda:
            return NOWHERE_M
        return self.deck_m * self.court.eye_m / (self.court.eye_m - DECK_M) + PEBBLES_M

    def _way(self, x: float, z: float, at: float) -> float:
        """How far one comes in a direction over the ground for each metre of depth at a place across the screen."""
        return x * (at - 0.5) * self.aspect / self.focal + z

    def wall_z(self, x: float) -> float:
        """How far ahead the wall's foot is at a place across the screen."""
        return self.z_at(x, WALL_M)

    def z_at(self, x: float, deep_m: float) -> float:
        """How far ahead a place across the screen is so deep in the court (`WALL_M` at the walls)."""
        return min(
            max(wall.away_m - WALL_M + deep_m, 0.5) / way
            for wall in self.walls
            if (way := self._way(wall.x, wall.z, x)) > 1e-3
        )

    def deep(self, x: float, z: float) -> float:
        """How deep a place on the ground lies in the court."""
        return max(wall.x * x + wall.z * z + WALL_M - wall.away_m for wall in self.walls)

    def _turns(self) -> list[float]:
        """Places across the screen between which the wall's top is a straight line: the sides, and its corner."""
        found = [0.0, 1.0]
        if len(self.walls) == 2:
            a, b = self.walls
            along = a.x / a.away_m - b.x / b.away_m
            at = 0.5 - (a.z / a.away_m - b.z / b.away_m) / along * self.focal / self.aspect
            found += [at] if 0.0 < at < 1.0 else []
        return found

    def wall_row(self, up_m: float, deep_m: float, low_x: float = 0.0, high_x: float = 1.0) -> tuple[float, float]:
        """Lowest and highest place on the screen, within a part of its width, of a line along the walls."""
        turns = [low_x, high_x, *(x for x in self._turns() if low_x < x < high_x)]
        rows = [self.horizon + (up_m - self.court.eye_m) * self.focal / self.z_at(x, deep_m) for x in turns]
        return min(rows), max(rows)

    def half_width(self, z: float) -> float:
        """Half the width of ground in sight at a distance, metres."""
        return 0.5 * self.aspect / self.focal * z

    def nearest_z(self, x: float) -> float:
        """How far ahead the sand begins at a place across the screen."""
        seen = self.court.eye_m * self.focal / self.horizon
        wall = self.walls[0]
        return max(seen, (self.kerb_m + 0.16) / max(self._way(wall.x, wall.z, x), 0.1))

    def on_screen(self, x: float, y: float, z: float) -> tuple[float, float]:
        """Where a place in the garden stands on the screen."""
        return x / z * self.focal / self.aspect + 0.5, self.horizon - (self.court.eye_m - y) / z * self.focal

    def on_ground(self, x: float, y: float) -> tuple[float, float]:
        """The place (x, z) on the ground behind a point of the screen, never farther than the wall's foot."""
        z = self.court.eye_m * self.focal / max(self.horizon - y, 1e-3)
        z = min(z, self.z_at(x, WALL_M - ABOVE_FOOT_M))
        return (x - 0.5) * self.aspect / self.focal * z, z

    def frame_of(self, ball: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Left, low, right and high edge on the screen of a box that holds a ball (centre, radius)."""
        x, y, z, radius = ball
        near, far = max(z - radius, 0.5), z + radius
        places = [
            self.on_screen(x + dx * radius, y + dy * radius, at)
            for dx in (-1, 1)
            for dy in (-1, 1)
            for at in (near, far)
        ]
        across, up = [place[0] for place in places], [place[1] for place in places]
        return min(across), min(up), max(across), max(up)

    def uniforms(self) -> dict[str, Any]:
        """What `garden_view.glsl` wants to know of it."""
        walls = self.walls
        return {
            "u_aspect": self.aspect,
            "u_horizon_y": self.horizon,
            "u_focal": self.focal,
            "u_eye_m": self.court.eye_m,
            "u_kerb_m": self.kerb_m,
            "u_walls_at": (*walls[0].row, *walls[-1].row),
            "u_bare": (*self.bare(0), *self.bare(-1)),
        }

    def bare(self, wall: int) -> tuple[float, float]:
        """One over the distance of a wall, as a line over the ray's way across: rise and height."""
        side = self.walls[wall]
        return side.x / side.away_m, side.z / side.away_m
