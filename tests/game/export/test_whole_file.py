"""A file is there whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from game.export.whole_file import whole_file
from game.problem import Trouble


def test_it_appears_when_all_is_written(tmp_path: Path) -> None:
    final = tmp_path / "film.mp4"
    with whole_file(final) as partial:
        partial.write_bytes(b"half")
        assert not final.exists()
        assert partial.suffix == ".mp4"
    assert final.read_bytes() == b"half"
    assert list(tmp_path.iterdir()) == [final]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, ValueError])
def test_whatever_stops_it_leaves_what_was_there_before(tmp_path: Path, stop: type[BaseException]) -> None:
    final = tmp_path / "film.mp4"
    final.write_bytes(b"before")

    def write() -> None:
        with whole_file(final) as partial:
            partial.write_bytes(b"half")
            raise stop

    with pytest.raises(stop):
        write()
    assert final.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [final]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "can only be read"), (errno.EACCES, "may not write")],
)
def test_what_the_disk_refuses_is_said_in_words(tmp_path: Path, number: int, words: str) -> None:
    def write() -> None:
        with whole_file(tmp_path / "film.mp4"):
            raise OSError(number, os.strerror(number))

    with pytest.raises(Trouble, match=words):
        write()
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_found_out_before_the_work(tmp_path: Path) -> None:
    began = False
    with pytest.raises(Trouble, match="that folder does not exist"), whole_file(tmp_path / "no" / "film.mp4"):
        began = True
    assert not began


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is a folder"), whole_file(tmp_path):
        pass


def test_a_name_of_250_letters_is_possible(tmp_path: Path) -> None:
    final = tmp_path / ("x" * 246 + ".mp4")
    with whole_file(final) as partial:
        partial.write_bytes(b"all")
    assert final.exists()


def test_a_name_too_long_for_the_system_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="name is too long"), whole_file(tmp_path / ("a" * 300 + "/b.png")):
        pass
