"""A maker's drawing as pixels: SVG by resvg, PNG by Pillow, cut to what is painted on it."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from worlds.drawings import LARGEST_PX, damaged, empty

SEEN = 8
"""Of 255: what is less opaque counts as nothing."""
EDGE = 0.012
"""How far a shape's edge catches light, in its heights."""


def drawn(path: Path, height_px: int) -> Image.Image:
    """What is painted on a drawing, about so many pixels high, in RGBA. Raises `Unfit`."""
    height_px = min(max(height_px, 2), LARGEST_PX)
    try:
        image = _svg(path, height_px) if path.suffix.lower() == ".svg" else _png(path)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise damaged() from error
    box = image.getchannel("A").point(lambda level: 255 if level >= SEEN else 0).getbbox()
    if box is None:
        raise empty()
    image = image.crop(box)
    width_px = max(round(image.width * height_px / image.height), 1)
    return image.resize((min(width_px, 2 * LARGEST_PX), height_px), Image.Resampling.LANCZOS)


def margin_px(image: Image.Image) -> int:
    """How much empty room `relief` leaves on each side, so that edges end softly."""
    return max(round(2 * EDGE * image.height), 2)


def relief(image: Image.Image) -> NDArray[np.uint8]:
    """Where each edge of a shape faces and how much of an edge it is, its tone, and its cover.

    Shape (height, width, 4) with `margin_px` around, lower rows first: the direction outwards x and y times the
    strength, 0..255 for -1..1; lightness; opacity.
    """
    image = ImageOps.expand(image, margin_px(image))
    alpha = image.getchannel("A")
    soft = np.asarray(alpha.filter(ImageFilter.GaussianBlur(max(EDGE * image.height, 0.8))), np.float32) / 255.0
    down, across = np.gradient(soft)
    strength = np.maximum(np.hypot(across, down).max(), 1e-6)
    outward = np.stack([-across, down], axis=2) / strength
    tone = np.asarray(image.convert("L"), np.uint8)
    packed = np.dstack([(outward * 127.5 + 127.5).astype(np.uint8), tone, np.asarray(alpha, np.uint8)])
    return np.ascontiguousarray(packed[::-1])


def _svg(path: Path, height_px: int) -> Image.Image:
    """Twice as large as wanted, since much of its sheet may be empty."""
    import resvg_py

    text = path.read_text(encoding="utf-8")
    png = resvg_py.svg_to_bytes(svg_string=text, height=min(2 * height_px, LARGEST_PX), skip_system_fonts=True)
    return _opened(io.BytesIO(bytes(png)))


def _png(path: Path) -> Image.Image:
    return _opened(io.BytesIO(path.read_bytes()))


def _opened(png: io.BytesIO) -> Image.Image:
    image: Image.Image = Image.open(png, formats=["PNG"])
    return image.convert("RGBA")
