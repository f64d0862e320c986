"""The command line: what it answers, with which code, and what it leaves behind on bad days."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game import cli
from game.problem import Exit

ROOT = Path(cli.__file__).parents[1]
RENDER = ["render", "dusk_lake", "--size", "64x36"]


def environment(**more: str) -> dict[str, str]:
    path = os.pathsep.join(entry for entry in sys.path if entry)
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {**kept, "PYTHONPATH": path, **more}


def command(*words: str) -> list[str]:
    return [sys.executable, "-P", "-m", "game.cli", *words]


def stillroom(*words: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command(*words), cwd=cwd, env=environment(**more), capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    return done


def answer(*words: str) -> int:
    """The exit code of a command run in this process."""
    try:
        return cli.main(words)
    except SystemExit as ended:
        return int(str(ended.code or 0))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rendr"], "there is no command 'rendr'; did you mean render?"),
        (["xyzzy"], "there is no command 'xyzzy'; there are "),
        (["--loud"], "stillroom: "),
        (["render", "dusk_lake"], "the following arguments are required: --out"),
        ([*RENDER, "--out", "a.png", "--size", "12"], "a size is written like 1280x720, not '12'"),
        ([*RENDER, "--out", "a.png", "--size", "9x9"], "a side must be from 16 to 8192 pixels, not 9x9"),
        ([*RENDER, "--out", "a.png", "--hour", "25"], "it must be from 0 to 24, not 25"),
        ([*RENDER, "--out", "a.png", "--hour", "late"], "an hour of the day is written like 18.5 or 18:30"),
        ([*RENDER, "--out", "a.png", "--hour", "nan"], "it must be from 0 to 24, not nan"),
        ([*RENDER, "--out", "a.mp4", "--seconds", "0"], "it must be from 0.05 to 604800, not 0"),
        ([*RENDER, "--out", "a.mp4", "--fps", "1000"], "it must be from 1 to 120, not 1000"),
        ([*RENDER, "--out", "a.png", "--seed", "-1"], "a seed is a whole number from 0 to 2^63 - 1, not '-1'"),
        ([*RENDER, "--out", "a.png", "--touch", "1,2"], "a touch is written X,Y,SECONDS like 0.4,0.2,3"),
        ([*RENDER, "--out", "a.png", "--touch", "2,0,1"], "it must be from 0 to 1, not 2"),
        (["render", "dusk_lak", "--out", "a.png"], "There is no world called 'dusk_lak'. Did you mean dusk_lake?"),
        (["render", ".", "--out", "a.png"], "The folder . is no world: it has no world.toml."),
        ([*RENDER, "--out", "film.avi"], "'film.avi' does not say what to write; end it in one of .png .mp4"),
    ],
)
def test_wrong_usage_is_answered_in_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert answer(*words) == Exit.USAGE
    out, err = capsys.readouterr()
    assert told in err
    assert not out
    assert not list(tmp_path.iterdir())


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer("--help") == 0
    commands = {"play", "list", "check", "render", "bench", "new", "watch", "doctor"}
    listed = capsys.readouterr().out
    assert all(f"    {name} " in listed for name in commands)
    for name in commands:
        assert answer(name, "--help") == 0
        assert f"usage: stillroom {name}" in capsys.readouterr().out


def test_a_command_imports_nothing_heavy_before_it_is_known_to_be_well_said() -> None:
    code = (
        "import sys\nfrom game import cli\ntry: cli.main(['render', 'dusk_lake'])\nexcept SystemExit: pass\n"
        "print([name for name in ('arcade', 'numpy', 'pydantic', 'rich', 'av') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_without_a_screen_a_film_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.WITHOUT_SCREEN[cli.WITHOUT_SCREEN.index("--seconds") + 1] == "20"
    assert cli.WITHOUT_SCREEN[cli.WITHOUT_SCREEN.index("--size") + 1] == "1280x720"
    shorter = ["0.5" if word == "20" else "64x36" if word == "1280x720" else word for word in cli.WITHOUT_SCREEN]
    monkeypatch.setattr(cli, "WITHOUT_SCREEN", shorter)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.chdir(tmp_path)
    assert cli.main([]) == Exit.WELL
    assert "There is no screen here" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["dusk_lake.mp4"]


def test_what_nobody_foresaw_becomes_a_sentence_and_a_log(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom game import cli\n"
        "def run(words): raise ZeroDivisionError('division by zero')\n"
        "cli.run = run\nsys.exit(cli.main(['list']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(XDG_STATE_HOME=str(tmp_path), HOME=str(tmp_path)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == Exit.PROBLEMS
    assert done.stderr.startswith("stillroom: Something went wrong that should not have (ZeroDivisionError")
    assert done.stderr.count("\n") == 1
    (log,) = tmp_path.rglob("stillroom.log")
    assert "Traceback" in log.read_text()


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    with subprocess.Popen(
        command("list", "--json"), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == Exit.WELL


def heeding() -> None:
    """What is started in the background ignores Ctrl+C; this one shall heed it all the same."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize(
    ("number", "code", "left"),
    [
        (signal.SIGTERM, Exit.TERMINATED, 0),
        (signal.SIGINT, Exit.INTERRUPTED, 0),
        (signal.SIGKILL, -signal.SIGKILL, 1),
    ],
)
def test_a_film_that_is_stopped_leaves_no_half_file(tmp_path: Path, number: int, code: int, left: int) -> None:
    """Killed outright, the part beside it stays, hidden; never under the film's own name."""
    final = tmp_path / "film.mp4"
    words = command(*RENDER, "--out", str(final), "--seconds", "3600")
    child = subprocess.Popen(
        words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heeding
    )
    try:
        wait_for(lambda: any(path.stat().st_size for path in tmp_path.glob(".film*")), child)
        child.send_signal(number)
        _, err = child.communicate(timeout=60)
    finally:
        child.kill()
    assert child.returncode == code
    assert "Traceback" not in err
    assert not final.exists()
    assert len(list(tmp_path.iterdir())) == left


