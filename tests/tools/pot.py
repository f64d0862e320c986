"""Collect every marked sentence (see `MARKS`) into `game/locale/stillroom.pot`, and compile translations.

The names of all kinds of voices are among them: visitors read them where they mix.
`python -m tests.tools.pot` writes the template; translations (`de.po` beside it) become `.mo` files in place.
"""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

from game.view.mixer.names import spoken
from worlds.format.kinds import kind_of, models_in
from worlds.format.voice import VoiceModel

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "game" / "locale"
ROOMS = ("game", "worlds", "audio")
MARKS = {"_": 1, "untranslated": 1, "said": 1, "counted": 2}
"""The functions that mark, and how many of their arguments are sentences."""
PLURAL = "\0"
"""Between the sentence for one and the sentence for many, as .mo files have it."""
HEAD = """# What Stillroom says. Copy to LANGUAGE.po and fill in; what stays empty stays English.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"""


def sentences() -> dict[str, list[str]]:
    """Every marked sentence, and the files it stands in."""
    found: dict[str, list[str]] = {}
    for path in [ROOT / "run.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]:
        for text in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            places = found.setdefault(text, [])
            place = path.relative_to(ROOT).as_posix()
            if place not in places:
                places.append(place)
    for model in models_in("worlds.format.voices", VoiceModel):
        found.setdefault(spoken(kind_of(model)), []).append(f"{model.__module__.replace('.', '/')}.py")
    return found


def template() -> str:
    """The whole template."""
    parts = [HEAD]
    for text, places in sentences().items():
        parts.append(f"#: {' '.join(places)}\n{_asked(text)}")
    return "\n".join(parts)


def read_po(path: Path) -> dict[str, str]:
    """The entries of a translation that were filled in."""
    entries: dict[str, str] = {}
    parts = {"msgid": "", "msgstr": ""}
    now = ""
    plural = {"msgid_plural": "msgid", "msgstr[0]": "msgstr", "msgstr[1]": "msgstr"}
    for line in [*path.read_text(encoding="utf-8").splitlines(), "msgid"]:
        word, _, rest = line.partition(" ")
        if word == "msgid":
            if parts["msgstr"]:
                entries[parts["msgid"]] = parts["msgstr"]
            parts = {"msgid": "", "msgstr": ""}
        if word in parts or word in plural:
            now, line = plural.get(word, word), rest
            parts[now] += PLURAL if parts[now] and word in plural else ""
        if line.startswith('"'):
            parts[now] += ast.literal_eval(line)
    return entries


def compiled(entries: dict[str, str]) -> bytes:
    """A GNU .mo file, version 0, sorted as gettext wants it."""
    pairs = [(key.encode(), text.encode()) for key, text in sorted(entries.items())]
    start = 28 + 16 * len(pairs)
    keys = b"".join(key + b"\0" for key, _ in pairs)
    texts = b"".join(text + b"\0" for _, text in pairs)
    tables, at = b"", start
    for column in (0, 1):
        for pair in pairs:
            tables += struct.pack("<II", len(pair[column]), at)
            at += len(pair[column]) + 1
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + tables + keys + texts


def main() -> None:
    """Write the template and compile what has been translated."""
    (LOCALE / "stillroom.pot").write_text(template(), encoding="utf-8")
    for path in LOCALE.glob("*.po"):
        target = LOCALE / path.stem / "LC_MESSAGES" / "stillroom.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(compiled(read_po(path)))


def _marked(tree: ast.AST) -> Iterator[str]:
    for node in sorted(ast.walk(tree), key=lambda node: getattr(node, "lineno", 0)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            texts = [arg.value for arg in node.args[: MARKS[node.func.id]] if isinstance(arg, ast.Constant)]
            if texts:
                yield PLURAL.join(texts)


def _asked(text: str) -> str:
    """A sentence as the template has it, with nothing filled in."""
    one, _, many = text.partition(PLURAL)
    if many:
        return f'msgid {_quoted(one)}\nmsgid_plural {_quoted(many)}\nmsgstr[0] ""\nmsgstr[1] ""\n'
    return f'msgid {_quoted(one)}\nmsgstr ""\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
