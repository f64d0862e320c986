"""The mistakes of files, down to the last word in the language of whoever reads them."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from audio.output import portaudio, sdl
from audio.output.output import NoOutput
from audio.report import Report
from game.cli import main
from game.kiosk.config import Config, read_config
from game.machine.report import packs
from game.machine.sound import opened
from game.text import translator
from game.view.talk import said_of
from tests.tools import pot
from tests.worlds.wording import BROKEN
from worlds.format.world import World
from worlds.problems import Problem, Unreadable
from worlds.reading import read_world
from worlds.said import Said, counted, in_a_row, said

PACKS = sorted(BROKEN.iterdir())
SENTENCES = {part for sentence in pot.sentences() for part in sentence.split(pot.PLURAL)}
FIELD = re.compile(r"(\{\w+\})")
SAME_EVERYWHERE = {"m", "s", "h", "dB", "toml", "true", "false", "nan", "inf", "xe", "u", "b", "e"}
"""Units, what TOML itself has words for, and how a byte or a control character is shown."""
BROKEN_KIOSKS = (
    'worlds = ["dusk_lake"]\npin = "12"\nsession_minutes = 0\nlanguage = "!"\ninputs = ["toch"]\n',
    'worlds = ["dusk_lake"]\nhours = { monday = ["8-9"], sunday = 3 }\ninputs = []\n',
)


class Dotted:
    """A language with a dot for every letter; what was not collected for translation stays as it is."""

    def gettext(self, message: str, /) -> str:
        """Letters become dots, but for the fields."""
        if message not in SENTENCES:
            return message
        return "".join(
            part if FIELD.match(part) else re.sub(r"[^\W\d]", "·", part) for part in FIELD.split(message)
        )

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The same, in two forms."""
        return self.gettext(one if count == 1 else many)


def names_in(schema: Any) -> Iterator[str]:
    """Every name and every value that a file may be written with."""
    for key, inner in schema.items() if isinstance(schema, Mapping) else ():
        if key == "properties":
            yield from inner
        if key in ("enum", "examples", "default", "const"):
            yield json.dumps(inner)
        for entry in inner if isinstance(inner, list) else [inner]:
            yield from names_in(entry)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d]+", text))


def left_over(sentence: str, allowed: set[str]) -> set[str]:
    """The words of a sentence that are none of the file's, once it was told in dots."""
    return words(sentence.told(Dotted()) if isinstance(sentence, Said) else sentence) - allowed


def problems_of(pack: Path) -> list[Problem]:
    with pytest.raises(Unreadable) as caught:
        read_world(pack)
    return caught.value.problems


WORDS_OF_PACKS = words(" ".join(names_in(World.model_json_schema()))) | SAME_EVERYWHERE | {"dusk_lake", "ripple"}
WORDS_OF_KIOSKS = words(" ".join(names_in(Config.model_json_schema()))) | SAME_EVERYWHERE


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_no_word_of_a_broken_pack_s_mistakes_is_english_only(pack: Path) -> None:
    file = pack / "world.toml"
    written = words(file.read_text(encoding="utf-8", errors="replace")) if file.exists() else set()
    allowed = WORDS_OF_PACKS | written | words(str(pack)) | words(" ".join(path.name for path in PACKS))
    for problem in problems_of(pack):
        assert not left_over(problem.message, allowed)
        assert not left_over(problem.suggestion, allowed)