@pytest.mark.parametrize("name", ["film.mp4", "film.webm", "sound.wav", "sound.flac"])
def test_a_file_that_cannot_grow_leaves_nothing(tmp_path: Path, name: str) -> None:
    final = tmp_path / name
    words = command(*RENDER, "--out", str(final), "--seconds", "120")
    limited = ["bash", "-c", 'ulimit -f 40; exec "$@"', "bash", *words]
    done = subprocess.run(limited, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == Exit.PROBLEMS
    assert f"stillroom: Could not write {final}: the file would be larger than this system allows." in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = stillroom(*RENDER, "--out", str(tmp_path / "file" / "film.mp4"))
    assert done.returncode == Exit.PROBLEMS
    assert done.stderr.endswith("/file/film.mp4: a part of that path is no folder.\n")
    assert done.stderr.count("\n") == 1


def test_without_a_driver_a_picture_is_refused_in_a_sentence(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    done = stillroom(*RENDER, "--out", str(tmp_path / "a.png"), __EGL_VENDOR_LIBRARY_FILENAMES=nowhere)
    assert done.returncode == Exit.MACHINE
    assert done.stderr.startswith("stillroom: Nothing can be drawn: this machine has neither OpenGL 3.3 nor")
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_without_libraries_the_command_that_installs_them_is_told(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes, ctypes.util\n"
        "class CDLL(ctypes.CDLL):\n"
        "    def __init__(self, name, *rest, **more):\n"
        "        if name and 'GL' in str(name): raise OSError(name)\n"
        "        super().__init__(name, *rest, **more)\n"
        "ctypes.CDLL = ctypes.cdll.LoadLibrary = CDLL\n"
        "found = ctypes.util.find_library\n"
        "ctypes.util.find_library = lambda name: None if 'GL' in name else found(name)\n"
    )
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    done = stillroom(*RENDER, "--out", str(tmp_path / "a.png"), PYTHONPATH=path)
    assert done.returncode == Exit.MACHINE
    assert "System libraries are missing. Install them: " in done.stderr
    assert "libgl1" in done.stderr or "GL" in done.stderr


def test_doctor_says_what_is_here_and_keeps_json_alone() -> None:
    done = stillroom("doctor", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == Exit.WELL
    assert found["gl"]["off_screen"]["works"]
    assert [way["name"] for way in found["sound"]] == ["portaudio", "sdl", "none"]
    assert {pack["id"] for pack in found["packs"]} >= {"dusk_lake", "rain_window", "zen_garden"}
    assert not found["screen"]["works"]


def wait_for(done: object, child: subprocess.Popen[str]) -> None:
    """Until something is so, or the child has ended."""
    assert callable(done)
    until = time.monotonic() + 60
    while not done() and child.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
