"""What README and docs tell people to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game import cli
from worlds.reading import read_world

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:python3 run\.py|stillroom|uv run run\.py)((?: [^`#\n|]+)?)")


def told(page: Path) -> list[list[str]]:
    """The words after each `python3 run.py` and `stillroom` written as code on a page."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:sh|console|bash)\n(.*?)```", text, re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.split("\n")] + re.findall(r"`([^`\n]+)`", text)
    return [shlex.split(match[1]) for line in lines if (match := COMMAND.match(line))]


COMMANDS = sorted({tuple(words) for page in PAGES for words in told(page)})


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_in_the_docs_is_understood(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Each is parsed as it stands; a command that is only named must exist, with its options."""
    if words in ((), ("test",)) or words[0] in ("--no-system-packages", "COMMAND"):
        return
    parser = cli.parser([words[0]])
    if not any(re.fullmatch(r"[A-Z]{2,}(\.\.\.)?|\[.*", word) for word in words) and len(words) > 1:
        assert callable(parser.parse_args(words).run)
    else:
        with pytest.raises(SystemExit, match="0"):
            parser.parse_args([words[0], "--help"])
        shown = capsys.readouterr().out
        assert all(word in shown for word in words if word.startswith("--"))


def test_the_two_commands_stand_in_the_readme() -> None:
    words = told(ROOT / "README.md")
    assert [] in words
    assert ["test"] in words
    assert "python3 run.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


WORLDS = [
    block
    for page in PAGES
    for block in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    if block.startswith("format = 1")
]


@pytest.mark.parametrize("text", WORLDS)
def test_an_example_of_a_world_is_a_world(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "example"
    folder.mkdir()
    (folder / "world.toml").write_text(text, encoding="utf-8")
    read_world(folder)


def test_there_are_examples_of_worlds() -> None:
    assert len(WORLDS) >= 2
