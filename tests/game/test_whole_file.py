"""A file is there whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.export.destination import destination
from game.problem import Trouble
from game.whole_file import whole_file

ROOT = Path(__file__).parents[2]


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
        with destination(tmp_path / "film.mp4"):
            raise OSError(number, os.strerror(number))

    with pytest.raises(Trouble, match=words):
        write()
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_found_out_before_the_work(tmp_path: Path) -> None:
    began = False
    with pytest.raises(Trouble, match="that folder does not exist"), destination(tmp_path / "no" / "film.mp4"):
        began = True
    assert not began


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is a folder"), destination(tmp_path):
        pass


@pytest.mark.parametrize("stem", ["x" * 246, "湖" * 83], ids=["narrow", "wide"])
def test_a_name_as_long_as_the_system_allows_is_possible(tmp_path: Path, stem: str) -> None:
    final = tmp_path / f"{stem}.mp4"
    with whole_file(final) as partial:
        partial.write_bytes(b"all")
    assert final.exists()


def test_a_name_too_long_for_the_system_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="name is too long"), destination(tmp_path / ("a" * 300 + "/b.png")):
        pass


class TestLeftovers:
    """Halves of files that killed processes left are removed by the next that writes there."""

    @pytest.fixture
    def killed(self, tmp_path: Path) -> Path:
        """What a process killed in mid-work leaves."""
        work = "from game.whole_file import whole_file; from pathlib import Path; import os, signal, sys\n"
        work += "with whole_file(Path(sys.argv[1])) as partial:\n"
        work += "    partial.write_bytes(b'half'); os.kill(os.getpid(), signal.SIGKILL)"
        subprocess.run([sys.executable, "-c", work, str(tmp_path / "film.mp4")], cwd=ROOT, check=False)
        (half,) = tmp_path.iterdir()
        return half

    def test_they_are_removed_and_told(self, killed: Path, tmp_path: Path) -> None:
        said: list[str] = []
        with destination(tmp_path / "other.png", said.append) as partial:
            partial.write_bytes(b"all")
        assert [path.name for path in tmp_path.iterdir()] == ["other.png"]
        assert said == [f"Removed {killed.name}, left by a render that was killed."]

    def test_halves_still_being_written_stay(self, tmp_path: Path) -> None:
        with whole_file(tmp_path / "one.mp4") as first, whole_file(tmp_path / "two.mp4"):
            assert first.exists()

    def test_what_is_not_certainly_ours_stays(self, killed: Path, tmp_path: Path) -> None:
        ours = killed.name
        machine = ours.split(".")[2].split("-")[0]
        another = "0" * 8 if machine != "0" * 8 else "1" * 8
        kept = {
            ours.replace(machine, another),
            ours.removeprefix("."),
            ours.replace(".part", ".party"),
            f".film.{machine}-{os.getpid()}.part.mp4",
            ".film.part.mp4",
        }
        for name in kept:
            (tmp_path / name).write_bytes(b"mine")
        killed.unlink()
        killed.mkdir()
        with whole_file(tmp_path / "other.png") as partial:
            partial.write_bytes(b"all")
        assert {path.name for path in tmp_path.iterdir()} == {*kept, ours, "other.png"}
