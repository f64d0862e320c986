"""The colour of a rainy sky: what one weather has that another has not."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenery.light import LightNow
from game.scenery.vista.lamps import Rgb

DIM = 0.8
"""How much further dusk and night go from the plain colours than noon does."""


@dataclass(frozen=True)
class Weather:
    """Factors for the light of an hour, so that every weather has its own dawn, noon, dusk and night."""

    high: Rgb
    """For the sky overhead."""
    low: Rgb
    """For the sky near the horizon."""
    gap: Rgb
    """The light that falls through where the cloud is thin."""

    def sky(self, light: LightNow) -> dict[str, Rgb]:
        """Fog and the colours of the sky, by their names in the shader; dim light takes more of the weather."""
        power = 1.0 + DIM * (1.0 - light.daylight)
        high, low = (raised(factor, power) for factor in (self.high, self.low))
        return {
            "u_top": times(light.sky_top, high),
            "u_middle": times(light.sky_middle, raised(times(high, low), 0.5)),
            "u_low": times(light.sky_low, low),
            "u_horizon": times(light.horizon, low),
            "u_fog": times(light.fog, low),
        }


WEATHERS: dict[str, Weather] = {
    "jade": Weather((0.78, 0.98, 1.00), (0.95, 1.06, 0.92), (1.06, 1.09, 0.80)),
    "gold": Weather((0.88, 0.95, 1.04), (1.20, 1.00, 0.74), (1.34, 1.02, 0.60)),
    "slate": Weather((0.80, 0.93, 1.10), (0.88, 0.98, 1.10), (0.82, 0.98, 1.15)),
    "rose": Weather((1.00, 0.86, 1.13), (1.16, 0.86, 0.99), (1.24, 0.88, 0.90)),
}


def weather_for(wish: str, seed: int) -> Weather:
    """The weather a pack wishes for, or the seed's: each seed has another than the one before."""
    return WEATHERS[tuple(WEATHERS)[seed % len(WEATHERS)] if wish == "any" else wish]


def times(a: Rgb, b: Rgb) -> Rgb:
    """Two colours multiplied."""
    return a[0] * b[0], a[1] * b[1], a[2] * b[2]


def raised(a: Rgb, power: float) -> Rgb:
    """A colour's parts to a power."""
    return a[0] ** power, a[1] ** power, a[2] ** power
