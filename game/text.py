"""Words in the visitor's language (gettext). What has no translation stays English."""

from __future__ import annotations

import gettext
import struct
from collections.abc import Callable
from pathlib import Path

from worlds.said import Said, untranslated

__all__ = ["DOMAIN", "LOCALE", "Speech", "Translate", "counted", "told", "translate", "translator", "untranslated"]

DOMAIN = "stillroom"
LOCALE = Path(__file__).parent / "locale"

Translate = Callable[[str], str]
"""From an English sentence to the visitor's; in code it is always called `_`, so that it can be collected."""


class Speech:
    """One language: called, it translates a sentence; `told` says what `worlds` or `audio` have said."""

    def __init__(self, translations: gettext.NullTranslations) -> None:
        self._translations = translations

    def __call__(self, text: str) -> str:
        return self._translations.gettext(text)

    def counted(self, one: str, many: str, count: int) -> str:
        """The form of a sentence that goes with a number of things; `{count}` is filled in."""
        return self._translations.ngettext(one, many, count).format(count=count)

    def told(self, sentence: str) -> str:
        """A sentence of a room that knows only English, in this language; a plain text as it is."""
        return sentence.told(self._translations) if isinstance(sentence, Said) else sentence


def translator(language: str = "", locale: Path = LOCALE) -> Speech:
    """A translator into a language; without one named, LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide."""
    languages = [language] if language else None
    try:
        return Speech(gettext.translation(DOMAIN, locale, languages, fallback=True))
    except (OSError, ValueError, struct.error):
        return Speech(gettext.NullTranslations())


def translate(text: str) -> str:
    """A sentence in the language of whoever started this process; modules import it as `_`.

    The environment is asked every time, so that nothing is kept here; gettext keeps what it has read.
    """
    return translator()(text)


def counted(one: str, many: str, count: int) -> str:
    """The form of a sentence that goes with a number of things, in the same language; `{count}` is filled in."""
    return translator().counted(one, many, count)


def told(sentence: str) -> str:
    """A sentence of `worlds` or `audio` in the same language."""
    return translator().told(sentence)
