"""The player: everything a visit to a world is, apart from the window that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from arcade.gl import Framebuffer

from audio.messages import Hear, Play, Touched
from game.signals.hour import HourHand
from game.signals.source import pacer_breath
from game.signals.stir import Stir
from game.view.backdrop import Backdrop
from game.view.clock import Clock
from game.view.fade import Fade
from game.view.inputs import Input, Key, Pointer
from game.view.journal import Journal
from game.view.keys import AT_ONCE, COMMANDS, Command, Presses, world_number
from game.view.lean import Lean
from game.view.place import Moment, Place
from game.view.plan import Plan
from game.view.sound import Ears
from game.view.theatre import CHANGE_S, Theatre
from worlds.problems import Unreadable
from worlds.reading import read_world

OPEN_S = 3.0
LEAVE_S = 1.5
SLICE_S = 0.008
HEAR_S = 1 / 30


@dataclass(frozen=True)
class Shell:
    """What the player may ask of the window around it."""

    leave: Callable[[], None]
    toggle_full_screen: Callable[[], None]


class Player:
    """One visitor's visit: inputs and time come in, pictures go out, the sound is told."""

    def __init__(
        self,
        plan: Plan,
        theatre: Theatre,
        backdrop: Backdrop,
        sound: Ears,
        clock: Clock,
        hour_hand: HourHand,
        now_s: Callable[[], float],
        shell: Shell,
        journal: Journal,
    ) -> None:
        self.plan = plan
        self.theatre = theatre
        self.sound = sound
        self.journal = journal
        self._backdrop = backdrop
        self._clock = clock
        self._hour_hand = hour_hand
        self._now_s = now_s
        self._shell = shell
        self._presses = Presses()
        self._lean, self._stir = Lean(), Stir()
        self._curtain = Fade(1.0)
        self._leaving = False
        self._stilled = plan.still
        self._moment = Moment(hour=hour_hand.hour, stilled=plan.still)
        self._heard_s = 0.0
        self._shown: Place | None = None
        self._pointer: tuple[float, float] | None = None
        self._pressed = False
        self.visit(Place(plan.world, plan.seed))

    def visit(self, place: Place, dissolve_s: float = CHANGE_S) -> None:
        """Go to a place: picture and sound change over once it is ready."""
        self.theatre.visit(place, dissolve_s)

    def leave(self) -> None:
        """Fade out and go; asked a second time, go at once."""
        if self._leaving:
            self._shell.leave()
            return
        self._leaving = True
        self._curtain.send(1.0, LEAVE_S)
        self.sound.send(Play(None, fade_s=LEAVE_S))
        self.journal.note("leaving")

    def tick(self) -> None:
        """Move everything on to now."""
        dt_s = self._clock.advance()
        self._moment = Moment(
            t_s=self._clock.t_s,
            dt_s=dt_s,
            hour=self._hour_hand.step(dt_s),
            breath=pacer_breath(self._clock.t_s),
            stir=self._stir.step(dt_s),
            lean=self._lean.step(dt_s),
            stilled=self._stilled,
        )
        self.theatre.work(SLICE_S, self._moment, self._now_s)
        self._notice_arrival()
        self._tell_sound()
        self._curtain.step(dt_s)
        if self._leaving and self._curtain.done:
            self._shell.leave()

    def draw(self, output: Framebuffer) -> None:
        """Paint this moment on an output."""
        self.theatre.draw(self._moment, output)
        self._backdrop.close(output, self._curtain.level)

    def hide(self) -> None:
        """The window is out of sight: rest."""
        self._clock.rest()
        self._presses.let_go()

    def show(self) -> None:
        """The window is back."""
        self._clock.wake()

    def let_go(self) -> None:
        """Keys that are down will not be seen to come up."""
        self._presses.let_go()

    def take(self, what: Input) -> None:
        """Something the visitor did."""
        if isinstance(what, Key):
            self._key(what)
        else:
            self._point(what)

    def _key(self, key: Key) -> None:
        now_s = self._now_s()
        command = COMMANDS.get(key.name)
        if key.down:
            self._stir.pressed()
            self._presses.down(key.name, now_s)
            if command in AT_ONCE:
                self._do(command)
        elif self._presses.up(key.name, now_s):
            if command is not None and command not in AT_ONCE:
                self._do(command)
            elif (number := world_number(key.name)) is not None:
                self._go_to(number)

    def _do(self, command: Command) -> None:
        self.journal.note("command", name=command.name.lower())
        if command is Command.LEAVE:
            self.leave()
        elif command is Command.FULL_SCREEN:
            self._shell.toggle_full_screen()
        elif command is Command.STILL:
            self._stilled = not self._stilled
            self.theatre.dissolve_from_here()

    def _go_to(self, number: int) -> None:
        if number >= len(self.plan.worlds):
            return
        try:
            world = read_world(self.plan.worlds[number].folder)
        except (Unreadable, OSError):
            return
        self.visit(Place(world, self.plan.seed))

    def _point(self, pointer: Pointer) -> None:
        if pointer.phase == "leave":
            self._pointer = None
            self._lean.level()
            return
        if self._pointer is not None:
            self._stir.moved(pointer.x - self._pointer[0])
        self._pointer = (pointer.x, pointer.y)
        self._lean.aim(pointer.x, pointer.y)
        if (place := self.theatre.place) is not None:
            self._touch(place, pointer)

    def _touch(self, place: Place, pointer: Pointer) -> None:
        t_s = self._moment.t_s
        if pointer.phase == "press":
            self._pressed = True
            self._stir.pressed()
            place.strokes.press(pointer.x, pointer.y, t_s)
            self.sound.send(Touched("press", pointer.x, pointer.y))
            self.journal.note("touch", x=round(pointer.x, 3), y=round(pointer.y, 3))
        elif pointer.phase == "release" and self._pressed:
            self._pressed = False
            place.strokes.release(pointer.x, pointer.y, t_s)
        elif self._pressed:
            place.strokes.move(pointer.x, pointer.y, t_s)

    def _notice_arrival(self) -> None:
        front = self.theatre.front
        if front is None or front.place is self._shown:
            return
        first = self._shown is None
        self._shown = front.place
        self.sound.send(Play(front.place.world, front.place.seed, OPEN_S if first else CHANGE_S))
        self.journal.note("world", id=front.place.world.world.id, scale=front.scale)
        if first:
            self._curtain.send(0.0, OPEN_S)

    def _tell_sound(self) -> None:
        self.sound.tick()
        now_s = self._now_s()
        if self._shown is not None and now_s - self._heard_s >= HEAR_S:
            self._heard_s = now_s
            self.sound.send(Hear(self._shown.signals(self._moment)))
