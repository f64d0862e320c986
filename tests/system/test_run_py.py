"""`run.py`: prepares on the first start only, then becomes the command."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.system.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_the_first_start_prepares_and_the_second_only_hands_over(project: Project) -> None:
    project.has_uv()
    first = project.start("render", "dusk_lake")
    assert (first.code, len(project.calls)) == (7, 2)
    assert "cli ['render', 'dusk_lake']" in first.out
    second = project.start("play")
    assert (second.code, second.err, len(project.calls)) == (7, "", 2)
    assert "cli ['play']" in second.out


def test_the_visitors_own_folder_is_kept_and_not_searched_for_modules(project: Project, tmp_path: Path) -> None:
    project.has_uv()
    for decoy in ("game", "worlds"):
        (tmp_path / "elsewhere" / decoy).mkdir(parents=True)
        (tmp_path / "elsewhere" / decoy / "__init__.py").write_text("raise SystemExit('a decoy was imported')")
    answer = project.start("list", cwd=tmp_path / "elsewhere")
    assert f"cli ['list'] {tmp_path / 'elsewhere'} {project.folder}" in answer.out


def test_changed_packages_are_fetched_anew(project: Project) -> None:
    project.has_uv()
    project.start()
    with (project.folder / "pyproject.toml").open("a") as file:
        file.write("\n# changed\n")
    project.start()
    assert [call.split()[0] for call in project.calls] == ["venv", "pip", "pip"]


def test_the_test_command_adds_the_test_tools_and_later_starts_keep_them(project: Project) -> None:
    project.has_uv()
    project.start()
    project.start("test", "--version")
    assert project.calls[-1].endswith("-e .[test]")
    assert project.start().err == ""
    (project.folder / "pyproject.toml").write_text("# changed")
    project.start()
    assert project.calls[-1].endswith("-e .[test]")


def test_a_moved_project_is_prepared_anew(project: Project) -> None:
    project.has_uv()
    project.start()
    moved = project.folder.with_name("moved")
    project.folder.rename(moved)
    project.folder = moved
    project.start()
    assert len(project.calls) > 2


def test_a_set_up_that_was_killed_is_not_taken_for_whole(project: Project) -> None:
    project.has_uv(install="touch $PWD/.venv/half; kill -9 $PPID")
    assert project.start().code == -signal.SIGKILL
    assert (project.folder / ".venv" / "half").exists()
    project.has_uv()
    answer = project.start("list")
    assert "cli ['list']" in answer.out
    assert not (project.folder / ".venv" / "half").exists()


def test_an_environment_whose_python_cannot_be_started_is_told_in_one_line(project: Project) -> None:
    project.has_uv()
    project.start()
    program = project.folder / ".venv" / "bin" / "python"
    program.unlink()
    program.write_text("no program")
    stamp = project.folder / ".venv" / "stillroom-ready"
    stamp.write_text(stamp.read_text().replace(os.path.realpath(sys.executable), str(program)))
    answer = project.start("list")
    assert (answer.code, answer.err.count("\n")) == (3, 1)
    assert "could not be started (Permission denied). Delete the folder .venv" in answer.err
