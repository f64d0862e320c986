"""Text can be read: large enough, and light enough over any picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.export.frames import read_rgb
from game.journey.breath import Breath
from game.text import translator
from game.view import words
from game.view.brush import Brush, around
from game.view.lettering import Row, body_px, set_rows
from game.view.panel import fitting
from game.view.talk import Talk
from tests.game.view.fakes import output_of
from worlds.problems import Problem

if TYPE_CHECKING:
    from arcade.gl import Context
    from numpy.typing import NDArray

SIZE = (960, 540)
NEEDED = 4.5


def luminance(srgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2) of sRGB 0..1."""
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(pixels: NDArray[np.uint8]) -> float:
    """Between the letters (the lightest hundredth) and what is behind them (the median)."""
    light = luminance(pixels.reshape(-1, 3) / 255.0)
    return float((np.percentile(light, 99) + 0.05) / (np.percentile(light, 50) + 0.05))


def spoken(ctx: Context, talk: Talk, breath: Breath | None = None) -> NDArray[np.uint8]:
    """What stands over a picture that is white all over: the worst case for light letters."""
    output = output_of(ctx, SIZE)
    output.clear(color=(255, 255, 255, 255))
    for _ in range(60):
        talk.step(0.1)
    talk.ring.draw(output, breath or Breath())
    talk.draw(output)
    return read_rgb(output)


@pytest.mark.parametrize("height_px", [480, 720, 1080, 1440, 2160])
def test_letters_are_large_enough_on_every_screen(height_px: int) -> None:
    assert body_px(height_px) >= 26 * height_px / 1080 or height_px < 600
    assert body_px(height_px) >= 15


def test_a_notice_reads_over_white(ctx: Context) -> None:
    talk = Talk(Brush(ctx), translator("en"))
    talk.notice("Volume 60 %", None)
    picture = spoken(ctx, talk)
    assert contrast(picture[475:497, 430:530]) >= NEEDED


def test_the_help_reads_over_white(ctx: Context) -> None:
    talk = Talk(Brush(ctx), translator("en"))
    talk.toggle_help()
    assert contrast(spoken(ctx, talk)[180:360, 300:660]) >= NEEDED


@pytest.mark.parametrize("after_s", [1.0, 4.4, 8.0])
def test_the_word_in_the_ring_reads_over_white_at_every_size_of_it(ctx: Context, after_s: float) -> None:
    talk = Talk(Brush(ctx), translator("en"))
    talk.ring.show(True)
    breath = Breath()
    for _ in range(round(after_s * 50)):
        breath.step(0.02)
    assert contrast(spoken(ctx, talk, breath)[262:278, 466:494]) >= NEEDED


def test_in_and_out_are_told_without_colour(ctx: Context) -> None:
    talk = Talk(Brush(ctx), translator("en"))
    talk.ring.show(True)
    breath = Breath()
    pictures = []
    for _ in range(2):
        for _ in range(120):
            breath.step(0.02)
        pictures.append(spoken(ctx, talk, breath).astype(float).mean(axis=2))
    assert np.abs(pictures[0] - pictures[1]).max() > 60


def test_what_is_hushed_costs_and_shows_nothing(ctx: Context) -> None:
    talk = Talk(Brush(ctx), translator("en"))
    talk.notice("here", 1.0)
    talk.ring.show(True)
    talk.clear()
    assert spoken(ctx, talk).min() == 255


def test_every_mistake_of_a_pack_is_shown_with_its_line(ctx: Context) -> None:
    talk = Talk(Brush(ctx), translator("en"))
    problem = Problem(Path("world.toml"), 6, 3, "x", "has no key", "Did you mean y?", "  xx = 1")
    talk.problems([problem] * 30)
    assert contrast(spoken(ctx, talk)[200:300, 300:500]) >= NEEDED
    talk.mended()
    assert spoken(ctx, talk).min() == 255


def test_a_panel_stays_inside_the_output_and_begins_at_the_top_if_it_is_too_high() -> None:
    assert around((0.5, 0.9), (100, 60), (200, 100)) == (0.25, 0.4, 0.75, 1.0)
    assert around((0.5, 0.05), (100, 60), (200, 100)) == (0.25, 0.0, 0.75, 0.6)
    assert around((0.5, 0.5), (300, 150), (200, 100)) == (0.0, -0.5, 1.5, 1.0)


@pytest.mark.parametrize("size_px", [(1920, 1080), (640, 360), (480, 270), (400, 300)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_help_is_whole_in_a_small_window_too(size_px: tuple[int, int], language: str) -> None:
    speech = translator(language)
    rows = [*map(Row, words.help_lines(speech)), *(Row((note,), 0.93) for note in words.help_notes(speech))]
    image = fitting(rows, body_px(size_px[1]), size_px)
    assert image.height <= size_px[1]
    assert image.width <= size_px[0]


def test_help_grows_by_a_line_where_there_is_no_sound(ctx: Context) -> None:
    heights = []
    for lack in ("", "No sound: nothing listens."):
        talk = Talk(Brush(ctx), translator("en"))
        talk.toggle_help(lack)
        heights.append((spoken(ctx, talk)[:, SIZE[0] // 2].min(axis=1) < 200).sum())
    assert heights[1] > heights[0] + 10


def test_long_lines_are_broken_and_none_is_wider_than_asked() -> None:
    image = set_rows([Row(("word " * 80,))], 20, 400)
    assert image.width <= 400 + 4 * 20
    assert image.height > 5 * 20


@pytest.mark.parametrize(
    "text", ["", " ", "x" * 500, "καλημέρα", "добрый день", "\u05e9\u05dc\u05d5\u05dd", "日本"]
)
def test_any_text_can_be_set(text: str) -> None:
    image = set_rows([Row((text,)), Row((text, text))], 20, 400)
    assert image.width > 0
