"""The `[light]` table: where light comes from, and the palette through the day."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.format.base import Colour, Hour, Model


class LightKey(Model):
    """The colours of the world at one hour; between keys they glide."""

    hour: Hour
    sky_top: Colour = "#20305c"
    """The sky overhead."""
    sky_middle: Colour = "#4a6aa8"
    """The sky half way down."""
    sky_low: Colour = "#9fb4d6"
    """The sky just above the horizon."""
    horizon: Colour = "#e6d9c8"
    """The glow on the horizon."""
    sun: Colour = "#fff2d8"
    """The light of the sun, or of the moon at night."""
    shade: Colour = "#3b4460"
    """What lies in shadow."""
    fog: Colour = "#a9b6cc"
    """Haze between the eye and far things."""
    strength: float = Field(default=1.0, ge=0.0, le=4.0)
    """How strong the direct light is beside the light of the sky."""


class Light(Model):
    """One light for the whole world, obeyed by every layer."""

    sunrise_hour: Hour = 6.0
    """When the sun stands on the horizon in the morning."""
    sunset_hour: Hour = 18.5
    """When it does so in the evening."""
    sunrise_x_ratio: Annotated[float, Field(ge=-1.0, le=2.0)] = 0.3
    """Where the sun rises: 0 the screen's left edge, 1 its right edge, beyond them out of sight."""
    sunset_x_ratio: Annotated[float, Field(ge=-1.0, le=2.0)] = 0.63
    """Where it sets. A full moon takes the same way through the night."""
    sun_top_ratio: Annotated[float, Field(ge=0.0, le=3.0)] = 1.1
    """How high the sun climbs at noon: 0 the horizon, 1 the top edge of the screen, more is out of sight."""
    sun_linger_ratio: Annotated[float, Field(ge=0.0, le=0.9)] = 0.0
    """How long it lingers low over the horizon at rise and set: 0 as in nature, more for a long golden hour."""
    moon_top_ratio: Annotated[float, Field(ge=0.0, le=3.0)] = 0.7
    """How high the moon climbs, in the same measure."""
    moon: Literal["real", "full"] = "real"
    """Which moon a visitor sees: tonight's, which may be thin or come late, or every night this world's own,
    for one that lives by it."""
    moon_lag_hours: Annotated[float, Field(ge=-12.0, le=12.0)] = 0.0
    """How much later than a full moon it rises: -6 a waxing half moon, 6 a waning one. A real moon's is today's."""
    seed_shift_ratio: Annotated[float, Field(ge=0.0, le=0.4)] = 0.0
    """How far a seed may move the sun's way to the left or right of what is written; its moon stays lower, too."""
    seed_mirror: bool = False
    """Let every other seed see the sun's way mirrored."""
    keys_sunrise_hour: Hour | None = None
    """The sunrise for which the hours of the keys are written; without it, that of this table. A visitor's real day
    is longer or shorter, and the colours then keep to the sun."""
    keys_sunset_hour: Hour | None = None
    """The sunset for which they are."""
    key: list[LightKey] = Field(default_factory=list, max_length=24)
    """Palettes by hour. Without any, a plain clear day."""
