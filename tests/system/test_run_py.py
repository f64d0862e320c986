"""`run.py` and the set-up behind it, in a copy of the project with a stand-in for uv where no network is wanted."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

import run
from game.setup import pythons

ROOT = Path(run.HERE)
EARLY = [
    ROOT / "run.py",
    ROOT / "game/__init__.py",
    *(ROOT / "game" / "setup").glob("*.py"),
    ROOT / "game/machine/__init__.py",
    ROOT / "game/machine/libraries.py",
]
UV = """#!/bin/sh
echo "$*" >> "{log}"
case "$1" in
  venv) mkdir -p "{venv}/bin"; ln -sf "{python}" "{venv}/bin/python" ;;
  pip) {install} ;;
esac
"""
LACKS_PORTAUDIO = """import ctypes, os
class CDLL(ctypes.CDLL):
    def __init__(self, name, *rest, **more):
        if name == "libportaudio.so.2":
            raise OSError(name)
        super().__init__(name, *rest, **more)
ctypes.CDLL = CDLL
os.geteuid = lambda: {user}
"""
APT = """#!/bin/sh
echo "apt-get $*" >> "{log}"
exit {code}
"""
CLI = """import os, sys
print("cli", sys.argv[1:], os.getcwd(), __file__)
sys.exit(7)
"""


class Project:
    """A copy of what `run.py` needs, and the programs it may find."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder / "project", folder / "uv.log"
        self.programs = folder / "programs"
        self.options = ["--no-system-packages"]
        self.programs.mkdir()
        for file in EARLY:
            target = self.folder / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        shutil.copy(ROOT / "pyproject.toml", self.folder)
        (self.folder / "game" / "cli.py").write_text(CLI)

    def has_uv(self, install: str = "true") -> None:
        text = UV.format(log=self.log, venv=self.folder / ".venv", python=sys.executable, install=install)
        self.program("uv", text)

    def program(self, name: str, text: str) -> None:
        path = self.programs / name
        path.write_text(text)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def start(self, *words: str, cwd: Path | None = None, **environment: str) -> Answer:
        variables = {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "PYTHONPATH": str(self.folder),
            "HOME": str(self.folder),
            "PIP_CONFIG_FILE": os.devnull,
            **environment,
        }
        command = [sys.executable, str(self.folder / "run.py"), *self.options, *words]
        done = subprocess.run(
            command, cwd=cwd or self.folder, env=variables, capture_output=True, text=True, check=False
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    @property
    def calls(self) -> list[str]:
        """How uv was called so far."""
        return self.log.read_text().splitlines() if self.log.exists() else []


class Answer:
    """What a start said, and with what code it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        assert "Traceback" not in err


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.mark.parametrize("path", EARLY, ids=lambda path: path.stem)
def test_old_pythons_can_read_what_tells_them_they_do_not_fit(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {"run", "game.setup", "game.setup.first_start", "game.setup.steps", "game.machine"}
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


def test_an_installer_that_cannot_be_started_is_told_in_one_line(project: Project) -> None:
    project.has_uv()
    project.program("uv", "#!/no/such/shell\n")
    answer = project.start()
    assert answer.code == 3
    assert "uv could not be started (No such file or directory)" in answer.err.splitlines()[-1]


def test_the_range_of_pythons_is_that_of_the_project() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == pythons.RANGE
    assert ">={}.{},<{}.{}".format(*pythons.OLDEST, *pythons.TOO_NEW) == pythons.RANGE


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


def test_a_failed_fetch_says_why_in_one_line(project: Project) -> None:
    project.has_uv(install="echo 'error: Failed to fetch: dns error' >&2; exit 2")
    answer = project.start()
    assert answer.code == 3
    assert answer.err.splitlines()[-1].startswith("stillroom: the packages could not be installed: the network")
    assert not (project.folder / ".venv" / "stillroom-ready").exists()


def test_without_network_pip_ends_in_one_line(project: Project) -> None:
    """The real venv and pip, sent to a port where nobody listens."""
    answer = project.start(PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_FIND_LINKS="", PIP_CONSTRAINT="")
    assert answer.code == 3
    assert "the network or the package index does not answer" in answer.err.splitlines()[-1]


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


def test_a_project_that_cannot_be_written_to_says_so(project: Project) -> None:
    (project.folder / ".venv.lock").mkdir()
    answer = project.start()
    assert answer.code == 3
    assert "the set-up could not write in" in answer.err.splitlines()[-1]


class TestMissingSystemLibraries:
    """A machine without PortAudio."""

    @pytest.fixture
    def machine(self, project: Project) -> Project:
        project.has_uv()
        project.options = []
        return self.made(project, user=0, code=0)

    def made(self, project: Project, user: int, code: int) -> Project:
        project.program("sitecustomize.py", LACKS_PORTAUDIO.format(user=user))
        project.program("apt-get", APT.format(log=project.log, code=code))
        return project

    def start(self, machine: Project) -> Answer:
        return machine.start("list", PYTHONPATH=f"{machine.folder}{os.pathsep}{machine.programs}")

    def test_root_gets_them_installed_and_is_told(self, machine: Project) -> None:
        answer = self.start(machine)
        assert "installing the system packages libportaudio2 (--no-system-packages forbids this)" in answer.err
        assert machine.calls[:2] == [
            "apt-get update",
            "apt-get install -y --no-install-recommends libportaudio2",
        ]
        assert "cli ['list']" in answer.out

    def test_root_may_forbid_it(self, machine: Project) -> None:
        machine.options = ["--no-system-packages"]
        answer = self.start(machine)
        assert "this machine lacks libportaudio2. To install: apt-get install -y libportaudio2" in answer.err
        assert not any(call.startswith("apt-get") for call in machine.calls)
        assert "cli ['list']" in answer.out

    def test_anyone_else_is_told_the_one_command(self, machine: Project) -> None:
        answer = self.start(self.made(machine, user=1000, code=0))
        assert "To install: sudo apt-get install -y libportaudio2" in answer.err
        assert not any(call.startswith("apt-get") for call in machine.calls)
        assert "cli ['list']" in answer.out

    def test_an_installer_that_fails_does_not_stop_the_start(self, machine: Project) -> None:
        answer = self.start(self.made(machine, user=0, code=100))
        assert "To install them yourself: apt-get install -y libportaudio2" in answer.err
        assert "cli ['list']" in answer.out
