"""The page of worlds tells of every world there is."""

from __future__ import annotations

from PIL import Image

from tests.tools.gallery import PAGE, PICTURES, SIZE_PX, page, shelf


def test_the_gallery_is_as_the_packs_are() -> None:
    assert PAGE.read_text("utf-8") == page(), "worlds have changed; type: python -m tests.tools.gallery --text"


def test_every_world_has_its_picture_and_no_picture_is_left_over() -> None:
    assert {path.stem for path in PICTURES.glob("*.jpg")} == {entry.id for entry in shelf()}
    for path in PICTURES.glob("*.jpg"):
        with Image.open(path) as picture:
            assert picture.size == SIZE_PX
