"""What a player works with, made once by whoever opens the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.mixes.shelf import MixShelf
    from game.settings import SettingsFile
    from game.signals.hour import HourHand
    from game.view.backdrop import Backdrop
    from game.view.clock import Clock
    from game.view.hearing import Hearing
    from game.view.journal import Journal
    from game.view.talk import Talk
    from game.view.theatre import Theatre
    from game.view.watcher import Watcher


@dataclass(frozen=True)
class Shell:
    """What the player may ask of the window around it."""

    leave: Callable[[], None]
    toggle_full_screen: Callable[[], None]
    show_pointer: Callable[[bool], None]
    pace: Callable[[float | None], None]
    """So many frames a second from now on; None for the usual."""


@dataclass(frozen=True)
class Equipment:
    """Everything around a player."""

    theatre: Theatre
    backdrop: Backdrop
    talk: Talk
    hearing: Hearing
    settings: SettingsFile
    clock: Clock
    hour_hand: HourHand
    now_s: Callable[[], float]
    """Steady real time."""
    shell: Shell
    journal: Journal
    watcher: Watcher | None = None
    mixes: MixShelf | None = None
    """What the visitor keeps of each world's mix; a kiosk has none, and then no panel of voices."""

    @property
    def trouble(self) -> str:
        """What is wrong with what the visitor keeps or hears, in one sentence; empty while all is well."""
        kept = self.settings.trouble or (self.mixes.trouble if self.mixes is not None else "")
        return kept or self.talk.translate.told(self.hearing.fault)
