"""Mixes as TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from game.mixes.model import KeptMix, MixFile, WorldMixes

KEPT = "# A visitor's mixes of this world. Written by Stillroom; may be edited while it is not running.\n"
CARRIED = """# A mix of a Stillroom world: how loud its voices are beside what its maker wrote, in dB.
# Take it in with: stillroom mix import FILE
"""


def kept_text(mixes: WorldMixes) -> str:
    """The file of a world in the settings folder."""
    tables = [("now", mixes.now), *((f"preset.{_key(name)}", mix) for name, mix in mixes.preset.items())]
    return KEPT + "".join(f"\n[{heading}]\n{_body(mix)}" for heading, mix in tables)


def carried_text(file: MixFile) -> str:
    """The file of one mix."""
    head = f"format = {file.format}\nworld = {_text(file.world)}\nname = {_text(file.name)}\n"
    return CARRIED + head + _body(file)


def _body(mix: KeptMix) -> str:
    muted = ", ".join(map(_text, mix.muted))
    return f"meander = {json.dumps(mix.meander)}\nmuted = [{muted}]\ntrim_db = {_trims(mix.trim_db)}\n"


def _trims(trim_db: Mapping[str, float]) -> str:
    inside = ", ".join(f"{_key(name)} = {json.dumps(db)}" for name, db in trim_db.items())
    return f"{{ {inside} }}" if inside else "{}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _text(text: str) -> str:
    """A string is written alike in JSON and TOML, but for what JSON escapes beyond 16 bits and for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
