"""Looking into a maker's drawing before anything draws it: is it one, and how large?

PNG (ISO/IEC 15948) is known by its first bytes; SVG (W3C, SVG 2) is XML with a size.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from worlds.own_files import Unfit, inside, unreadable
from worlds.said import said

MOST_BYTES = 8_000_000
SMALLEST_PX, LARGEST_PX = 8, 4096
PNG = b"\x89PNG\r\n\x1a\n"


def inspect(name: str, folder: Path) -> None:
    """Look at the file of this name in a pack's folder. Raises `Unfit`."""
    path = inside(name, folder, MOST_BYTES)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(error) from error
    if path.suffix.lower() == ".png":
        _look_at_png(content)
    else:
        _look_at_svg(content)


def damaged() -> Unfit:
    """What to say of a file that is none of ours."""
    message = said("this drawing is damaged, or neither SVG nor PNG.")
    return Unfit(message, said("Save it again as SVG, or as PNG with a transparent ground."))


def empty() -> Unfit:
    """What to say of a drawing on which nothing is to be seen."""
    return Unfit(said("nothing stands on this drawing."), said("What is to be seen must be painted, on nothing."))


def _look_at_png(content: bytes) -> None:
    if not content.startswith(PNG) or content[12:16] != b"IHDR" or len(content) < 24:
        raise damaged()
    width, height = struct.unpack(">II", content[16:24])
    if not all(SMALLEST_PX <= side <= LARGEST_PX for side in (width, height)):
        message = said("this drawing is {width} x {height} pixels.", width=width, height=height)
        raise Unfit(message, said("Each side must be from {low} to {high}.", low=SMALLEST_PX, high=LARGEST_PX))


def _look_at_svg(content: bytes) -> None:
    if re.search(rb"<!(DOCTYPE[^>]*\[|ENTITY)", content):
        raise Unfit(said("this SVG defines entities."), said("Save it as plain SVG."))
    try:
        root = fromstring(content)
    except (ParseError, ValueError, RecursionError) as error:
        raise damaged() from error
    if root.tag.rpartition("}")[2] != "svg":
        raise damaged()
    if not _has_size(root):
        message = said("this SVG does not say how large it is.")
        raise Unfit(message, said('Its first element needs viewBox="0 0 WIDTH HEIGHT".'))


def _has_size(root: Element) -> bool:
    return bool(root.get("viewBox") or (root.get("width") and root.get("height")))
