"""A scene on its way to the screen, and on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from arcade.gl import Context, Framebuffer, ShaderException

from audio.memory import trim
from game.comfort.steady import SteadyPicture
from game.scenery.bakes import Bakes
from game.scenery.programs import Programs
from game.scenery.scene import Scene
from game.view.place import Moment, Place

UNMAKEABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    ShaderException,
    TypeError,
    ValueError,
)
"""What a driver, a full memory or a layer at the edge of its ranges may raise while a world is made."""


class Showing:
    """One scene of a place at one internal size, made in slices so that nothing else has to wait."""

    def __init__(
        self,
        ctx: Context,
        place: Place,
        size_px: tuple[int, int],
        scale: float,
        bakes: Bakes | None = None,
        programs: Programs | None = None,
    ) -> None:
        self.place = place
        self.scene = Scene(ctx, place.world, place.seed, bakes, programs)
        self.scene.stage.in_slices = True
        self.size_px = size_px
        self.scale = scale
        self.ready = False
        self.made_s = 0.0
        """Time spent on making it so far."""
        self._making = self._make()
        self._unpainted_s = 0.0
        self._steady: SteadyPicture | None = None
        self.picture: Framebuffer | None = None
        """What to show: the last paint, or what it was kept from flashing into."""

    def work(self, until_s: float, now_s: Callable[[], float]) -> None:
        """Go on with what is slow until a time, or until it is done.

        Each step is waited for: what only stands in the driver's queue would hold up the next frame instead. What
        it leaves free goes back at once (0.1 ms): glibc would hold tens of megabytes beside those of the next.
        """
        begun_s = now_s()
        while not self.ready and now_s() < until_s:
            self.ready = next(self._making, True)
            self.scene.stage.ctx.finish()
        self.made_s += now_s() - begun_s
        trim()

    def paint(self, moment: Moment) -> None:
        """Paint this moment; frames in between may have been left out."""
        dt_s = moment.dt_s + self._unpainted_s
        self.scene.paint(self.place.frame(moment, dt_s))
        self._unpainted_s = 0.0
        self._steady = self._steady or SteadyPicture(self.scene)
        self.picture = self._steady.follow(dt_s)

    def leave_out(self, moment: Moment) -> None:
        """Keep the picture of the last paint for one more frame."""
        self._unpainted_s += moment.dt_s

    def rescale(self, size_px: tuple[int, int], scale: float) -> None:
        """Another internal size: what depends on it is made anew in slices. Only before it is first shown."""
        self.size_px, self.scale = size_px, scale
        self.ready = False
        self._making = self._resize()

    def show(self, output: Framebuffer, opacity: float = 1.0) -> None:
        """Show what was painted last; below full opacity it is laid over what is there."""
        assert self.picture is not None, "paint() comes before show()"
        self.scene.show(output, opacity, self.picture.color_attachments[0])

    def release(self) -> None:
        """Let go of everything the GL holds for it."""
        self._making = iter(())
        self.scene.release()

    def _make(self) -> Iterator[bool]:
        for _ in self.scene.prepare():
            yield False
        yield from self._resize()

    def _resize(self) -> Iterator[bool]:
        for _ in self.scene.resizing(self.size_px):
            yield False
        for _ in self.scene.rebake():
            yield False
