"""The player: everything a visit to a world is, apart from the window that shows it."""

from __future__ import annotations

from arcade.gl import Framebuffer

from game.journey.breath import Breath
from game.journey.course import Course
from game.journey.visit import Visit
from game.view.arrivals import OPEN_S, Arrivals
from game.view.backdrop import FIRST_CLOSED_RATIO
from game.view.choices import Choices
from game.view.ending import Ending
from game.view.equipment import Equipment
from game.view.fade import Fade
from game.view.hand import Hand
from game.view.inputs import Closing, Input, Key, Typed
from game.view.keys import leaves
from game.view.mixer.mixer import Mixer
from game.view.place import Moment, Place
from game.view.plan import Plan
from game.view.reload import Reload
from game.view.theatre import CHANGE_S

LEAVE_S = 1.5
SLICE_S = 0.008


class Player:
    """One visitor's visit: inputs and time come in, pictures go out, the sound is told."""

    def __init__(self, plan: Plan, equipment: Equipment) -> None:
        self.plan = plan
        self.kit = equipment
        # By world time, of which a stalled machine takes little: however late a key comes up, a tap is one.
        self.hand = Hand(equipment.hearing, lambda: equipment.clock.t_s)
        self.breath = Breath()
        self.course = Course()
        self.stilled = plan.still
        self.mixer = Mixer(self)
        self._choices = Choices(self)
        self._reload = Reload(self)
        self._ending = Ending(self)
        self._arrivals = Arrivals(self)
        self._moment = Moment(hour=equipment.hour_hand.hour, stilled=plan.still)
        self.curtain = Fade(1.0 if plan.begins_dark else FIRST_CLOSED_RATIO)
        self._leaving = False
        self._hidden = False
        self.stays_dark = False
        """Whether the curtain stays closed whatever is shown."""
        self.shown: Place | None = None
        """The place in front; None until the first is ready."""
        self.failed: Place | None = None
        """The last place that could not be made; whoever waits for it sets this to None."""
        self.named = False
        """Whether the name of a coming world stands over the picture until it is there."""
        self.curtain.send(0.0, OPEN_S)
        self.visit_place(Place(plan.world, plan.seed))

    def visit_place(self, place: Place, dissolve_s: float = CHANGE_S) -> None:
        """Go to a place: picture and sound change over once it is ready."""
        self.kit.theatre.visit(place, dissolve_s)

    def begin_visit(self, minutes: float) -> None:
        """Begin a visit of some minutes with a bell."""
        self._ending.recover()
        self.course.begin(Visit(minutes), self._moment.t_s)
        self.breath.lead()
        self.kit.journal.note("visit", minutes=minutes)

    def end_visit(self) -> None:
        """No visit any more; the world stays, and comes back if it had faded."""
        self._ending.recover()
        self.course.end()

    def leave(self) -> None:
        """Fade out and go; asked a second time, or out of sight, go at once."""
        if self._leaving or self._hidden:
            self.kit.shell.leave()
            return
        self._leaving = True
        self.kit.talk.clear()
        self.curtain.send(1.0, LEAVE_S)
        self.kit.hearing.still(LEAVE_S)
        self.kit.journal.note("leaving")

    @property
    def dark(self) -> bool:
        """Whether the curtain is closed."""
        return self.curtain.level >= 1.0

    @property
    def covered(self) -> bool:
        """Whether the curtain hides everything and nothing is being made ready, so that nothing need be painted."""
        return self.dark and self.shown is not None and not self.kit.theatre.busy

    def darken(self, fade_s: float) -> None:
        """Fade picture and sound out, and stay dark until `brighten`, whatever is shown meanwhile."""
        self.stays_dark = True
        self.curtain.send(1.0, fade_s)
        self.kit.hearing.still(fade_s)

    def brighten(self, fade_s: float) -> None:
        """Come back from the dark."""
        self.stays_dark = False
        self.curtain.send(0.0, fade_s)
        if self.shown is not None:
            self.kit.hearing.change(self.shown, fade_s)

    def put_back(self, place: Place) -> None:
        """Forget the visitor: no visit, no breath of theirs, nothing held or shown, and a place untouched."""
        self.course, self.breath = Course(), Breath()
        self.hand.let_go()
        self.stilled = self.plan.still
        self._ending.wake()
        self.kit.talk.clear()
        self.visit_place(place)

    def still(self, stilled: bool) -> None:
        """Hold everything but the light, or let it move again."""
        self.stilled = stilled
        self.kit.theatre.dissolve_from_here()

    def tick(self) -> None:
        """Move everything on to now, by the one clock."""
        self._moment = self._next_moment()
        self.kit.theatre.work(SLICE_S, self._moment, self.kit.now_s)
        self._arrivals.look()
        self._ending.follow()
        self.kit.hearing.tick(self._moment)
        self._arrivals.look_for_trouble()
        self.mixer.step()
        self.kit.talk.step(self._moment.dt_s)
        self.curtain.step(self._moment.dt_s)
        self._reload.look()
        if self._leaving and self.curtain.done:
            self.kit.shell.leave()

    def draw(self, output: Framebuffer) -> None:
        """Paint this moment on an output."""
        if not self.covered:
            self.kit.theatre.draw(self._moment, output)
            self.kit.talk.ring.draw(output, self.breath)
        self.kit.backdrop.close(output, max(self.curtain.level, self._ending.faded))
        self.kit.talk.draw(output)

    def hide(self, hidden: bool) -> None:
        """The window is out of sight: rest; or it is back."""
        self._hidden = hidden
        self.kit.hearing.hide(hidden)
        if hidden:
            self.kit.clock.rest()
            self.let_go()
        else:
            self.kit.clock.wake()

    def let_go(self) -> None:
        """Nothing is held any more: what is down now will never be seen to come up."""
        self.hand.let_go()
        self.mixer.let_go()

    def take(self, what: Input) -> None:
        """Something the visitor did."""
        if not self._ending.resting and self.mixer.takes(what):
            return
        if isinstance(what, Key):
            self._key(what)
        elif isinstance(what, Closing):
            self.leave()
        elif isinstance(what, Typed):
            pass  # letters mean something only to the panel
        elif self._ending.resting:
            if what.phase == "press":
                self.end_visit()
        else:
            self.hand.point(what, self.kit.theatre.place, self._moment.t_s)
            if what.phase == "press":
                self.kit.journal.note("touch", x=round(what.x, 3), y=round(what.y, 3))

    def _key(self, key: Key) -> None:
        """A tap is a command when the key comes up; held, any key is a breath."""
        now_s, presses = self.kit.clock.t_s, self.hand.presses
        if not key.down:
            self._choices.tap(presses.up(key.name, now_s))
        elif self._ending.resting and not leaves(key.name):
            self.end_visit()
        else:
            self.hand.stir.pressed()
            presses.down(key.name, now_s)

    def _next_moment(self) -> Moment:
        kit, dt_s = self.kit, self.kit.clock.advance()
        held_s = self.hand.presses.held_s(kit.clock.t_s)
        if (held_s > 0.0) != self.breath.held:
            kit.journal.note("breath", rising=held_s > 0.0)
        self.hand.step(dt_s)
        for bell in self.course.step(kit.clock.t_s, dt_s):
            kit.hearing.bell(bell.strength)
            kit.journal.note("bell", of_visit_s=bell.at_s)
        return Moment(
            t_s=kit.clock.t_s,
            dt_s=dt_s,
            hour=kit.hour_hand.step(dt_s),
            breath=self.breath.step(dt_s, holding=held_s > 0.0, held_s=held_s),
            stir=self.hand.stir.level,
            settle=self.course.settle,
            lean=self.hand.lean.now,
            stilled=self.stilled,
        )
