"""What a player notices: worlds that have come, worlds that cannot be made, and trouble; each is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.crash import told
from game.view import words
from game.view.showing import Showing
from game.view.theatre import CHANGE_S

if TYPE_CHECKING:
    from game.view.player import Player

OPEN_S = 3.0
HINT_S, TROUBLE_S = 5.0, 10.0


class Arrivals:
    """Looks at the theatre, and at what is kept and heard, once a frame."""

    def __init__(self, player: Player) -> None:
        self._player, self._kit = player, player.kit
        self._front: Showing | None = None
        self._told = ""

    def look(self) -> None:
        """See what has come, and what could not."""
        self._see_front()
        self._see_failure()

    def look_for_trouble(self) -> None:
        """What is wrong with what is kept or heard is told once, when it comes up or can first be read."""
        trouble = self._kit.trouble
        if trouble != self._told and self._player.shown is not None:
            self._told = trouble
            if trouble:
                self._kit.talk.notice(trouble, TROUBLE_S)
                self._kit.journal.note("trouble", said=trouble)

    def _see_front(self) -> None:
        kit, player, front = self._kit, self._player, self._kit.theatre.front
        if front is not self._front and front is not None and front.place is player.shown:
            kit.journal.note("scene", scale=front.scale, size=front.size_px)
        self._front = front
        if front is None or front.place is player.shown:
            return
        first, player.shown = player.shown is None, front.place
        if not player.stays_dark:
            kit.hearing.change(front.place, OPEN_S if first else CHANGE_S)
        kit.journal.note("world", id=front.place.world.world.id, scale=front.scale, size=front.size_px)
        if first:
            self._welcome()
        elif player.named:
            player.named = False
            kit.talk.hush()

    def _welcome(self) -> None:
        plan = self._player.plan
        if plan.hint:
            self._kit.talk.notice(words.first_hint(self._kit.talk.translate), HINT_S)
        if plan.minutes:
            self._player.begin_visit(plan.minutes)

    def _see_failure(self) -> None:
        """A world that could not be made is told and logged; the one in front stays."""
        theatre, talk = self._kit.theatre, self._kit.talk
        if theatre.failure is None:
            return
        (place, error), theatre.failure = theatre.failure, None
        self._player.failed = place
        talk.notice(words.cannot_open(talk.translate, place.world.world.name), None)
        self._kit.journal.note("failed", id=place.world.world.id, why=told(error))
