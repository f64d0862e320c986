"""The whole of a pack's `world.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.format.base import Model, Ratio
from worlds.format.layer import LayerModel
from worlds.format.layers import AnyLayer
from worlds.format.layers.sky import Sky
from worlds.format.light import Light
from worlds.format.score import Score
from worlds.format.space import Space
from worlds.format.touch import Touch
from worlds.format.voice import VoiceModel
from worlds.format.voices import AnyVoice
from worlds.format.voices.wind import Wind
from worlds.said import untranslated

FORMAT = 1
"""The pack format this program reads."""

PACK_ID = r"^[a-z][a-z0-9_]{0,39}$"
ID_FORM = untranslated('a short name of small letters, digits and _, like "dusk_lake"')
PackId = Annotated[str, Field(pattern=PACK_ID, examples=["my_world"], json_schema_extra={"x-form": ID_FORM})]
"""What a pack is called by its folder, settings, postcards and the command line."""

Version = Annotated[
    str,
    Field(
        pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$",
        examples=["1.0.0"],
        json_schema_extra={"x-form": untranslated('three numbers in quotes, like "1.0.0"')},
    ),
]
"""Which issue of a pack this is."""


class About(Model):
    """The `[world]` table: what the world is called and who made it."""

    id: PackId = "unnamed"
    """Short name, the same as the folder's; never changes. Without it, the folder's name is taken."""
    name: Annotated[str, Field(min_length=1, max_length=60, examples=["My World"])]
    """What a visitor reads."""
    summary: Annotated[str, Field(max_length=200)] = ""
    """One sentence about the place."""
    author: Annotated[str, Field(max_length=100)] = ""
    """Who made it."""
    licence: Annotated[str, Field(max_length=60)] = ""
    """What others may do with it, as an SPDX name such as "CC-BY-4.0"."""
    version: Version = "1.0.0"
    """Changed by the maker whenever the world changes."""


class Camera(Model):
    """The `[camera]` table: how the visitor looks at the world."""

    horizon_ratio: Annotated[float, Field(ge=0.05, le=0.95)] = 0.36
    """Height of the horizon: 0 the bottom of the screen, 1 the top."""
    seed_shift_ratio: Annotated[float, Field(ge=0.0, le=0.2)] = 0.0
    """How far a seed may raise or lower the horizon; it stays between 0.05 and 0.95."""
    lean_ratio: Ratio = 1.0
    """How far near things shift when the visitor leans with the pointer."""


class World(Model):
    """One place: layers you see, voices you hear, touches you make."""

    format: Literal[1]
    """The pack format this file is written in."""
    extends: PackId | None = None
    """The id of a world, built-in or beside this one, from which every table not written here is taken, except
    `[world]`."""
    world: About
    camera: Camera = Field(default_factory=Camera)
    light: Light = Field(default_factory=Light)
    layer: Annotated[list[AnyLayer], Field(max_length=32)] = [Sky(kind="sky")]
    voice: Annotated[list[AnyVoice], Field(max_length=16)] = [Wind(kind="wind")]
    score: Score | None = None
    space: Space = Field(default_factory=Space)
    touch: list[Touch] = Field(default_factory=list, max_length=16)

    @property
    def layers(self) -> list[LayerModel]:
        """The layers, back to front."""
        return self.layer

    @property
    def voices(self) -> list[VoiceModel]:
        """The voices, in the order written."""
        return self.voice
