"""The words of whoever started this process, by Python's own gettext: its translations lie in the tree beside it.

Standard library only, in a syntax Python 3.6 reads: so the set-up (see `run.py`) speaks before anything is
installed, and the kiosk's supervisor needs nothing that is.
"""

import gettext
import os
import struct

DOMAIN = "stillroom"
LOCALE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale")


def translations(languages: "list[str] | None" = None, locale: str = LOCALE) -> gettext.NullTranslations:
    """The words of a language; without one named, LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide.

    English where nobody wrote that language, or its file is damaged.
    """
    try:
        return gettext.translation(DOMAIN, locale, languages, fallback=True)
    except (OSError, ValueError, struct.error):
        return gettext.NullTranslations()


def translate(text: str) -> str:
    """A sentence in the language of whoever started this process; modules import it as `_`.

    The environment is asked every time, so that nothing is kept here; gettext keeps what it has read.
    """
    return translations().gettext(text)
