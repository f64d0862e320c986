"""Mistakes of TOML itself, said in the words of someone who writes worlds and not parsers."""

from __future__ import annotations

import re

from worlds.positions import Place

_WORDING: list[tuple[str, str]] = [
    (r"Invalid value", "TOML cannot read a value here."),
    (r"Expected newline or end of document", "something is left over after this value."),
    (r"Expected '=' after a key", "a line here is a key, '=' and a value; this one has no '='."),
    (r"Invalid statement", "this line is no key, no [table] and no # comment."),
    (r"Invalid initial character for a key", "a key or the name of a table is missing here."),
    (r"Expected ']]'", "the name of this list of tables is not closed with ']]'."),
    (r"Expected ']'", "the name of this table is not closed with ']'."),
    (r"Unclosed array", "this list is never closed with ']', or a ',' is missing between two entries."),
    (r"Unclosed inline table", "this table is never closed with '}', or a ',' is missing between two keys."),
    (r"Duplicate inline table key", "this key stands twice in the same table."),
    (r"Cannot overwrite a value", "this key, or this table, was given before."),
    (r"Cannot declare|Cannot redefine", "this table was begun before."),
    (
        r"Cannot mutate immutable",
        "this table or list was finished where it was written; nothing can be added here.",
    ),
    (
        r"Illegal character '\\n'|Illegal character '\\r'|Unterminated string|Expected '",
        "this text has no closing quote.",
    ),
    (r"Unescaped '\\\\'|Invalid hex", "a '\\' in a text begins a special character, and this is none of them."),
    (r"Escaped character is not", "this escape is no Unicode character."),
    (r"Found invalid character|Illegal character", "there is an invisible control character here."),
    (r"Invalid date", "this date or time does not exist."),
]
"""What tomli says (as a regular expression), and what a maker reads."""

_AT_LINE_START = re.compile(r"Cannot|Duplicate|Expected '=' after")

_HINTS: list[tuple[str, str]] = [
    (r"=\s*[+-]?\.\d", "Write a digit before the point: 0.5."),
    (r"=\s*[+-]?\d+\.(?!\d)", "Write a digit after the point: 5.0."),
    (r"=\s*[+-]?\d+,\d", "The decimal sign is a point: 0.5."),
    (r"=\s*[+-]?0\d", "A number does not begin with 0."),
    (r"=\s*[+-]?[\d.]+\s*[A-Za-z%°]", "Write the number alone; its unit is in the name of the key."),
    (r"=\s*(?i:true|yes|on)\b", "Yes is written true, in small letters."),
    (r"=\s*(?i:false|no|off)\b", "No is written false, in small letters."),
    (r"=\s*(?i:none|null|nil)\b", "Leave the whole line away to have what is usual."),
    ("[\u2018-\u201f\u00ab\u00bb\uff02]", 'Use straight quotes: "like this".'),
    (r"=\s*(#|$)", 'Write a value: a number, a "text", true, false, or a [list].'),
    (r"^\s*[\w-]+\s*:", "Write '=' where the ':' stands."),
    (r"=\s*[A-Za-z_#][\w#-]*\s*$", 'A text stands in quotes: "like this".'),
    (r"^\s*\[\[[^\]]*\]\s*$", "Close it with two brackets, as it was opened: [[layer]]."),
    (r"^\s*\[[^\]]*$", "Close it: [world]."),
    (r"\\", "Write \\\\ for one \\, or put the text in 'single quotes'."),
]
"""What the line looks like, and what would mend it; the first that fits is given."""

_REPEATS = "Put what belongs together under one heading; a list of layers is written [[layer]], with two brackets."


def reworded(tomli_message: str, text: str, place: Place) -> tuple[Place, str, str]:
    """Where a mistake that tomli found is best shown, what to say, and how to mend it."""
    line = text.split("\n")[place.line - 1].rstrip("\r") if text else ""
    message = next((said for found, said in _WORDING if re.search(found, tomli_message)), "this is not TOML.")
    if _AT_LINE_START.match(tomli_message):
        place = Place(place.line, len(line) - len(line.lstrip()) + 1)
    return place, message, _hint(tomli_message, line)


def _hint(tomli_message: str, line: str) -> str:
    if tomli_message.startswith("Cannot overwrite"):
        return "Keep one of the two."
    if tomli_message.startswith(("Cannot", "Duplicate")):
        return _REPEATS
    return next((hint for pattern, hint in _HINTS if re.search(pattern, line)), "")
