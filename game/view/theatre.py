"""Where worlds appear, dissolve into each other and are made anew, without a break in the picture."""

from __future__ import annotations

from collections.abc import Callable

from arcade.gl import Context, Framebuffer

from game.scenery.bakes import Bakes
from game.scenery.layer import every_kind
from game.scenery.programs import Programs
from game.view import slices
from game.view.backdrop import Backdrop
from game.view.fade import Fade
from game.view.frozen import Frozen
from game.view.memory import give_back
from game.view.pace import Pace
from game.view.patch import Patch, fits
from game.view.place import Moment, Place
from game.view.probe import COUNTED, Probe
from game.view.scales import Scales
from game.view.showing import UNMAKEABLE, Showing

CHANGE_S = 2.5
RENEW_S = 0.9
STILL_S = 1.4
MEND_S = 0.2
"""Softly, and yet at once: a maker waits for it."""
FIRST_S = 1.2
SLOW_TO_MAKE_S = 1.0
"""A scene that took longer than this to make is shown first, and made again for its cost afterwards."""


class Theatre:
    """The world in front, the one it is dissolving out of, and the one being made ready out of sight.

    Another world, another size, another scale, a saved file: always the same way. A new scene is made in
    slices while the old one plays on, its cost is tried out of sight, then the two dissolve.
    """

    def __init__(
        self,
        ctx: Context,
        backdrop: Backdrop,
        pace: Pace,
        scales: Scales,
        size_px: tuple[int, int],
        bakes: Bakes | None = None,
    ) -> None:
        self._ctx = ctx
        self._bakes = bakes
        self._programs = Programs(ctx)
        self._reading_ahead = every_kind()
        self._backdrop = backdrop
        self.pace = pace
        self.size_px = size_px
        self.front: Showing | None = None
        self._behind: Showing | Frozen | None = None
        self._coming: Showing | None = None
        self._patch: Patch | None = None
        self._probe = Probe(ctx)
        self._dissolve = Fade()
        self._dissolve_s = FIRST_S
        self._odd = False
        self.failure: tuple[Place, Exception] | None = None
        """A place that could not be made, and why; whoever tells the visitor sets it to None."""
        self._try_it = True
        self._scales = scales

    @property
    def place(self) -> Place | None:
        """The place in front; before the first is ready, the one being made."""
        showing = self.front or self._coming
        return showing.place if showing else None

    @property
    def busy(self) -> bool:
        """Whether something is being made ready or is dissolving: frames now say little about their cost."""
        return self._coming is not None or self._patch is not None or not self._dissolve.done

    def visit(self, place: Place, dissolve_s: float = CHANGE_S) -> None:
        """Make a place ready and dissolve to it."""
        known = self._scales.get(place.world.world.id, self.size_px)
        self._make(place, known or self.pace.scale, dissolve_s if self.front else FIRST_S, try_it=known is None)

    def mend(self, place: Place, dissolve_s: float) -> None:
        """The place in front was changed by its maker: make anew only what differs, if that is enough."""
        self._drop_patch()
        if self.front is None or self._coming is not None or not fits(self.front.place, place):
            self.visit(place, dissolve_s)
            return
        try:
            self._patch = Patch(self.front, place)
        except UNMAKEABLE as error:
            self._give_up(place, error)

    def resize(self, size_px: tuple[int, int]) -> None:
        """The output has another size: make the place anew for it."""
        if size_px != self.size_px:
            self.size_px = size_px
            self.pace.fit(size_px[1])
            if (place := self.place) is not None:
                known = self._scales.get(place.world.world.id, size_px)
                self._renew(known or self.pace.scale, try_it=known is None)

    def dissolve_from_here(self, dissolve_s: float = STILL_S) -> None:
        """Keep the present picture and dissolve from it to what comes next (stilled, or moving again)."""
        if self.front and self.front.picture and self._dissolve.done:
            self._leave(Frozen(self.front.scene, self.front.picture), dissolve_s)

    def work(self, slice_s: float, moment: Moment, now_s: Callable[[], float]) -> None:
        """Spend a slice of time on what is coming; let it in when it is ready."""
        if self._coming is not None:
            try:
                self._work_on(self._coming, slice_s, moment, now_s)
            except UNMAKEABLE as error:
                self._give_up(self._coming.place, error)
        elif self._patch is not None:
            try:
                self._work_on_patch(self._patch, moment, now_s)
            except UNMAKEABLE as error:
                self._give_up(self._patch.place, error)
        elif not self.busy:
            next(self._reading_ahead, None)

    def draw(self, moment: Moment, output: Framebuffer) -> None:
        """Paint and show this moment. While two worlds are up each is painted every other frame."""
        self._odd = not self._odd
        self._finish_dissolve(self._dissolve.step(moment.dt_s or 1 / 60))
        self._draw_behind(moment, output)
        if self.front is None:
            return
        if self._behind is None or self._odd or isinstance(self._behind, Frozen):
            self.front.paint(moment)
        else:
            self.front.leave_out(moment)
        self.front.show(output, self._dissolve.level)

    def drawn(self, cost_ms: float) -> None:
        """Tell what the last frame cost altogether; may begin to make the place anew at another scale."""
        if self.front is None:
            self._probe.overhead_ms = cost_ms
        if self.busy or self.front is None:
            self.pace.forget()
        elif (scale := self.pace.frame(cost_ms)) is not None:
            self._renew(scale, try_it=False)

    def release(self) -> None:
        """Let everything go."""
        for showing in (self.front, self._behind, self._coming):
            if showing is not None:
                showing.release()
        self._drop_patch()
        self.front = self._behind = self._coming = None

    def _work_on(self, coming: Showing, slice_s: float, moment: Moment, now_s: Callable[[], float]) -> None:
        if not coming.ready:
            coming.scene.stage.hour, coming.scene.stage.touches = moment.hour, coming.place.strokes.events
            alone_ms = self._probe.overhead_ms if self.front is None else None
            coming.work(now_s() + slices.slice_s(slice_s, coming.made_s, alone_ms), now_s)
        elif not self._probe.done:
            self._probe.paint(coming, moment, now_s, in_turn=self.front is not None)
            if self._probe.done and self._try_it:
                self._fit(coming)
        elif self._dissolve.done:
            self._let_in(coming)

    def _work_on_patch(self, patch: Patch, moment: Moment, now_s: Callable[[], float]) -> None:
        if not patch.ready:
            patch.know(moment)
            patch.work(now_s() + slices.MEND_S, now_s)
        if patch.presentable and self._dissolve.done:
            self.dissolve_from_here(MEND_S)
            patch.put_in()
            if patch.ready:
                self._patch = None

    def _drop_patch(self) -> None:
        if self._patch is not None:
            self._patch.release()
            self._patch = None

    def _give_up(self, place: Place, error: Exception) -> None:
        """A world that cannot be made leaves the one in front as it is, or was before its maker changed it."""
        if self._patch is not None:
            self.dissolve_from_here(MEND_S)
            self._patch.take_back()
            self._patch = None
        if self._coming is not None:
            self._coming.release()
            self._coming = None
        give_back(self._ctx)
        self.failure = place, error

    def _draw_behind(self, moment: Moment, output: Framebuffer) -> None:
        if self._behind is not None:
            if self._odd:
                self._behind.leave_out(moment)
            else:
                self._behind.paint(moment)
            self._behind.show(output)
        elif (place := self.place) is not None and self._dissolve.level < 1.0:
            self._backdrop.show(output, place.world, moment.hour)

    def _make(self, place: Place, scale: float, dissolve_s: float, try_it: bool) -> None:
        if self._patch is not None:
            place = self._patch.place if place is self._patch.front_place else place
            self._drop_patch()
        if self._coming is not None:
            self._coming.release()
            self._coming = None
        try:
            self._coming = Showing(self._ctx, place, self._internal(scale), scale, self._bakes, self._programs)
        except UNMAKEABLE as error:
            self._give_up(place, error)
        self._dissolve_s = dissolve_s
        self._try_it = try_it
        self._probe.begin(COUNTED if try_it else 0)

    def _renew(self, scale: float, try_it: bool) -> None:
        if self._coming is not None:
            self._make(self._coming.place, scale, self._dissolve_s, try_it)
        elif self.front is not None:
            self._make(self.front.place, scale, RENEW_S, try_it)

    def _internal(self, scale: float) -> tuple[int, int]:
        return max(round(self.size_px[0] * scale), 16), max(round(self.size_px[1] * scale), 16)

    def _fit(self, coming: Showing) -> None:
        """After trying it: if another scale fits this machine better, make it ready at that one."""
        self.pace.settle(coming.scale)
        best = self.pace.best(self._probe.cost_ms)
        if best != coming.scale and coming.made_s < SLOW_TO_MAKE_S:
            coming.rescale(self._internal(best), best)

    def _let_in(self, coming: Showing) -> None:
        self._coming = None
        self.pace.settle(coming.scale)
        self.pace.reluctance = 1.0 + coming.made_s
        self._scales.keep(coming.place.world.world.id, self.size_px, coming.scale)
        old, self.front = self.front, coming
        give_back(self._ctx)
        self._leave(old, self._dissolve_s)

    def _leave(self, old: Showing | Frozen | None, dissolve_s: float) -> None:
        self._behind = old
        self._dissolve = Fade()
        self._dissolve.send(1.0, dissolve_s)

    def _finish_dissolve(self, level: float) -> None:
        if level >= 1.0 and self._behind is not None:
            self._behind.release()
            self._behind = None
            give_back(self._ctx)
