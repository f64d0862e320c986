"""How the garden is seen: one fixed eye on the veranda, and the way between ground and screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

EYE_M = 2.4
"""Height of the eye: standing on a veranda of 0.62 m, sitting back a little."""
WALL_M = 12.0
"""Distance of the wall; things beyond it belong to other layers."""
WALL_TOP_M = 2.275
POST_RATIO = 0.058
"""Width of the strip of the screen that the veranda's post takes, in screen heights."""
DECK_RATIO = 0.085
"""How much of the screen's height the veranda's boards take."""
PEBBLES_M = 0.46
"""Width of the rain gutter between veranda and kerb."""


@dataclass(frozen=True)
class View:
    """A camera looking level along +z, its horizon shifted up the screen. Metres; screen 0..1."""

    aspect: float
    horizon: float

    @property
    def focal(self) -> float:
        """Focal length in screen heights: wider for upright screens, so that the garden still fits."""
        return 1.15 * min(1.0, max(0.80, self.aspect / 1.3))

    @property
    def kerb_m(self) -> float:
        """Where the pebbles end and the kerb of the sand begins."""
        return self.focal * EYE_M / (self.horizon - DECK_RATIO - 0.002) + PEBBLES_M

    def half_width(self, z: float) -> float:
        """Half the width of ground in sight at a distance, metres."""
        return 0.5 * self.aspect / self.focal * z

    def on_screen(self, x: float, y: float, z: float) -> tuple[float, float]:
        """Where a place in the garden stands on the screen."""
        return x / z * self.focal / self.aspect + 0.5, self.horizon - (EYE_M - y) / z * self.focal

    def on_ground(self, x: float, y: float) -> tuple[float, float]:
        """The place (x, z) on the ground behind a point of the screen, never farther than the wall's foot."""
        z = min(EYE_M * self.focal / max(self.horizon - y, 1e-3), WALL_M - 0.4)
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
        return {
            "u_aspect": self.aspect,
            "u_horizon_y": self.horizon,
            "u_focal": self.focal,
            "u_eye_m": EYE_M,
            "u_kerb_m": self.kerb_m,
        }
