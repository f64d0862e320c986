"""A scene that flashes is shown without flashing; any other is shown as it is painted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.comfort.flashes import FlashMeter
from game.export.frames import frame_at, read_rgb, ready_scene
from game.export.visit import Visit
from game.scenery.layer import Layer
from game.view.place import Moment, Place
from tests.game.view.fakes import NAMELESS, output_of
from worlds.format.layer import LayerModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcade.gl import Context

    from game.scenery.canvas import Canvas
    from game.scenery.frame import Frame
    from game.scenery.scene import Scene

SIZE_PX = (128, 72)
FPS = 30.0


class Strobe(Layer[LayerModel]):
    """Black and white five times a second until second 3, then white."""

    def resize(self) -> None:
        """Nothing to make."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        """Fill the screen."""
        level = 255 if frame.t_s * 5 % 1 < 0.5 or frame.t_s > 3 else 0
        canvas.target.clear(color=(level, level, level, 255))


@pytest.fixture
def scene(ctx: Context) -> Iterator[Scene]:
    made = ready_scene(ctx, NAMELESS, 1, SIZE_PX)
    made.layers.append(Strobe(LayerModel(), made.stage, "layer/9/strobe"))
    yield made
    made.release()


def frames(count: int) -> Iterator[Frame]:
    visit = Visit(NAMELESS, 1, 12.0)
    for n in range(count):
        yield frame_at(visit, visit.source, n / FPS, 1 / FPS if n else 0.0)


def test_a_layer_that_flashes_is_held_and_let_go(scene: Scene) -> None:
    from game.comfort.steady import SteadyPicture

    steady, output, meter, held = SteadyPicture(scene), scene.stage.target(SIZE_PX), FlashMeter(FPS), []
    for frame in frames(270):
        steady.draw(frame, output)
        meter.see(read_rgb(output))
        held.append(steady.holding)
    assert meter.calm, (meter.general, meter.red)
    assert held[60]
    assert not held[-1]
    assert read_rgb(output)[36, 64].min() > 250, "the picture did not come back whole"


def test_unheld_it_flashes(scene: Scene) -> None:
    output, meter = scene.stage.target(SIZE_PX), FlashMeter(FPS)
    for frame in frames(60):
        scene.draw(frame, output)
        meter.see(read_rgb(output))
    assert not meter.calm


def test_the_window_holds_it_too(ctx: Context, scene: Scene) -> None:
    from game.view.showing import Showing

    showing = Showing(ctx, Place(NAMELESS, 1), SIZE_PX, 1.0)
    showing.scene, output, meter = scene, output_of(ctx, SIZE_PX), FlashMeter(FPS)
    moment = Moment(dt_s=1 / FPS)
    for n in range(120):
        showing.paint(replace(moment, t_s=n / FPS))
        showing.show(output)
        meter.see(read_rgb(output))
    assert meter.calm, (meter.general, meter.red)


def test_a_calm_scene_is_shown_as_painted(ctx: Context) -> None:
    from game.comfort.steady import SteadyPicture

    scene = ready_scene(ctx, NAMELESS, 1, SIZE_PX)
    steady, plain, kept = SteadyPicture(scene), scene.stage.target(SIZE_PX), scene.stage.target(SIZE_PX)
    for frame in frames(20):
        scene.draw(frame, plain)
        steady.draw(frame, kept)
        assert np.array_equal(read_rgb(plain), read_rgb(kept))
    scene.release()
