"""What water mirrors: a small copy of the picture behind it, without the disc of sun or moon."""

from __future__ import annotations

from arcade.gl import Texture2D

from game.scenery.air import on_screen
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.stage import Stage

DISC_REACH = 0.15
"""How far round sun or moon the mirror is kept as dark as the sky, in screen heights."""


class Mirror:
    """Made by a layer's `prepare`; `resize` it, then `copy` before each draw."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._copy = stage.program("part.frag")
        self._without_disc = stage.program("part.frag", define="DISC")
        self.band = 0.0, 1.0
        """From which height of the screen to which it reaches."""

    def resize(self, band: tuple[float, float], rows_ratio: float) -> None:
        """It holds this band of the picture, half as wide, with so many rows for each row of the picture."""
        self.band = band
        width, height = self._stage.size_px
        self._target = self._stage.target((width // 2, round(height * (band[1] - band[0]) * rows_ratio)))

    def copy(self, frame: Frame, canvas: Canvas) -> Texture2D:
        """What is painted so far, to be drawn from; leaves its target in use."""
        stage, light = self._stage, frame.light
        self._target.use()
        stage.full_screen(self._copy, {"u_picture": canvas.picture}, u_band=self.band)
        if "sky" in canvas.shared:
            sun_up = light.sun_ratio > 0.0
            at = light.sun_x if sun_up else light.moon_x, light.sun_height if sun_up else light.moon_height
            at = on_screen(*at, stage.horizon_ratio)
            self._target.scissor = self._round(at)
            stage.full_screen(
                self._without_disc,
                {"u_picture": canvas.picture, "u_sky": canvas.shared["sky"]},
                u_band=self.band,
                u_aspect=stage.aspect,
                u_foot=int(stage.size_px[1] * stage.horizon_ratio) / stage.size_px[1],
                u_disc_at=at,
                u_disc=DISC_REACH,
            )
            self._target.scissor = None
        return self._target.color_attachments[0]

    def take_in(self, frame: Frame, reader: str) -> None:
        """Add what stands in front of the layer so named and is mirrored by it, after `copy`."""
        for layer in self._stage.reflected(reader):
            layer.paint_image(frame, self._target, self.band)

    def _round(self, at: tuple[float, float]) -> tuple[int, int, int, int]:
        """Left, bottom, width and height, in the mirror's pixels, of what lies round a place on the screen."""
        (width, height), (low, high) = self._target.size, self.band
        reach = DISC_REACH / self._stage.aspect * width, DISC_REACH / (high - low) * height
        x, y = at[0] * width, (at[1] - low) / (high - low) * height
        left, bottom = (
            min(max(int(p - r), 0), size) for p, r, size in zip((x, y), reach, (width, height), strict=True)
        )
        right, top = (
            min(max(int(p + r) + 1, 0), size) for p, r, size in zip((x, y), reach, (width, height), strict=True)
        )
        return left, bottom, right - left, top - bottom
