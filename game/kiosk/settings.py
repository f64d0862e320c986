"""Settings that last as long as a visit."""

from __future__ import annotations

from pathlib import Path

from game.settings import Settings, SettingsFile


class PassingSettings(SettingsFile):
    """The settings of a kiosk: a visitor may change them, nothing is written, and all of it is put back."""

    def __init__(self, usual: Settings) -> None:
        self.path = Path()
        self.trouble = ""
        self.now = self._usual = usual

    def change(self, **choices: object) -> None:
        """Take new choices, until they are put back."""
        self.now = Settings.model_validate(self.now.model_dump() | choices)

    def close(self) -> None:
        """Nothing was to be written."""

    def put_back(self) -> None:
        """Everything as it was."""
        self.now = self._usual
