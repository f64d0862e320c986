"""The words makers read for each kind of mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.worlds.wording import BROKEN, EXPECTED, said
from worlds.problems import Unreadable
from worlds.reading import read_world

PACKS = sorted(BROKEN.iterdir())


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_broken_pack_is_explained_as_expected(pack: Path) -> None:
    """When a wording was changed on purpose: python -m tests.worlds.wording, and read the difference."""
    assert said(pack) + "\n" == (pack / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_nothing_of_the_machinery_shows(pack: Path) -> None:
    text = said(pack)
    for inside in (
        "pydantic",
        "Input should",
        "Extra inputs",
        "String should",
        "union",
        "tag",
        "ErrorDetails",
        "loc=",
    ):
        assert inside not in text
    assert "\x1b" not in text


def test_every_mistake_is_told_at_once_and_in_the_order_of_the_file() -> None:
    with pytest.raises(Unreadable) as caught:
        read_world(BROKEN / "many_mistakes")
    lines = [problem.line for problem in caught.value.problems]
    assert len(lines) == 6
    assert lines == sorted(lines)


def test_thousands_of_mistakes_are_counted_and_not_recited(tmp_path: Path) -> None:
    text = 'format = 1\n[world]\nname = "Here"\n' + "".join(f"key_{number} = 1\n" for number in range(20_000))
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "world.toml").write_text(text)
    with pytest.raises(Unreadable) as caught:
        read_world(tmp_path / "here")
    assert len(caught.value.problems) < 300
    assert "more mistakes" in caught.value.problems[-1].message
