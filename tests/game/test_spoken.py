"""What the command line says, in the visitor's language: German here."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli, display
from game.problem import Exit
from game.text import counted

GAME = Path(cli.__file__).parent
SPEAKING = [GAME.parent / "run.py", *sorted(GAME.rglob("*.py"))]
NO_WORDS = ("stillroom",)


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LANGUAGE", "de")


@pytest.mark.usefixtures("german")
def test_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    assert "Aufruf: stillroom" in shown
    assert "diese Hilfe zeigen" in shown
    assert "die Version zeigen" in shown
    assert "in einer Welt verweilen" in shown


@pytest.mark.usefixtures("german")
def test_a_world_nobody_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["render", "dusk_lak", "--out", "x.png"]) == Exit.USAGE
    told = "Es gibt keine Welt namens 'dusk_lak'. Meinten Sie dusk_lake? `stillroom list` zeigt alle."
    assert capsys.readouterr().err == f"stillroom: {told}\n"


@pytest.mark.usefixtures("german")
def test_a_broken_pack_in_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "stillroom" / "worlds" / "broken"
    folder.mkdir(parents=True)
    (folder / "world.toml").write_text("nonsense", encoding="utf-8")
    assert cli.main(["list"]) == Exit.WELL
    told = f'broken lässt sich nicht öffnen. Warum, zeigt: stillroom check "{folder}"'
    assert capsys.readouterr().err == f"{told}\n"


@pytest.mark.usefixtures("german")
def test_no_screen() -> None:
    lack = display.missing("linux", {})
    assert str(lack).startswith("Hier ist kein Bildschirm (DISPLAY ist nicht gesetzt), darum")


@pytest.mark.usefixtures("german")
def test_a_slip_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["render", "dusk_lake", "--out", "x.png", "--size", "big"])
    told = "Angabe --size: eine Größe schreibt man wie 1280x720, nicht 'big'"
    assert capsys.readouterr().err == f"stillroom: {told}\nSiehe: stillroom render --help\n"


@pytest.mark.usefixtures("german")
def test_a_path_that_is_no_world(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "no_such_place"]) == Exit.PROBLEMS
    told = "no_such_place:1:1: es gibt weder einen solchen Ordner noch eine Welt dieses Namens."
    more = "  Hilfe: `stillroom list` zeigt, welche Welten es gibt.\n\n1 Fehler in 1 Datei."
    assert capsys.readouterr().out == f"{told}\n{more}\n"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("count", "said"), [(1, "Keine Fehler."), (2, "Keine Fehler in 2 Welten.")])
def test_one_and_many(count: int, said: str) -> None:
    assert counted("No mistakes.", "No mistakes in {count} worlds.", count) == said


def test_the_words_of_help_are_ready_at_once() -> None:
    code = "import sys, contextlib, game.cli\nwith contextlib.suppress(SystemExit): game.cli.main(['--help'])\n"
    heavy = "print(sorted({'arcade', 'numpy', 'pyglet'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code + heavy], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(GAME.parent).as_posix())
def test_nothing_is_said_in_english_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [f"line {node.lineno}" for node in sayings(tree) if has_words(node)] == []


def sayings(tree: ast.AST) -> Iterator[ast.expr]:
    """What is handed to a person: the first thing said, and helps and descriptions."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in ("Trouble", "Unfit", "ArgumentTypeError", "print", "say", "tell", "refuse"):
            yield from node.args[:1]
        if name in ("Mistake", "Problem"):
            yield from node.args[1 if name == "Mistake" else 4 :]
        yield from (word.value for word in node.keywords if word.arg in ("help", "description", "epilog"))


def has_words(node: ast.expr) -> bool:
    """Whether letters of the program itself stand in a text that was not marked."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    plain = " ".join(texts)
    for word in NO_WORDS:
        plain = plain.replace(word, "")
    return any(letter.isalpha() for letter in plain)
