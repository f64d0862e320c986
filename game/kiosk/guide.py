"""The kiosk between the visitors and the player."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from game.journey.visit import FADE_S
from game.kiosk import words
from game.kiosk.config import Config
from game.kiosk.hours import is_open
from game.kiosk.lock import Lock
from game.kiosk.settings import PassingSettings
from game.kiosk.states import Intent, Kiosk, Now, State
from game.kiosk.visitors import Visitors, begins
from game.problem import Trouble
from game.text import translate as _
from game.view.inputs import Input, Key
from game.view.place import Place
from worlds.format.world import World

if TYPE_CHECKING:
    from game.view.player import Player

CLOSED_FPS = 2.0
QUIETER_DB = 12.0
"""How far below the ceiling it sounds while nobody is there."""
OUT_S, IN_S, GLIDE_S = 2.0, 3.0, 6.0
INVITATION_RATIO, GREETING_RATIO = 1.7, 1.2
"""Letters beside the usual: those who are not there yet read from afar."""
GREETING_S = 9.0
END_S = FADE_S - 1.0
"""The end of a visit is black before the visit itself is over and would say so."""


class KioskGuide:
    """Takes every input, lets through what the kiosk's file allows, and carries out what its state asks for.

    `worlds` are shown in turn, each always with the same seed. `local_now` is the clock on the wall, `now_s`
    steady time.
    """

    def __init__(
        self,
        config: Config,
        worlds: Sequence[World],
        seed: int,
        settings: PassingSettings,
        local_now: Callable[[], datetime],
        now_s: Callable[[], float],
    ) -> None:
        self._config, self._worlds, self._seed, self._settings = config, worlds, seed, settings
        self._local_now, self._now_s = local_now, now_s
        self._week = config.hours.week if config.hours else None
        self._lock, self._visitors = Lock(config.pin), Visitors(config.inputs)
        self._heard: list[Input] = []
        self._kiosk: Kiosk | None = None
        self._turn = 0
        self._wanted: Place | None = None
        self._failures = 0
        self._was_unlocked = False
        self._sleepy = False
        self._deeds: dict[Intent, Callable[[Player], None]] = {
            Intent.INVITE: self._invite,
            Intent.SHOW_NEXT: self._show_next,
            Intent.BEGIN: self._begin,
            Intent.FADE_OUT: lambda player: player.darken(END_S),
            Intent.DARKEN: self._darken,
            Intent.PUT_BACK: self._put_back,
            Intent.SLEEP: self._sleep,
            Intent.WAKE: self._wake,
        }

    @property
    def state(self) -> State | None:
        """What the kiosk is doing; None before the first tick."""
        return self._kiosk.state if self._kiosk else None

    def takes(self, what: Input) -> bool:
        """Keep every input for the next tick; the player hears of it only through us."""
        self._heard.append(what)
        return True

    def tick(self, player: Player) -> None:
        """Decide what this frame's inputs and the time mean."""
        heard, self._heard = self._heard, []
        t_s = self._now_s()
        unlocked = self._lock.is_open(t_s)
        if unlocked is not self._was_unlocked:
            player.hand.let_go()  # what is down now would come up under another name
        self._skip_unmakeable(player)
        let_in = heard if unlocked else self._let_in(heard, player)
        now = self._look(player, t_s, not unlocked and any(map(begins, let_in)))
        self._step(player, now)
        if unlocked or self.state is State.SESSION:
            for what in let_in:
                player.take(what)
        self._notice_locking(player, unlocked)
        if self._sleepy and player.covered:
            self._sleepy = False
            player.kit.shell.pace(CLOSED_FPS)

    def _let_in(self, heard: Sequence[Input], player: Player) -> list[Input]:
        for what in heard:
            if isinstance(what, Key) and what.down and self._lock.key(what.name, self._now_s()):
                player.kit.talk.notice(words.unlocked(player.kit.talk.translate), 6.0)
                player.kit.journal.note("unlocked")
        greets = self.state is not State.SESSION
        return [allowed for what in heard if (allowed := self._visitors.heard(what, greets)) is not None]

    def _look(self, player: Player, t_s: float, somebody: bool) -> Now:
        theatre = player.kit.theatre
        wanted_is_shown = theatre.front is not None and self._wanted in (None, theatre.front.place)
        self._failures = 0 if wanted_is_shown and not theatre.busy else self._failures
        return Now(
            t_s=t_s,
            is_open=is_open(self._week, self._local_now()),
            somebody=somebody,
            is_over=player.course.light < 1.0 or player.course.visit is None,
            is_dark=player.dark,
            is_ready=wanted_is_shown and not theatre.busy,
        )

    def _skip_unmakeable(self, player: Player) -> None:
        """A world that cannot be made is passed over. Raises `Trouble` if none can be: a new start may help."""
        place, player.failed = player.failed, None
        front = player.kit.theatre.front
        if place is None or self._wanted not in (None, place) or (front is not None and front.place is place):
            return
        self._failures += 1
        if self._failures >= len(self._worlds):
            raise Trouble(_("None of the kiosk's worlds can be made ready on this machine now."))
        self._turn = (self._turn + 1) % len(self._worlds)
        player.visit_place(self._place(player))
        player.kit.talk.hush()
        if self.state is State.ATTRACT:
            self._say_invitation(player)

    def _notice_locking(self, player: Player, unlocked: bool) -> None:
        """What the keeper changed while nobody visited is put back with the lock; a visit ends with that anyway."""
        if self._was_unlocked and not unlocked and self.state in (State.ATTRACT, State.CLOSED):
            self._put_back(player)
            if self.state is State.ATTRACT:
                self._invite(player)
        self._was_unlocked = unlocked

    def _step(self, player: Player, now: Now) -> None:
        if self._kiosk is None:
            self._kiosk = Kiosk(self._config.attract_minutes * 60.0, now)
            player.kit.shell.show_pointer("mouse" in self._config.inputs)
            intents, before = self._kiosk.begin(), None
        else:
            before = self._kiosk.state
            intents = self._kiosk.step(now)
        for intent in intents:
            self._deeds[intent](player)
        if self._kiosk.state is not before:
            player.hand.let_go()
            player.kit.journal.note("kiosk", state=self._kiosk.state.value)

    def _invite(self, player: Player) -> None:
        self._sleepy = False
        player.kit.hearing.limit(self._config.volume_ceiling_db - QUIETER_DB)
        self._say_invitation(player)
        player.brighten(IN_S)

    def _say_invitation(self, player: Player) -> None:
        invitation = words.invitation(player.kit.talk.translate, self._config.inputs)
        player.kit.talk.notice(invitation, None, INVITATION_RATIO)

    def _show_next(self, player: Player) -> None:
        if len(self._worlds) > 1:
            self._turn = (self._turn + 1) % len(self._worlds)
            player.visit_place(self._place(player), GLIDE_S)

    def _begin(self, player: Player) -> None:
        greeting = words.greeting(player.kit.talk.translate, self._config.inputs)
        player.kit.talk.notice(greeting, GREETING_S, GREETING_RATIO)
        player.kit.hearing.limit(self._config.volume_ceiling_db)
        player.begin_visit(self._config.session_minutes)

    def _put_back(self, player: Player) -> None:
        self._settings.put_back()
        player.put_back(self._place(player))

    def _darken(self, player: Player) -> None:
        player.kit.talk.clear()
        player.darken(OUT_S)

    def _sleep(self, player: Player) -> None:
        self._sleepy = True

    def _wake(self, player: Player) -> None:
        player.kit.shell.pace(None)

    def _place(self, player: Player) -> Place:
        self._wanted = Place(player.plan.seen(self._worlds[self._turn]), self._seed)
        return self._wanted
