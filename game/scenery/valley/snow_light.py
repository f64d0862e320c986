"""The light on snow: by day far brighter where the sun strikes it than in the blue shade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenery.air import plain_light
from game.scenery.light import LightNow

BY_NIGHT, BY_DAY = 1.08, 1.75


def snow_light(light: LightNow) -> Mapping[str, Any]:
    """`u_ambient` and `u_direct` for `snow_light.glsl`."""
    plain = plain_light(light, 1.0, 0.34)
    strong = BY_NIGHT + (BY_DAY - BY_NIGHT) * light.daylight
    return {**plain, "u_direct": tuple(c * strong for c in plain["u_direct"])}
