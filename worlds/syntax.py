"""Mistakes of TOML itself, said in the words of someone who writes worlds and not parsers."""

from __future__ import annotations

import re

from worlds.positions import Place
from worlds.said import said, untranslated

_WORDING: list[tuple[str, str]] = [
    (r"Invalid value", untranslated("TOML cannot read a value here.")),
    (r"Expected newline or end of document", untranslated("something is left over after this value.")),
    (r"Expected '=' after a key", untranslated("a line here is a key, '=' and a value; this one has no '='.")),
    (r"Invalid statement", untranslated("this line is no key, no [table] and no # comment.")),
    (r"Invalid initial character for a key", untranslated("a key or the name of a table is missing here.")),
    (r"Expected ']]'", untranslated("the name of this list of tables is not closed with ']]'.")),
    (r"Expected ']'", untranslated("the name of this table is not closed with ']'.")),
    (
        r"Unclosed array",
        untranslated("this list is never closed with ']', or a ',' is missing between two entries."),
    ),
    (
        r"Unclosed inline table",
        untranslated("this table is never closed with '}', or a ',' is missing between two keys."),
    ),
    (r"Duplicate inline table key", untranslated("this key stands twice in the same table.")),
    (r"Cannot overwrite a value", untranslated("this key, or this table, was given before.")),
    (r"Cannot declare|Cannot redefine", untranslated("this table was begun before.")),
    (
        r"Cannot mutate immutable",
        untranslated("this table or list was finished where it was written; nothing can be added here."),
    ),
    (
        r"Illegal character '\\n'|Illegal character '\\r'|Unterminated string|Expected '",
        untranslated("this text has no closing quote."),
    ),
    (
        r"Unescaped '\\\\'|Invalid hex",
        untranslated("a '\\' in a text begins a special character, and this is none of them."),
    ),
    (r"Escaped character is not", untranslated("this escape is no Unicode character.")),
    (r"Found invalid character|Illegal character", untranslated("there is an invisible control character here.")),
    (r"Invalid date", untranslated("this date or time does not exist.")),
]
"""What tomli says (as a regular expression), and what a maker reads."""

_AT_LINE_START = re.compile(r"Cannot|Duplicate|Expected '=' after")

_HINTS: list[tuple[str, str]] = [
    (r"=\s*[+-]?\.\d", untranslated("Write a digit before the point: 0.5.")),
    (r"=\s*[+-]?\d+\.(?!\d)", untranslated("Write a digit after the point: 5.0.")),
    (r"=\s*[+-]?\d+,\d", untranslated("The decimal sign is a point: 0.5.")),
    (r"=\s*\d{1,2}:\d\d", untranslated("Hours are plain numbers: 6.5 is half past six.")),
    (r"=\s*[+-]?0\d", untranslated("A number does not begin with 0.")),
    (r"=\s*[+-]?[\d.]+\s*[A-Za-z%°]", untranslated("Write the number alone; its unit is in the name of the key.")),
    (r"=\s*(?i:true|yes|on)\b", untranslated("Yes is written true, in small letters.")),
    (r"=\s*(?i:false|no|off)\b", untranslated("No is written false, in small letters.")),
    (r"=\s*(?i:none|null|nil)\b", untranslated("Leave the whole line away to have what is usual.")),
    ("[\u2018-\u201f\u00ab\u00bb\uff02]", untranslated('Use straight quotes: "like this".')),
    (r"=\s*(#|$)", untranslated('Write a value: a number, a "text", true, false, or a [list].')),
    (r"^\s*[\w-]+\s*:", untranslated("Write '=' where the ':' stands.")),
    (r"=\s*[A-Za-z_#][\w#-]*\s*$", untranslated('A text stands in quotes: "like this".')),
    (r"^\s*\[\[[^\]]*\]\s*$", untranslated("Close it with two brackets, as it was opened: [[layer]].")),
    (r"^\s*\[[^\]]*$", untranslated("Close it: [world].")),
    (r"\\", untranslated("Write \\\\ for one \\, or put the text in 'single quotes'.")),
]
"""What the line looks like, and what would mend it; the first that fits is given."""

_REPEATS = untranslated(
    "Put what belongs together under one heading; a list of layers is written [[layer]], with two brackets."
)


def reworded(tomli_message: str, text: str, place: Place) -> tuple[Place, str, str]:
    """Where a mistake that tomli found is best shown, what to say, and how to mend it."""
    line = text.split("\n")[place.line - 1].rstrip("\r") if text else ""
    meant = (words for found, words in _WORDING if re.search(found, tomli_message))
    message = said(next(meant, untranslated("this is not TOML.")))
    if _AT_LINE_START.match(tomli_message):
        place = Place(place.line, len(line) - len(line.lstrip()) + 1)
    return place, message, _hint(tomli_message, line)


def _hint(tomli_message: str, line: str) -> str:
    if tomli_message.startswith("Cannot overwrite"):
        return said("Keep one of the two.")
    if tomli_message.startswith(("Cannot", "Duplicate")):
        return said(_REPEATS)
    return said(next((hint for pattern, hint in _HINTS if re.search(pattern, line)), ""))
