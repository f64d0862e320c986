"""What argparse says by itself, in the visitor's language too."""

from __future__ import annotations

import gettext

from game.language import DOMAIN, LOCALE
from game.text import untranslated


def speak_of_usage() -> None:
    """Make our words those of the domain that argparse asks. It knows no other way; once, as a program starts."""
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)


HEADINGS = (
    untranslated("usage: "),
    untranslated("positional arguments"),
    untranslated("options"),
    untranslated("show this help message and exit"),
)
"""As argparse writes them."""

REFUSALS = (
    untranslated("argument %(argument_name)s: %(message)s"),
    untranslated("the following arguments are required: %s"),
    untranslated("unrecognized arguments: %s"),
    untranslated("expected one argument"),
    untranslated("expected at least one argument"),
    untranslated("ambiguous option: %(option)s could match %(matches)s"),
    untranslated("ignored explicit argument %r"),
    untranslated("invalid choice: %(value)r (choose from %(choices)s)"),
    untranslated("invalid %(type)s value: %(value)r"),
)
"""As argparse writes them."""
