"""Words in the visitor's language, and English where there is no translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.text import translator
from game.view import words
from tests.tools import pot

LANGUAGES = sorted(pot.LOCALE.glob("*.po"))


def fields(text: str) -> set[str]:
    """The names in braces, and what argparse fills in after a percent sign."""
    names = set(re.findall(r"\{(\w+)(?:[:!][^}]*)?\}", text))
    return names | set(re.findall(r"%\(\w+\)\w|%\w", text))


def test_the_template_holds_every_sentence() -> None:
    told = (pot.LOCALE / "stillroom.pot").read_text(encoding="utf-8")
    assert told == pot.template(), "run python -m tests.tools.pot"


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_translation_is_whole_and_compiled(path: Path) -> None:
    entries = pot.read_po(path)
    sentences = pot.sentences()
    assert set(sentences) <= set(entries), "sentences without a translation"
    assert set(entries) - {""} <= set(sentences), "translations of nothing"
    assert (pot.LOCALE / path.stem / "LC_MESSAGES" / "stillroom.mo").read_bytes() == pot.compiled(entries)


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_translation_fills_in_the_same_things(path: Path) -> None:
    for english, translated in pot.read_po(path).items():
        assert english == "" or fields(english) == fields(translated)


def test_the_language_asked_for_is_spoken() -> None:
    assert words.volume(translator("de"), -24.0, -48.0) == "Lautstärke 50 %"


def test_the_environment_says_which_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de:en")
    assert translator()("leave") == "gehen"


@pytest.mark.parametrize("language", ["en", "tlh", "xx_YY@nowhere", "../../etc"])
def test_a_language_nobody_wrote_is_english(language: str) -> None:
    assert translator(language)("leave") == "leave"


def test_a_missing_sentence_stays_english() -> None:
    assert translator("de")("A sentence nobody translated") == "A sentence nobody translated"


def test_a_damaged_translation_is_english(tmp_path: Path) -> None:
    home = tmp_path / "de" / "LC_MESSAGES"
    home.mkdir(parents=True)
    (home / "stillroom.mo").write_bytes(b"\xde\x12\x04\x95 nonsense")
    assert translator("de", tmp_path)("leave") == "leave"
