"""Text as textures: set by Pillow (with HarfBuzz where it has it), at the resolution of the output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from arcade.gl import Context, Texture2D
from PIL import Image, ImageDraw, ImageFont

FONT = "SourceSansPro-Regular.otf"
BODY_RATIO = 28 / 1080
"""Height of the letters, as a share of the output's height: 28 px at 1080p."""
SMALLEST_PX = 15
LINE_RATIO = 1.42
OVERHANG_PX = 3
"""So far letters may lean out of the room that is reckoned for them."""
PADDING_RATIO = 1.3
"""Room round a text, in letter heights."""


@dataclass(frozen=True)
class Row:
    """One line of a panel: one text, or several in columns."""

    cells: tuple[str, ...]
    size_ratio: float = 1.0
    """Letters relative to the body's."""
    mark: int | None = None
    """Put a caret under this letter of the only cell (counted from 0)."""


@dataclass(frozen=True)
class Lettering:
    """A text ready to be drawn."""

    texture: Texture2D
    size_px: tuple[int, int]


@lru_cache(maxsize=16)
def font(size_px: int) -> ImageFont.FreeTypeFont:
    """The one face, at a size."""
    data = files("game.view").joinpath("fonts", FONT).read_bytes()
    return ImageFont.truetype(BytesIO(data), size_px)


@lru_cache(maxsize=256)
def word(text: str, size_px: int) -> Image.Image:
    """A text by itself, from ascender to descender, `OVERHANG_PX` of room beside it: setting is what costs, and a
    panel that changes while something is turned says nearly the same again."""
    face = font(size_px)
    image = Image.new("L", (int(face.getlength(text)) + 1 + 2 * OVERHANG_PX, sum(face.getmetrics())))
    ImageDraw.Draw(image).text((OVERHANG_PX, 0), text, fill=255, font=face)
    return image


@lru_cache(maxsize=256)
def length_px(text: str, size_px: int) -> float:
    """How long a text is at a size."""
    return font(size_px).getlength(text)


def body_px(output_height_px: int, scale: float = 1.0) -> int:
    """Size of the letters for an output."""
    return max(round(output_height_px * BODY_RATIO * scale), SMALLEST_PX)


def set_rows(rows: Sequence[Row], letter_px: int, widest_px: int) -> Image.Image:
    """A one-channel image of the rows with room round them; too long a row is broken, a column is aligned."""
    rows = [broken for row in rows for broken in _broken(row, letter_px, widest_px)]
    columns = _columns(rows, letter_px)
    room = round(letter_px * PADDING_RATIO)
    heights = [round(letter_px * row.size_ratio * LINE_RATIO) for row in rows]
    width = max((_width(row, columns, letter_px) for row in rows), default=1) + 2 * room
    image = Image.new("L", (int(width) + 1, sum(heights) + 2 * room))
    draw, y = ImageDraw.Draw(image), room
    for row, height in zip(rows, heights, strict=True):
        _set_row(draw, row, (room, y), columns, letter_px)
        y += height
    return image


def upload(ctx: Context, image: Image.Image) -> Lettering:
    """Hand an image to the GL."""
    flipped = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    padded = Image.new("L", ((image.width + 3) // 4 * 4, image.height))
    padded.paste(flipped)
    texture = ctx.texture(padded.size, components=1, data=padded.tobytes(), filter=(ctx.LINEAR, ctx.LINEAR))
    return Lettering(texture, padded.size)


def _face(row: Row, letter_px: int) -> ImageFont.FreeTypeFont:
    return font(max(round(letter_px * row.size_ratio), min(SMALLEST_PX, letter_px)))


def _columns(rows: Sequence[Row], letter_px: int) -> list[float]:
    """Where each column after the first begins."""
    several = [row for row in rows if len(row.cells) > 1]
    first = max((_face(row, letter_px).getlength(row.cells[0]) for row in several), default=0.0)
    return [0.0, first + letter_px * 1.4]


def _width(row: Row, columns: Sequence[float], letter_px: int) -> float:
    last = len(row.cells) - 1
    return columns[min(last, 1)] + _face(row, letter_px).getlength(row.cells[last])


def _set_row(
    draw: ImageDraw.ImageDraw, row: Row, at: tuple[int, int], columns: Sequence[float], letter_px: int
) -> None:
    face = _face(row, letter_px)
    for cell, x in zip(row.cells, columns, strict=False):
        draw.text((at[0] + x, at[1]), cell, fill=255, font=face)
    if row.mark is not None:
        x = face.getlength(row.cells[0][: row.mark])
        draw.text((at[0] + x, at[1] + letter_px * row.size_ratio * 1.05), "^", fill=255, font=face)


def _broken(row: Row, letter_px: int, widest_px: int) -> list[Row]:
    """A row of one cell that is too wide, as several, broken at spaces where there are any."""
    face, text = _face(row, letter_px), row.cells[0]
    if len(row.cells) > 1 or row.mark is not None or face.getlength(text) <= widest_px:
        return [row]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and face.getlength(longer) > widest_px:
            lines.append(line)
            longer = word
        line = longer
    return [Row((part,), row.size_ratio) for part in (*lines, line)]
