"""A pack being worked on: saved, it is shown as it is now; broken, its mistakes stand over what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.view import words
from game.view.place import Place
from worlds.problems import Unreadable
from worlds.reading import read_world

if TYPE_CHECKING:
    from game.view.player import Player

RELOAD_S = 0.8


class Reload:
    """Follows the pack the player was told to watch, if any."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def look(self) -> None:
        """Look whether it was saved, and show what that brought."""
        kit = self._player.kit
        watcher = kit.watcher
        if watcher is None or not watcher.changed():
            return
        if watcher.gone:
            self._say_gone(watcher.folder.name)
            return
        try:
            world = read_world(watcher.folder)
        except Unreadable as error:
            kit.talk.problems(error.problems)
            kit.journal.note("problems", count=len(error.problems))
        except OSError:
            self._say_gone(watcher.folder.name)
        else:
            kit.talk.mended()
            kit.talk.notice(words.reloaded(kit.talk.translate), 1.5)
            plan = self._player.plan
            self._show(Place(plan.seen(world), plan.seed))

    def _say_gone(self, name: str) -> None:
        kit = self._player.kit
        kit.talk.notice(words.gone(kit.talk.translate, name), None)
        kit.journal.note("gone")

    def _show(self, place: Place) -> None:
        """The same place as it was saved last: touches, time and seed stay."""
        if self._player.shown is not None:
            place.strokes = self._player.shown.strokes
        self._player.kit.theatre.mend(place, RELOAD_S)
        self._player.kit.journal.note("reload")
