"""Shader texts as the driver gets them."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

VERSION = "#version 330\n"
INCLUDE = re.compile(r'^#include "(\w+\.glsl)"$', re.MULTILINE)


@lru_cache(maxsize=256)
def source(package: str, name: str) -> str:
    """A shader's text; a line `#include "air.glsl"` stands for that file of `game/scenery`."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return INCLUDE.sub(lambda match: source("game.scenery", match[1]), text)


def prelude() -> str:
    """What stands before every shader."""
    return source("game.scenery", "prelude.glsl")
