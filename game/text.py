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
    languages = [language] if language else None
    try:
        return gettext.translation(DOMAIN, locale, languages, fallback=True).gettext
    except (OSError, ValueError, struct.error):
        return gettext.NullTranslations().gettext


def untranslated(text: str) -> str:
    """Mark a sentence for collection where it is not shown yet."""
    return text
