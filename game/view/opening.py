"""Everything a window is opened with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.mixes.shelf import MixShelf
from game.settings import SettingsFile
from game.view.inputs import Guide, NoGuide
from game.view.journal import Journal
from game.view.plan import Plan
from game.view.sound import Ears, Silence


def _no_beat(_busy: bool) -> None:
    """Nobody waits for a sign of life."""


@dataclass(frozen=True)
class Opening:
    """What was asked for, and whoever the window works with."""

    plan: Plan
    sound: Ears
    settings: SettingsFile
    journal: Journal
    guide: Guide = field(default_factory=NoGuide)
    """Gets every input first and is ticked once a frame."""
    beat: Callable[[bool], None] = _no_beat
    """Called once a frame as a sign of life; told whether something is being made, whose steps may be slow."""
    mixes: MixShelf | None = None
    """The visitor's mixes; without them the voices stay as they are."""

    @property
    def may_be_unseen(self) -> bool:
        """Whether the world may be heard without being seen: somebody is at home, and there is sound."""
        return isinstance(self.guide, NoGuide) and not isinstance(self.sound, Silence)
