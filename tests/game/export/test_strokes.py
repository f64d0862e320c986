"""Touches of the command line: alone a press, close together a stroke, seen and heard while it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.messages import Touched
from audio.voice import SAMPLE_RATE_HZ
from game.export.fingers import Fingers
from game.export.frames import visit_frames
from game.export.sound import visit_sound
from game.export.strokes import Point, strokes
from game.export.visit import Visit
from worlds.catalogue import BUILTIN
from worlds.format.world import World
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE_PX = (256, 144)
PULL: list[Point] = [(0.3, 0.55, 1.0), (0.5, 0.55, 1.4), (0.7, 0.55, 1.8)]
Picture = NDArray[np.int16]


def raked(points: Sequence[Point], gestures: Sequence[str] = ("drag",), sound: str = "rake") -> Visit:
    """A world of nothing but the answers to touches."""
    world = World.model_validate(
        {
            "format": 1,
            "world": {"id": "sand", "name": "Sand"},
            "voice": [],
            "touch": [{"on": gesture, "sound": sound} for gesture in gestures],
        }
    )
    return Visit(world, 1, 12.0, strokes(points))


class TestPointer:
    """The list of touches as events."""

    def test_alone_they_are_short_presses(self) -> None:
        events = strokes([(0.2, 0.3, 5.0), (0.1, 0.2, 1.0), (0.4, 0.4, 5.5)])
        assert [(event.phase, event.stroke) for event in events] == [
            (phase, stroke) for stroke in (1, 2, 3) for phase in ("press", "release")
        ]

    def test_together_they_are_one_stroke_through_every_one(self) -> None:
        events = strokes([*PULL, (0.1, 0.1, 2.5)])
        pull = [event for event in events if event.stroke == 1]
        assert [event.phase for event in (pull[0], pull[-1])] == ["press", "release"]
        assert {event.phase for event in pull[1:-1]} == {"move"}
        assert {(event.x, event.y, event.t_s) for event in pull} >= set(PULL)
        assert [event.phase for event in events if event.stroke == 2] == ["press", "release"]

    def test_it_moves_smoothly_and_never_leaves_the_picture(self) -> None:
        corner = [(0.5, 0.9, 0.0), (0.99, 1.0, 0.2), (1.0, 0.5, 0.4), (0.0, 0.0, 0.85)]
        events = strokes(corner)
        assert all(0 <= event.x <= 1 and 0 <= event.y <= 1 for event in events)
        assert all(b.t_s >= a.t_s for a, b in pairwise(events))
        jumps = [max(abs(b.x - a.x), abs(b.y - a.y)) for a, b in pairwise(events)]
        assert max(jumps) < 0.12

    def test_touches_of_one_moment_do_no_harm(self) -> None:
        assert strokes([(0.1, 0.1, 1.0)] * 3)[0].phase == "press"
        assert strokes([]) == []


class TestPicture:
    """A film of a stroke."""

    def shot(
        self, ctx: Context, world: str, points: Sequence[Point], *, at_s: float = 3.0, fps: float = 10.0
    ) -> Picture:
        visit = Visit(read_world(BUILTIN / world), 1, 12.0, strokes(points), stilled=True)
        frames = visit_frames(ctx, visit, SIZE_PX, at_s=at_s, frames_per_s=fps)
        (picture,) = islice(frames, 1)
        frames.close()
        return picture.astype(np.int16)

    def changed(self, ctx: Context, world: str, points: Sequence[Point]) -> NDArray[np.float64]:
        """How far each pixel differs from the untouched picture."""
        apart = np.abs(self.shot(ctx, world, points) - self.shot(ctx, world, [])).mean(-1)
        return np.asarray(apart, np.float64)

    def test_a_furrow_along_the_whole_way(self, ctx: Context) -> None:
        along = [(x, 0.2, t_s) for x, _, t_s in PULL]
        apart = self.changed(ctx, "zen_garden", along)
        row = slice(round(0.76 * 144), round(0.84 * 144))
        columns = apart[row, round(0.32 * 256) : round(0.68 * 256)].max(axis=0)
        assert (columns > 4).mean() > 0.9
        assert apart[: round(0.6 * 144)].max() == 0

    def test_a_wiped_band_along_the_whole_way(self, ctx: Context) -> None:
        apart = self.changed(ctx, "rain_window", PULL)
        row = round(0.45 * 144)
        columns = apart[row - 2 : row + 3, round(0.32 * 256) : round(0.68 * 256)].max(axis=0)
        assert (columns > 2).mean() > 0.9

    @pytest.mark.parametrize("world", ["zen_garden", "rain_window"])
    def test_the_same_whatever_the_rate(self, ctx: Context, world: str) -> None:
        low, high = (self.shot(ctx, world, PULL, at_s=1.5, fps=fps) for fps in (4.0, 30.0))
        assert np.abs(low - high).max() <= 1


class TestSound:
    """What is heard of it."""

    def loudness(self, visit: Visit, seconds: float = 4.0) -> NDArray[np.float64]:
        """Power of each tenth of a second."""
        sound = np.concatenate([block.copy() for block in visit_sound(visit, 0.0, seconds)], axis=1)
        tenth = SAMPLE_RATE_HZ // 10
        return np.asarray((sound[0, : len(sound[0]) // tenth * tenth].reshape(-1, tenth) ** 2).mean(axis=1))

    def test_the_rake_sounds_while_it_is_drawn_and_then_no_more(self) -> None:
        power = self.loudness(raked(PULL))
        during, before, after = power[11:18].max(), power[:9].max(), power[28:].max()
        assert during > 1e-7
        assert before < during / 1000
        assert after < during / 1000

    def test_a_press_alone_does_not_rake(self) -> None:
        assert self.loudness(raked(PULL[:1])).max() < 1e-9

    def gestures(self, visit: Visit, at_s: float = 0.0) -> list[Touched]:
        fingers = Fingers(visit, at_s)
        return [touched for n in range(60) for touched in fingers.during(at_s + n / 20, 1 / 20)]

    def test_a_stroke_presses_once_drags_and_comes_to_rest(self) -> None:
        said = self.gestures(raked(PULL))
        assert [touched.gesture for touched in said[:2]] == ["press", "drag"]
        assert {touched.gesture for touched in said[1:]} == {"drag"}
        assert said[-1].strength == 0.0
        assert max(touched.strength for touched in said[1:]) > 0.2

    def test_a_stroke_that_stays_is_a_hold(self) -> None:
        said = self.gestures(raked([(0.5, 0.5, 1.0), (0.5, 0.5, 1.4), (0.5, 0.5, 1.8)]))
        assert [touched.gesture for touched in said] == ["press", "hold"]

    def test_begun_within_a_stroke_it_goes_on_without_a_press(self) -> None:
        said = self.gestures(raked(PULL), at_s=1.4)
        assert {touched.gesture for touched in said} == {"drag"}
        assert max(touched.strength for touched in said) <= max(
            touched.strength for touched in self.gestures(raked(PULL)) if touched.gesture == "drag"
        )
