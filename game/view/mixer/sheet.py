"""The panel as an image: rows with a name, a slider and a value, set by Pillow like all letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from audio.messages import LEAST_TRIM_DB, MOST_TRIM_DB
from game.view.lettering import LINE_RATIO, OVERHANG_PX, PADDING_RATIO, length_px, word

INK, DIM_INK, LINE_INK = 255, 205, 130
"""Of letters in the chosen row, in the others, and of lines."""
SLIDER_RATIO, GAP_RATIO, INDENT_RATIO, APART_RATIO = 7.5, 1.0, 1.1, 0.5
"""Length of a slider, room between columns, before an instrument, above a new group: in letter heights."""
KNOB_RATIO = 0.34
FINER = 4
FOOT_RATIO = 0.86
"""Letters of what stands under the rows."""
WIDEST_VALUE = "\N{MINUS SIGN}24 dB"
"""Room for any value of a slider, so that none moves from under the pointer that turns it."""
ZERO_RATIO = -LEAST_TRIM_DB / (MOST_TRIM_DB - LEAST_TRIM_DB)
"""Where a slider stands as its maker wrote it."""


@dataclass(frozen=True)
class Line:
    """How one row looks."""

    name: str
    value: str
    level_ratio: float | None = None
    """Where the knob of its slider stands, 0 to 1; None where there is nothing to slide."""
    off: bool = False
    """Whether it is muted: its knob is hollow and crossed out."""
    indented: bool = False
    apart: bool = False
    """Whether a new group begins with it."""
    usual_ratio: float = ZERO_RATIO
    """Where its slider stands if nobody has turned it."""


@dataclass(frozen=True)
class Sheet:
    """All that stands in the panel."""

    title: str
    lines: tuple[Line, ...]
    chosen: int
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """Where the rows stand in the image, in pixels from its upper left corner."""

    bands: tuple[tuple[int, float, float], ...]
    """For each row that is shown: its number, its upper and its lower edge."""
    slider: tuple[float, float]
    """Where every slider begins and ends."""

    def row_at(self, y_px: float) -> int | None:
        """The number of the row at a height."""
        return next((number for number, top, bottom in self.bands if top <= y_px < bottom), None)

    def along(self, x_px: float) -> float:
        """How far along the sliders this is: below 0 before them, above 1 behind them."""
        return (x_px - self.slider[0]) / (self.slider[1] - self.slider[0])


def set_sheet(sheet: Sheet, letter_px: int, highest_px: int) -> tuple[Image.Image, Layout]:
    """Set a sheet, as much of it as is high enough to hold: the rows around the chosen one always."""
    return _Setting(sheet, letter_px, highest_px).done()


class _Setting:
    """One sheet being set."""

    def __init__(self, sheet: Sheet, letter_px: int, highest_px: int) -> None:
        self._letter_px = letter_px
        self._small_px = max(round(letter_px * FOOT_RATIO), min(letter_px, 14))
        self._room = round(letter_px * PADDING_RATIO)
        self._row_px = round(letter_px * LINE_RATIO)
        self._sheet = sheet
        rows = (highest_px - 2 * self._room) // self._row_px
        self._foot = sheet.foot if rows >= len(sheet.lines) + len(sheet.foot) + 3 else ()
        self._first, self._last = _around(sheet.chosen, len(sheet.lines), rows - 1)
        self._names_px = max(length_px(line.name, letter_px) + self._indent(line) for line in sheet.lines)
        values = [WIDEST_VALUE, *(line.value for line in sheet.lines)]
        self._values_px = max(length_px(value, letter_px) for value in values)
        gap = letter_px * GAP_RATIO
        start = self._room + gap + self._names_px + gap
        self._slider = (start, start + letter_px * SLIDER_RATIO)

    def done(self) -> tuple[Image.Image, Layout]:
        lines = self._sheet.lines[self._first : self._last]
        gap = self._letter_px * GAP_RATIO
        widths = [self._slider[1] + gap + self._values_px + gap / 2, *map(self._foot_px, self._foot)]
        height = self._row_px * (1 + len(lines) + len(self._foot)) + 2 * self._room
        height += round(self._letter_px * APART_RATIO) * (sum(line.apart for line in lines) + bool(self._foot))
        image = Image.new("L", (round(max(widths)) + self._room, height))
        draw, y = ImageDraw.Draw(image), float(self._room)
        self._text(draw, (self._room, y), self._sheet.title, INK)
        y += self._row_px
        bands = []
        for number, line in enumerate(lines, self._first):
            y += self._letter_px * APART_RATIO * line.apart
            self._row(draw, y, line, number == self._sheet.chosen, image.width)
            bands.append((number, y, y + self._row_px))
            y += self._row_px
        self._feet(draw, y + self._letter_px * APART_RATIO)
        return image, Layout(tuple(bands), self._slider)

    def _row(self, draw: ImageDraw.ImageDraw, y: float, line: Line, chosen: bool, width: int) -> None:
        ink = INK if chosen else DIM_INK
        gap, letter = self._letter_px * GAP_RATIO, self._letter_px
        if chosen:
            box = (self._room - gap / 2, y, width - self._room + gap / 2, y + self._row_px - 1)
            draw.rounded_rectangle(box, radius=letter * 0.25, outline=LINE_INK, width=max(round(letter / 14), 1))
            middle, side = y + self._row_px / 2, letter * 0.22
            tip = self._room + gap * 0.45
            draw.polygon([(tip - side, middle - side), (tip - side, middle + side), (tip, middle)], fill=INK)
        x = self._room + gap + self._indent(line)
        self._text(draw, (x, y), line.name, ink)
        if line.level_ratio is not None:
            self._knob(draw, y + self._row_px / 2, line, line.level_ratio, ink)
            self._text(draw, (self._slider[1] + gap, y), line.value, ink)
        else:
            self._text(draw, (self._slider[0], y), line.value, ink)

    def _knob(self, draw: ImageDraw.ImageDraw, y: float, line: Line, level_ratio: float, ink: int) -> None:
        """A line, a tick where it usually stands, and the knob; hollow and crossed out where it is muted."""
        (left, right), stroke = self._slider, max(round(self._letter_px / 12), 1)
        draw.line((left, y, right, y), fill=LINE_INK, width=stroke)
        usual, tick = left + (right - left) * line.usual_ratio, self._letter_px * 0.28
        draw.line((usual, y - tick, usual, y + tick), fill=LINE_INK, width=stroke)
        x = left + (right - left) * level_ratio
        disc = _disc(self._letter_px * KNOB_RATIO, stroke, line.off)
        draw.bitmap((round(x - disc.width / 2), round(y - disc.height / 2)), disc, fill=ink)

    def _feet(self, draw: ImageDraw.ImageDraw, y: float) -> None:
        for text in self._foot:
            self._text(draw, (self._room, y), text, DIM_INK, self._small_px)
            y += self._row_px

    def _text(
        self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, ink: int, letter_px: int | None = None
    ) -> None:
        """Amid the height of a row."""
        made = word(text, letter_px or self._letter_px)
        place = (round(at[0]) - OVERHANG_PX, round(at[1] + (self._row_px - made.height) / 2))
        draw.bitmap(place, made, fill=ink)

    def _indent(self, line: Line) -> float:
        return self._letter_px * INDENT_RATIO * line.indented

    def _foot_px(self, text: str) -> float:
        return self._room + length_px(text, self._small_px)


@lru_cache(maxsize=8)
def _disc(radius_px: float, stroke_px: int, hollow: bool) -> Image.Image:
    """A knob, drawn large and made small, for Pillow knows no soft edges; hollow ones are crossed out."""
    side, inner = round(2 * radius_px + 2) * FINER, (radius_px - 1.5 * stroke_px) * FINER
    image, middle = Image.new("L", (side, side)), side / 2
    draw, outer = ImageDraw.Draw(image), radius_px * FINER
    draw.ellipse((middle - outer, middle - outer, middle + outer, middle + outer), fill=255)
    if hollow:
        draw.ellipse((middle - inner, middle - inner, middle + inner, middle + inner), fill=0)
        across = outer * 0.7
        ends = (middle - across, middle + across, middle + across, middle - across)
        draw.line(ends, fill=255, width=round(1.5 * stroke_px * FINER))
    return image.resize((side // FINER, side // FINER), Image.Resampling.LANCZOS)


def _around(chosen: int, count: int, room: int) -> tuple[int, int]:
    """From where to where rows are shown that cannot all be."""
    room = max(min(room, count), 1)
    first = min(max(chosen - room // 2, 0), count - room)
    return first, first + room
