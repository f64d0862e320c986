"""A picture kept for a moment, to dissolve from."""

from __future__ import annotations

from arcade.gl import Framebuffer

from game.scenery.scene import Scene
from game.view.place import Moment


class Frozen:
    """A copy of what was shown of a scene last; the scene itself goes on."""

    def __init__(self, scene: Scene, picture: Framebuffer) -> None:
        self._scene = scene
        self._copy = scene.stage.target(picture.size)
        scene.stage.ctx.copy_framebuffer(picture, self._copy)

    def paint(self, moment: Moment) -> None:
        """It does not change."""

    def leave_out(self, moment: Moment) -> None:
        """It does not change."""

    def show(self, output: Framebuffer) -> None:
        """Show the copy, scaled to an output."""
        self._scene.show(output, picture=self._copy.color_attachments[0])

    def release(self) -> None:
        """The copy goes with this object."""
