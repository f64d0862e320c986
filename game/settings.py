"""What the visitor chose and wants to find again: one TOML file, kept safe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field

from audio.listening import Listening
from game.aside import set_aside
from game.later import Later
from game.reasons import reason
from game.text import translate as _
from game.text import translator
from game.whole_file import whole_file

FILE_NAME = "settings.toml"
QUIETEST_DB = -60.0
WRITE_AFTER_S = 0.5
"""From the last choice to the disk: a row of volume steps is one write, and a second later nothing can be lost."""


class Settings(BaseModel):
    """The visitor's choices. Plain values under unknown keys are kept: a newer Stillroom finds its own again."""

    model_config = ConfigDict(
        extra="allow", frozen=True, strict=True, allow_inf_nan=False, use_attribute_docstrings=True
    )

    volume_db: Annotated[float, Field(ge=QUIETEST_DB, le=0.0)] = -6.0
    """Master volume; 0 is each world's own level."""
    muted: bool = False
    listening: Listening = "headphones"
    """Headphones tell sides by level, time and tone; speakers by level alone; mono gives both ears the same."""
    night: bool = False
    """The night level: 10 dB below, gentler swells, softer highs."""
    still: bool = False
    """Reduced motion: nothing moves but the light."""
    seed: Annotated[int, Field(ge=0, lt=2**63)] | Literal["daily", "fresh"] = "daily"
    """The shape of the worlds: another every day, another every time, or always the one of a number."""
    latitude_deg: Annotated[float, Field(ge=-90.0, le=90.0)] | None = None
    """How far north the visitor lives, typed in by hand; with it the sun and the leaves are those of today."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z_@.-]{0,32}$")] = ""
    """A language such as "de" or "pt_BR"; empty for the system's."""


class SettingsFile:
    """Settings on disk. Nothing here raises or waits for a disk, but for `close`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = ""
        """What went wrong last, in one sentence; empty while all is well. Changed from another thread."""
        self.now = self._load()
        self._writing = Later(self._save, WRITE_AFTER_S)

    def change(self, **choices: object) -> None:
        """Take new choices, and write them down a moment after the last of them."""
        changed = Settings.model_validate(self.now.model_dump() | choices)
        if changed != self.now:
            self.now = changed
            self._writing.ask()

    def close(self) -> None:
        """Write down at once what has not been yet."""
        self._writing.finish()

    def _load(self) -> Settings:
        try:
            return Settings.model_validate(tomli.loads(self.path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return Settings()
        except (ValueError, RecursionError):
            self._set_aside()  # no TOML, no text, no such choice, a number or a nesting beyond Python
        except OSError as error:
            said = _("The settings in {path} cannot be read ({why}); going on without them.")
            why = _("you may not read them") if isinstance(error, PermissionError) else reason(error)
            self.trouble = said.format(path=self.path, why=why)
        return Settings()

    def _set_aside(self) -> None:
        try:
            aside = set_aside(self.path)
        except OSError:
            said = _("The settings in {path} are damaged; going on with the usual ones.")
            self.trouble = said.format(path=self.path)
        else:
            said = _("The settings were damaged and now lie in {path}; going on with the usual ones.")
            self.trouble = said.format(path=aside)

    def _save(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(self.path) as partial:
                partial.write_text(_toml(self.now), encoding="utf-8", errors="replace")
            self.trouble = ""
        except OSError as error:
            _ = translator(self.now.language)
            said = _("The settings cannot be kept in {path} ({why}); so they end with this visit.")
            self.trouble = said.format(path=self.path, why=reason(error, _))


def _toml(settings: Settings) -> str:
    """Numbers, strings and truth values are written alike in JSON and TOML, but for escapes beyond 16 bits."""
    lines = ["# Stillroom's settings. Written by the program; may be edited while it is not running.\n"]
    for name, value in settings.model_dump().items():
        if isinstance(value, str | int | float):
            key = name if name.replace("-", "_").isidentifier() and name.isascii() else json.dumps(name)
            lines.append(f"{key} = {json.dumps(value, ensure_ascii=False)}\n")
    return "".join(lines)
