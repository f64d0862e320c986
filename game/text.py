"""Words in the visitor's language (gettext). What has no translation stays English."""

from __future__ import annotations

import gettext
from collections.abc import Callable

from game.language import LOCALE, translate, translations
from worlds.said import Said, untranslated

__all__ = ["Speech", "Translate", "counted", "told", "translate", "translator", "untranslated"]

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


def translator(language: str = "", locale: str = LOCALE) -> Speech:
    """A translator into a language; without one named, that of whoever started this process."""
    return Speech(translations([language] if language else None, locale))


def counted(one: str, many: str, count: int) -> str:
    """The form of a sentence that goes with a number of things, in the same language; `{count}` is filled in."""
    return translator().counted(one, many, count)


def told(sentence: str) -> str:
    """A sentence of `worlds` or `audio` in the same language."""
    return translator().told(sentence)
