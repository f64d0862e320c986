"""Pythons that do not fit: they can read what tells them so, and another that fits is found."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from game.setup import pythons
from tests.system.project import EARLY, ROOT, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.mark.parametrize("path", EARLY, ids=lambda path: path.stem)
def test_old_pythons_can_read_what_tells_them_they_do_not_fit(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {"run", *(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in EARLY)}
    ours |= {"game.setup", "game.machine"}
    assert {name.split(".")[0] for name in imported - ours} <= sys.stdlib_module_names
    assert "__future__" not in imported


def test_every_python_since_2_7_can_read_run_py_itself() -> None:
    text = (ROOT / "run.py").read_text(encoding="ascii")
    later = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(text)):
        assert not isinstance(node, later), ast.dump(node)
        if isinstance(node, ast.FunctionDef):
            assert node.returns is None
            assert not node.args.kwonlyargs
            assert all(argument.annotation is None for argument in node.args.args)
        if isinstance(node, ast.List | ast.Tuple):
            assert not any(isinstance(entry, ast.Starred) for entry in node.elts)
        if isinstance(node, ast.Raise):
            assert node.cause is None


@pytest.mark.parametrize("version", ["2, 7", "3, 5"])
def test_a_python_too_old_for_the_set_up_says_so_in_one_line(project: Project, version: str) -> None:
    code = f"import sys, runpy; sys.version_info = ({version}, 0); runpy.run_path('run.py', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert f"this is Python {version.replace(', ', '.')}, which does not fit" in done.stderr


def test_the_range_of_pythons_is_that_of_the_project() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == pythons.RANGE
    assert ">={}.{},<{}.{}".format(*pythons.OLDEST, *pythons.TOO_NEW) == pythons.RANGE


@pytest.mark.parametrize("version", ["3, 6", "3, 10", "3, 14"])
def test_a_python_that_does_not_fit_says_so_in_one_line(project: Project, version: str) -> None:
    pretend = f"import sys, runpy; sys.version_info = ({version}, 0); sys.path.insert(0, '.')\n"
    hidden = "import shutil; shutil.which = lambda name: None\n"
    code = f"{pretend}{hidden}runpy.run_path('run.py', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project.folder, capture_output=True, text=True, check=False
    )
    told = f"Python {version.replace(', ', '.')} does not fit: Stillroom needs Python >=3.11,<3.14"
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert told in done.stderr


def test_a_fitting_python_elsewhere_on_the_path_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(pythons.shutil, "which", lambda name: f"/opt/{name}" if name != "python3.13" else None)
    monkeypatch.setattr(pythons, "version_of", lambda path: (3, int(path.rpartition(".")[2])))
    assert pythons.fitting("/nowhere/.venv") == "/opt/python3.12"


def test_a_python_without_venv_says_what_to_install(project: Project) -> None:
    project.program("sitecustomize.py", "import sys; sys.modules['ensurepip'] = None")
    path = f"{project.folder}{os.pathsep}{project.programs}"
    answer = project.start(PYTHONPATH=path)
    assert answer.code == 3
    major, minor = sys.version_info[:2]
    assert (
        f"has no venv module. Install it (on Debian and Ubuntu: apt-get install python{major}.{minor}-venv)"
        in (answer.err.splitlines()[-1])
    )
