"""What holds for every built-in world on every renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.game.worlds.shots import WORLDS, difference, shot, shots
from worlds.catalogue import BUILTIN
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

HOURS = (6.5, 12.0, 18.5, 23.0)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("hour", HOURS)
def test_not_blank_at_any_hour(ctx: Context, world: str, hour: float) -> None:
    picture = shot(ctx, world, hour=hour)
    brightness = picture.mean(-1)
    assert brightness.std() > 5
    assert 10 < brightness.mean() < 235
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 500


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("hour", HOURS)
def test_no_large_part_is_pure_black_or_white(ctx: Context, world: str, hour: float) -> None:
    picture = shot(ctx, world, hour=hour)
    assert (picture.max(-1) <= 2).mean() < 0.03
    assert (picture.min(-1) >= 253).mean() < 0.03


@pytest.mark.parametrize("world", WORLDS)
def test_alive(ctx: Context, world: str) -> None:
    frames = shots(ctx, world, 31)
    assert difference(frames[0], frames[30]).mean() > 0.3
    assert np.mean(difference(frames[0], frames[30]) > 2) > 0.02


@pytest.mark.parametrize("world", WORLDS)
def test_stilled_is_still(ctx: Context, world: str) -> None:
    """Only the light may change, and slowly: half a minute apart nothing stands elsewhere."""
    before, after = shots(ctx, world, 2, fps=1 / 30, at_s=30.0, stilled=True)
    assert np.mean(difference(before, after) > 12) < 0.008
    assert difference(before, after).mean() < 3


@pytest.mark.parametrize("world", WORLDS)
def test_stilled_is_still_a_picture(ctx: Context, world: str) -> None:
    moving, stilled = shot(ctx, world), shot(ctx, world, stilled=True)
    assert stilled.mean(-1).std() > 0.6 * moving.mean(-1).std()


@pytest.mark.parametrize("world", WORLDS)
def test_a_seed_is_another_place(ctx: Context, world: str) -> None:
    one, two = shot(ctx, world, seed=1), shot(ctx, world, seed=2)
    assert np.mean(difference(one, two) > 6) > 0.08
    assert np.mean(difference(one, two[:, ::-1]) > 6) > 0.08, "only mirrored"


@pytest.mark.parametrize("world", WORLDS)
def test_night_is_darker_than_noon_and_dusk_is_another_colour(ctx: Context, world: str) -> None:
    noon, dusk, night = (shot(ctx, world, hour=hour) for hour in (12.0, 18.5, 23.0))
    assert night.mean() < 0.8 * noon.mean()
    assert difference(noon, dusk).mean() > 5


@pytest.mark.parametrize("world", WORLDS)
def test_the_same_visit_gives_the_same_pixels(ctx: Context, world: str) -> None:
    touches = [(0.3, 0.3, 7.5), (0.6, 0.4, 8.0)]
    once, again = (shots(ctx, world, 8, touches=touches) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))


@pytest.mark.parametrize(
    "world",
    [name for name in WORLDS if any(touch.look != "none" for touch in read_world(BUILTIN / name).touch)],
)
def test_a_touch_is_answered_where_it_was_made(ctx: Context, world: str) -> None:
    x, y = 0.5, 0.2
    plain, touched = shots(ctx, world, 10), shots(ctx, world, 10, touches=[(x, y, 8.1)])
    answer = np.max([difference(a, b) for a, b in zip(plain, touched, strict=True)], axis=0)
    height, width = answer.shape
    near = answer[round((1 - y) * height) - 30 : round((1 - y) * height) + 30, width // 2 - 40 : width // 2 + 40]
    assert near.max() > 4
    assert difference(plain[0], touched[0]).max() == 0, "answered before it was made"


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("size_px", [(192, 144), (320, 90), (90, 160)])
def test_any_shape_of_screen_is_filled(ctx: Context, world: str, size_px: tuple[int, int]) -> None:
    picture = shot(ctx, world, size_px=size_px)
    assert picture.shape == (size_px[1], size_px[0], 3)
    for edge in (picture[:2], picture[-2:], picture[:, :2], picture[:, -2:]):
        assert edge.max() > 4
    assert picture.mean(-1).std() > 5


@pytest.mark.parametrize("world", WORLDS)
def test_more_pixels_show_the_same_place(ctx: Context, world: str) -> None:
    """Another seed's place is nowhere near so like; drops on glass, alone, are as fine as the pixels are."""
    small, large = shot(ctx, world), shot(ctx, world, size_px=(768, 432))
    shrunk = large.reshape(144, 3, 256, 3, 3).mean((1, 3, 4))
    assert np.corrcoef(small.mean(-1).ravel(), shrunk.ravel())[0, 1] > 0.85
