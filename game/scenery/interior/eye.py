"""How a room is seen."""

from __future__ import annotations

import math
from dataclasses import dataclass

UPRIGHT = 1.3
"""From this shape of screen on to narrower ones more of the room's height is shown."""


@dataclass(frozen=True)
class Eye:
    """A camera that looks level, shifted up or down as an architect's, so that upright edges stay upright."""

    aspect: float
    turn_rad: float = 0.0
    """How far round the middle of the back wall it stands: positive to the left of it."""
    wide: float = 1.0
    """How much is seen of the room, against what usually is."""
    away_m: float = 5.0
    high_m: float = 1.35

    @property
    def half_height_m(self) -> float:
        """Half of what is seen of the back wall's height, metres."""
        return 1.45 * self.wide * math.pow(UPRIGHT / min(self.aspect, UPRIGHT), 0.52)

    @property
    def half_width_m(self) -> float:
        """The same of its width."""
        return self.half_height_m * self.aspect

    @property
    def shift_m(self) -> float:
        """How far the middle of the picture lies over the eye's height, on the back wall."""
        return -0.66 + 0.62 * (self.half_height_m - 1.45)

    @property
    def place(self) -> tuple[float, float, float]:
        """Where it stands."""
        return -self.away_m * math.sin(self.turn_rad), self.high_m, self.away_m * math.cos(self.turn_rad)

    def on_screen(self, x: float, y: float, z: float) -> tuple[float, float]:
        """A place on the screen, 0..1 each way."""
        ex, ey, ez = self.place
        c, s = math.cos(self.turn_rad), math.sin(self.turn_rad)
        aside, away = (x - ex) * c + (z - ez) * s, (x - ex) * s - (z - ez) * c
        near = self.away_m / max(away, 0.1)
        return 0.5 + 0.5 * aside * near / self.half_width_m, 0.5 + 0.5 * (
            (y - ey) * near - self.shift_m
        ) / self.half_height_m

    def scale(self, x: float, z: float) -> float:
        """Screen heights a metre takes there."""
        return self.on_screen(x, 1.0, z)[1] - self.on_screen(x, 0.0, z)[1]

    def uniforms(self) -> dict[str, object]:
        """For `room_eye.glsl`."""
        return {
            "u_eye": self.place,
            "u_turn": (math.cos(self.turn_rad), math.sin(self.turn_rad)),
            "u_view": (self.away_m, self.half_width_m, self.half_height_m, self.shift_m),
        }
