"""What each command does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.settings import QUIETEST_DB
from game.view import words
from game.view.keys import COMMANDS, VISITS, Command, world_number
from game.view.place import Place
from worlds.problems import Unreadable
from worlds.reading import read_world

if TYPE_CHECKING:
    from game.view.player import Player


EXPLAIN_S = 7.0


class Choices:
    """The visitor's commands, carried out on a player."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._kit = player.kit
        ids, first = [entry.id for entry in player.plan.worlds], player.plan.world.world.id
        self._number = ids.index(first) if first in ids else -1
        """The world chosen last, in the list; -1 for one beside it."""
        self._deeds: dict[Command, Callable[[], None]] = {
            Command.LEAVE: player.leave,
            Command.FULL_SCREEN: self._kit.shell.toggle_full_screen,
            Command.MUTE: self._mute,
            Command.STILL: self._still,
            Command.LOUDER: lambda: self._louder(1),
            Command.QUIETER: lambda: self._louder(-1),
            Command.HELP: self._help,
            Command.RING: self._ring,
            Command.FREE_BREATH: self._free_breath,
            Command.VOICES: player.mixer.open,
            Command.NEXT_WORLD: lambda: self._beside(1),
            Command.WORLD_BEFORE: lambda: self._beside(-1),
        }

    def tap(self, name: str) -> None:
        """Do what a tap of a key of this name asks for, if anything."""
        if (command := COMMANDS.get(name)) is not None:
            self.do(command)
        elif (minutes := VISITS.get(name)) is not None:
            self.visit(minutes)
        elif (number := world_number(name)) is not None:
            self.world(number)

    def do(self, command: Command) -> None:
        """Carry out one command."""
        self._kit.journal.note("command", name=command.name.lower())
        self._deeds[command]()

    def visit(self, minutes: float) -> None:
        """Begin a visit; the same key again ends it."""
        talk, course = self._kit.talk, self._player.course
        if course.visit is not None and course.visit.minutes == minutes:
            self._player.end_visit()
            talk.notice(words.visit_ends(talk.translate))
        else:
            self._player.begin_visit(minutes)
            talk.notice(words.visit_begins(talk.translate, minutes))

    def world(self, number: int) -> None:
        """Go to one of the worlds of the list."""
        if number >= len(self._player.plan.worlds):
            return
        self._number = number
        entry, talk = self._player.plan.worlds[number], self._kit.talk
        try:
            world = read_world(entry.folder)
        except (Unreadable, OSError):
            talk.notice(words.cannot_open(talk.translate, entry.id))
            return
        talk.notice(world.world.name, None)
        self._player.named = True
        plan = self._player.plan
        self._player.visit_place(Place(plan.seen(world), plan.seed))

    def _beside(self, steps: int) -> None:
        """Go to the next world of the list, or the one before; after the last comes the first."""
        if worlds := self._player.plan.worlds:
            start = self._number if self._number >= 0 or steps > 0 else 0
            self.world((start + steps) % len(worlds))

    def _mute(self) -> None:
        self._say(words.muted(self._kit.talk.translate, self._kit.hearing.mute()))

    def _louder(self, steps: int) -> None:
        volume_db = self._kit.hearing.louder(steps)
        self._say(words.volume(self._kit.talk.translate, volume_db, QUIETEST_DB))

    def _still(self) -> None:
        self._player.still(not self._player.stilled)
        self._kit.settings.change(still=self._player.stilled)
        self._say(words.still(self._kit.talk.translate, self._player.stilled))

    def _help(self) -> None:
        self._kit.talk.toggle_help(self._kit.hearing.lack)

    def _ring(self) -> None:
        ring = self._kit.talk.ring
        ring.show(not ring.shown)
        if ring.shown:
            self._player.breath.lead()
            self._kit.talk.notice(words.how_to_breathe(self._kit.talk.translate), EXPLAIN_S)

    def _free_breath(self) -> None:
        self._kit.talk.ring.show(False)
        self._player.breath.let_be()
        self._say(words.free_breath(self._kit.talk.translate))

    def _say(self, text: str) -> None:
        self._kit.talk.notice(text)
