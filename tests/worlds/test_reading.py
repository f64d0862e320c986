"""Reading packs, good and bad: a world or located problems, never anything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from worlds.catalogue import BUILTIN
from worlds.files import MAX_BYTES
from worlds.format.world import World
from worlds.problems import Problem, Unreadable
from worlds.reading import read_world

SMALLEST = 'format = 1\n[world]\nname = "Here"\n'
STARTER = (BUILTIN.parent / "starter" / "world.toml").read_text(encoding="utf-8")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """An empty folder for a pack."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def _read(pack: Path, content: str | bytes) -> World:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    (pack / "world.toml").write_bytes(raw)
    return read_world(pack)


def _problems(pack: Path) -> list[Problem]:
    with pytest.raises(Unreadable) as caught:
        read_world(pack)
    return caught.value.problems


def test_a_format_and_a_name_alone_are_a_world(pack: Path) -> None:
    world = _read(pack, SMALLEST)
    assert (world.world.name, world.world.id) == ("Here", "here")
    assert world.layers
    assert world.voices


@pytest.mark.parametrize("text", [SMALLEST.replace("\n", "\r\n"), "\ufeff" + SMALLEST], ids=["crlf", "bom"])
def test_what_windows_editors_write_is_read(pack: Path, text: str) -> None:
    assert _read(pack, text).world.name == "Here"


def test_a_pack_reached_by_a_link_to_its_folder_is_read(pack: Path, tmp_path: Path) -> None:
    _read(pack, SMALLEST)
    (tmp_path / "elsewhere").symlink_to(pack)
    assert read_world(tmp_path / "elsewhere").world.id == "here"


def test_a_world_takes_what_it_does_not_write_from_the_one_it_extends(pack: Path, tmp_path: Path) -> None:
    parent = tmp_path / "parent"
    parent.mkdir()
    _read(
        parent,
        SMALLEST.replace("Here", "There")
        + 'author = "me"\n[camera]\nhorizon_ratio = 0.7\n[[voice]]\nkind = "rake"\n',
    )
    world = _read(pack, SMALLEST.replace("[world]", 'extends = "parent"\n[world]') + '[[voice]]\nkind = "owl"\n')
    assert (world.world.name, world.world.id, world.world.author) == ("Here", "here", "")
    assert world.camera.horizon_ratio == 0.7
    assert [voice.kind for voice in world.voice] == ["owl"]


def test_a_parent_has_no_parent(pack: Path, tmp_path: Path) -> None:
    for name, parent in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "world.toml").write_text(SMALLEST.replace("[world]", f'extends = "{parent}"\n[world]'))
    (pack / "world.toml").write_text(SMALLEST.replace("[world]", 'extends = "one"\n[world]'))
    (problem,) = _problems(pack)
    assert (problem.line, problem.message) == (2, '"one" extends another world itself; only one step is possible.')


def test_a_folder_that_vanished(tmp_path: Path) -> None:
    assert _problems(tmp_path / "gone")[0].message == "there is no such folder."


def test_a_link_out_of_the_pack_is_refused_unread(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password = 1")
    (pack / "world.toml").symlink_to(tmp_path / "secret")
    (problem,) = _problems(pack)
    assert "link out of its folder" in problem.message
    assert problem.source == ""


def test_links_that_go_nowhere_or_in_a_circle(pack: Path) -> None:
    (pack / "world.toml").symlink_to(pack / "nothing")
    assert "no such file" in _problems(pack)[0].message
    (pack / "nothing").symlink_to(pack / "world.toml")
    assert "circle" in _problems(pack)[0].message


def test_a_folder_or_a_pipe_in_place_of_the_file(pack: Path, tmp_path: Path) -> None:
    (pack / "world.toml").mkdir()
    assert "not an ordinary file" in _problems(pack)[0].message
    (tmp_path / "pipe").mkdir()
    os.mkfifo(tmp_path / "pipe" / "world.toml")
    assert "not an ordinary file" in _problems(tmp_path / "pipe")[0].message


def test_ten_megabytes_are_refused_unread(pack: Path) -> None:
    with (pack / "world.toml").open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    (problem,) = _problems(pack)
    assert "larger than 1000 kB" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 500_000,
        "a = " + "[" * 300 + "]" * 300,
        ".".join("a" * 400_000) + " = 1",
        "[" * 900_000,
        "a = " + "1" * 900_000,
        'a = "' + "x" * 900_000,
        "a = [" + "[]," * 300_000 + "]",
        "\n" * 999_000,
        "a" * 999_000,
    ],
    ids=[
        "open lists",
        "deep lists",
        "dotted key",
        "headers",
        "digits",
        "open text",
        "wide list",
        "lines",
        "one key",
    ],
)
def test_hostile_files_are_told_in_a_moment(pack: Path, text: str) -> None:
    (pack / "world.toml").write_text(text)
    for problem in _problems(pack):
        assert problem.message
        assert problem.column <= len(text) + 1


def _is_located(problem: Problem, text: str) -> bool:
    lines = text.removeprefix("\ufeff").split("\n")
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def _read_or_explain(pack: Path, content: bytes) -> list[Problem]:
    """The problems of a pack, of which there is at least one if it cannot be read."""
    try:
        assert isinstance(_read(pack, content), World)
    except Unreadable as unreadable:
        return unreadable.problems or [Problem(pack, 0, 0, "", "nothing was said")]
    return []


_MANY = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_MANY
@given(st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=40))
def test_any_bytes_are_a_world_or_located_problems(pack: Path, content: bytes) -> None:
    for problem in _read_or_explain(pack, content):
        assert _is_located(problem, content.decode("utf-8", "replace"))


_PIECES = st.sampled_from([*"[]{}=,.#'\"\\\n", "[[layer]]", "[voice]", "nan", "-9e99", "true", "1979-05-27"])
_CHANGES = st.lists(st.tuples(st.integers(0, len(STARTER)), st.integers(0, 30), _PIECES), min_size=1, max_size=4)


@_MANY
@given(_CHANGES)
def test_any_change_to_a_pack_is_a_world_or_located_problems(pack: Path, cuts: list[tuple[int, int, str]]) -> None:
    text = STARTER
    for at, length, piece in cuts:
        text = text[:at] + piece + text[at + length :]
    for problem in _read_or_explain(pack, text.encode()):
        assert _is_located(problem, text)
        assert problem.message.endswith(".")
        assert "Input should" not in problem.message
