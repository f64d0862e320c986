"""Words in the visitor's language (gettext). What has no translation stays English."""

from __future__ import annotations

import gettext
import struct
from collections.abc import Callable
from pathlib import Path

DOMAIN = "stillroom"
LOCALE = Path(__file__).parent / "locale"

Translate = Callable[[str], str]
"""From an English sentence to the visitor's; in code it is always called `_`, so that it can be collected."""


def translator(language: str = "", locale: Path = LOCALE) -> Translate:
    """A translator into a language; without one named, LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide."""
    return _translations(language, locale).gettext


def _translations(language: str = "", locale: Path = LOCALE) -> gettext.NullTranslations:
    languages = [language] if language else None
    try:
        return gettext.translation(DOMAIN, locale, languages, fallback=True)
    except (OSError, ValueError, struct.error):
        return gettext.NullTranslations()


def translate(text: str) -> str:
    """A sentence in the language of whoever started this process; modules import it as `_`.

    The environment is asked every time, so that nothing is kept here; gettext keeps what it has read.
    """
    return translator()(text)


def counted(one: str, many: str, count: int) -> str:
    """The form of a sentence that goes with a number of things, in the same language; `{count}` is filled in."""
    return _translations().ngettext(one, many, count).format(count=count)


def untranslated(text: str) -> str:
    """Mark a sentence for collection where it is not shown yet."""
    return text