@pytest.mark.parametrize("text", BROKEN_KIOSKS, ids=range(len(BROKEN_KIOSKS)))
def test_no_word_of_a_kiosk_s_mistakes_is_english_only(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(text)
    with pytest.raises(Unreadable) as caught:
        read_config(file, None)
    assert len(caught.value.problems) >= 3
    for problem in caught.value.problems:
        assert not left_over(problem.message, WORDS_OF_KIOSKS | words(text))
        assert not left_over(problem.suggestion, WORDS_OF_KIOSKS | words(text))


def test_what_is_not_marked_would_be_found() -> None:
    assert left_over(said("nobody collected {this}", this=1), set()) == {"nobody", "collected"}
    assert left_over("a plain text", set()) == {"a", "plain", "text"}


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """German spoken, and a broken world among the visitor's own; its folder."""
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "stillroom" / "worlds" / "broken"
    folder.mkdir(parents=True)
    (folder / "world.toml").write_text('format = 1\n[world]\nname = ""\n[camera]\nhorizon_ratio = 3\n')
    return folder


def test_check_tells_all_of_it_in_german(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(german)]) == 1
    shown = capsys.readouterr().out
    assert "world.toml:3:1: name ist leer." in shown
    assert "horizon_ratio: erlaubt ist 0.05 bis 0.95; gefunden: 3." in shown
    assert "Hilfe: Am nächsten liegt: horizon_ratio = 0.95" in shown
    assert shown.endswith("2 Fehler in 1 Datei.\n")


def test_check_tells_editors_in_german_too(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--json", str(german)])
    assert json.loads(capsys.readouterr().out)[0]["message"] == "name ist leer."


def test_a_world_that_cannot_be_opened_says_why_in_german(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", str(german)]) == 1
    assert "name ist leer." in capsys.readouterr().err


@pytest.mark.usefixtures("german")
def test_doctor_tells_of_packs_and_of_sound_in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    (broken,) = (pack for pack in packs() if pack["id"] == "broken")
    assert broken["mistakes"][0].endswith("world.toml:3:1: name ist leer.")

    def missing() -> None:
        raise NoOutput(said("the PortAudio library is missing ({why})", why=OSError("no such library")))

    monkeypatch.setattr(portaudio, "_library", missing)
    assert opened("portaudio")["why"] == "die Bibliothek PortAudio fehlt (no such library)"


def test_the_window_tells_a_maker_in_the_language_of_the_settings() -> None:
    (problem,) = problems_of(BROKEN / "empty_name")
    assert said_of(problem, translator("de")) == "world.toml:4:1  name ist leer."


@pytest.mark.parametrize("module", [portaudio, sdl])
def test_why_there_is_no_sound_can_be_said_in_any_language(module: Any) -> None:
    text = Path(module.__file__).read_text(encoding="utf-8")
    assert len(re.findall(r"NoOutput\(", text)) == len(re.findall(r"NoOutput\(said\(", text)) >= 2


def test_a_sentence_survives_a_pipe_with_all_that_is_in_it() -> None:
    inner = counted("a text of at most {count} character", "a text of at most {count} characters", 60)
    whole = in_a_row(said("It must be {what}.", what=inner), said("Keep one of the two."))
    report = pickle.loads(pickle.dumps(Report("none", "", {"sdl": whole})))
    assert report.refusals["sdl"] == "It must be a text of at most 60 characters. Keep one of the two."
    told = translator("de").told(report.refusals["sdl"])
    assert told == "Erwartet: ein Text von höchstens 60 Zeichen. Behalten Sie eins von beiden."


def test_a_visitor_who_hears_nothing_can_read_why() -> None:
    refusals = {"portaudio": said("the PortAudio library is missing ({why})", why="x"), "sdl": said("a list")}
    lack = Report("none", "", refusals).lack
    assert lack == "No sound: the PortAudio library is missing (x); a list."
    assert translator("de").told(lack) == "Kein Ton: die Bibliothek PortAudio fehlt (x); eine Liste."
    assert [Report(*well).lack for well in (("", "", {}), ("none", "", {}), ("sdl", "default", refusals))] == [
        ""
    ] * 3


def test_what_is_filled_in_is_sent_as_text_and_braces_without_values_stay() -> None:
    assert said("{path}: {why}", path=Path("a"), why=OSError("no")).values == {"path": "a", "why": "no"}
    assert said("a { table } and {}") == "a { table } and {}"
    assert translator("de").told(said("")) == ""
