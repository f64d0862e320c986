"""The mixes a visitor keeps of one world, on disk: a TOML file in the settings folder."""

from __future__ import annotations

from pathlib import Path

import tomli

from game.aside import set_aside
from game.later import Later
from game.mixes.model import KeptMix, WorldMixes
from game.mixes.writing import kept_text
from game.reasons import reason
from game.text import translate as _
from game.whole_file import whole_file

WRITE_AFTER_S = 0.5


class KeptMixes:
    """The mixes of one world. Nothing here raises or waits for a disk, but for reading at the start and `close`.

    Another process may keep a preset meanwhile: what is written is what lies there, with our own changes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.trouble = ""
        """What went wrong last, in one sentence; empty while all is well. Changed from another thread."""
        self._known = self._load()
        self._ours: dict[str, KeptMix | None] = {}
        """Presets kept (or, as None, forgotten) here since."""
        self._writing = Later(self._save, WRITE_AFTER_S)

    @property
    def now(self) -> KeptMix:
        """The mix that sounds."""
        return self._known.now

    @property
    def presets(self) -> dict[str, KeptMix]:
        """The named ones, in the order they were kept."""
        return self._known.preset

    def change(self, mix: KeptMix) -> None:
        """Take another mix, and write it down a moment after the last."""
        if mix != self._known.now:
            self._known = WorldMixes(now=mix, preset=self._known.preset)
            self._writing.ask()

    def keep(self, name: str, mix: KeptMix) -> None:
        """Keep a mix under a name, in place of any that has it."""
        self._name(name, mix)

    def forget(self, name: str) -> None:
        """Keep it no longer."""
        self._name(name, None)

    def close(self) -> None:
        """Write down at once what has not been yet."""
        self._writing.finish()

    def _name(self, name: str, mix: KeptMix | None) -> None:
        self._ours = {**self._ours, name: mix}
        self._known = WorldMixes(now=self._known.now, preset=_changed(self._known.preset, {name: mix}))
        self._writing.ask()

    def _load(self) -> WorldMixes:
        try:
            return WorldMixes.model_validate(tomli.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return WorldMixes()
        except (ValueError, RecursionError):  # no TOML, no text, no such mix
            self._set_aside()
        except OSError as error:
            said = _("The mixes in {path} cannot be read ({why}); going on without them.")
            why = _("you may not read them") if isinstance(error, PermissionError) else reason(error)
            self.trouble = said.format(path=self._path, why=why)
        return WorldMixes()

    def _set_aside(self) -> None:
        try:
            aside = set_aside(self._path)
        except OSError:
            said = _("The mixes in {path} are damaged; going on without them.")
            self.trouble = said.format(path=self._path)
        else:
            said = _("The mixes of this world were damaged and now lie in {path}; going on without them.")
            self.trouble = said.format(path=aside)

    def _save(self) -> None:
        known, ours = self._known, self._ours
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            merged = WorldMixes(now=known.now, preset=_changed(self._on_disk(), ours))
            with whole_file(self._path) as partial:
                partial.write_text(kept_text(merged), encoding="utf-8", errors="replace")
            self.trouble = ""
        except OSError as error:
            said = _("The mixes cannot be kept in {path} ({why}); so they end with this visit.")
            self.trouble = said.format(path=self._path, why=reason(error))

    def _on_disk(self) -> dict[str, KeptMix]:
        """The presets that lie there now; of a file damaged since, those we know."""
        try:
            return WorldMixes.model_validate(tomli.loads(self._path.read_text(encoding="utf-8"))).preset
        except (OSError, ValueError, RecursionError):
            return self._known.preset


def _changed(presets: dict[str, KeptMix], ours: dict[str, KeptMix | None]) -> dict[str, KeptMix]:
    """Presets with some kept and some forgotten."""
    whole = presets | ours
    return {name: mix for name, mix in whole.items() if mix is not None}
