"""The wheel, in an empty environment, started from somebody's own folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL)
    (built,) = folder.glob("stillroom-*.whl")
    return built


@pytest.fixture(scope="module")
def stillroom(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `stillroom` command of an environment in which nothing but the wheel was installed.

    What the wheel depends on is taken from the environment of the tests, which is what an installer would fetch.
    """
    home = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(home, with_pip=True)
    folder = "Scripts" if os.name == "nt" else "bin"
    words = [
        str(home / folder / "python"),
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        str(wheel),
    ]
    subprocess.run(words, check=True)
    (packages,) = home.glob("lib/python*/site-packages")
    others = [path for path in map(Path, sys.path) if path.name in ("site-packages", "dist-packages")]
    (packages / "others.pth").write_text("\n".join(map(str, others)))
    return home / folder / "stillroom"


def started(stillroom: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "PYTHONPATH")}
    return subprocess.run([stillroom, *words], cwd=cwd, env=kept, capture_output=True, text=True, check=False)


def test_it_holds_every_file_of_the_three_rooms_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    tracked = subprocess.run(
        ["git", "ls-files", "game", "audio", "worlds"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    assert held == set(tracked.stdout.split("\n")) - {""}


def test_it_lists_and_renders_beside_somebodys_own_folder_of_worlds(stillroom: Path, tmp_path: Path) -> None:
    (tmp_path / "worlds" / "packs" / "mine").mkdir(parents=True)
    (tmp_path / "worlds" / "packs" / "mine" / "world.toml").write_text('format = 1\n[world]\nname = "Mine"\n')
    (tmp_path / "worlds" / "__init__.py").write_text("raise SystemExit('a decoy was imported')")
    listed = started(stillroom, tmp_path, "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "dusk_lake" in listed.stdout
    assert "mine" not in listed.stdout
    drawn = started(stillroom, tmp_path, "render", "zen_garden", "--out", "a.png", "--size", "64x36")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert (tmp_path / "a.png").stat().st_size > 1000


def test_it_sounds(stillroom: Path, tmp_path: Path) -> None:
    words = ("render", "dusk_lake", "--out", "a.flac", "--seconds", "1")
    made = started(stillroom, tmp_path, *words)
    assert made.returncode == 0
    assert (tmp_path / "a.flac").stat().st_size > 10_000
