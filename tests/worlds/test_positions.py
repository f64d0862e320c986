"""Where keys were written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from worlds.positions import KeyPath, Lost, Place, TooDeep, positions

TEXT = '''#:schema x
format = 1
[world]   # a comment with [brackets] = 1
  name = "a # b"
a.'b c'."d" = {x=1, "y z" = [1, [2,3], {q = """
tri"ple"""""}]}
[[ layer ]]
kind = 'sky'
list = [
  1, # one
  { a = 1979-05-27 07:32:00 },
]
[layer . place]
z = -1.5e3
[[layer]]
[[layer.sub]]
k = inf
[[layer.sub]]
"k\\u0021" = \'\'\'
\'it\' = 1\'\'\'
'''


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("format",), 2, 1),
        (("world",), 3, 2),
        (("world", "name"), 4, 3),
        (("world", "a", "b c", "d"), 5, 9),
        (("world", "a", "b c", "d", "x"), 5, 16),
        (("world", "a", "b c", "d", "y z"), 5, 21),
        (("world", "a", "b c", "d", "y z", 1, 1), 5, 36),
        (("world", "a", "b c", "d", "y z", 2, "q"), 5, 41),
        (("layer", 0), 7, 4),
        (("layer", 0, "list", 1, "a"), 11, 5),
        (("layer", 0, "place", "z"), 14, 1),
        (("layer", 1), 15, 3),
        (("layer", 1, "sub", 0, "k"), 17, 1),
        (("layer", 1, "sub", 1, "k!"), 19, 1),
    ],
)
def test_keys_are_found_where_they_stand(path: KeyPath, line: int, column: int) -> None:
    assert positions(TEXT)[path] == Place(line, column)


def test_windows_line_ends_move_nothing() -> None:
    assert positions(TEXT.replace("\n", "\r\n")) == positions(TEXT)


def test_deep_nesting_is_given_up_and_not_recursed() -> None:
    with pytest.raises(TooDeep) as caught:
        positions("a = 1\nb = " + "[" * 100_000)
    assert caught.value.place.line == 2
    with pytest.raises(TooDeep):
        positions(".".join("a" * 100_000) + " = 1")


KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,6}|[a-z .#=\[\]]{0,6}", fullmatch=True)
SCALARS = st.one_of(
    st.integers(-(2**40), 2**40), st.booleans(), st.floats(allow_nan=False), st.text(max_size=12), st.datetimes()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_text(key)} = {_written(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[\n  " + ",\n  ".join(map(_written, value)) + " # end\n]"
    if isinstance(value, str):
        return _text(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(text: str) -> str:
    return (
        '"'
        + "".join(c if (c.isalnum() and c.isascii()) or c in " .#=[]{}'," else f"\\U{ord(c):08x}" for c in text)
        + '"'
    )


def _paths(value: object, above: KeyPath = ()) -> Iterator[KeyPath]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield (*above, key)
        yield from _paths(inner, (*above, key))


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4), st.lists(st.dictionaries(KEYS, VALUES, max_size=3), max_size=3))
def test_every_key_of_any_document_is_found(table: dict[str, object], entries: list[dict[str, object]]) -> None:
    text = "\n".join(f"{_text(key)}={_written(value)}  # note" for key, value in table.items())
    for entry in entries:
        text += "\n[[new.entry]]\n" + "\n".join(
            f"  {_text(key)} = {_written(value)}" for key, value in entry.items()
        )
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError:  # a key "new" of the table and the list collide
        return
    found = positions(text)
    assert set(_paths(data)) == set(found)
    for path, place in found.items():
        rest = text.split("\n")[place.line - 1][place.column - 1 :]
        if isinstance(path[-1], str):
            assert rest.startswith((_text(path[-1]), path[-1]))


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="ab\"'\\[]{}=,.# \n\t\r1\u00e9", max_size=60))
def test_any_text_is_scanned_or_given_up(text: str) -> None:
    try:
        places = positions(text)
    except Lost as lost:
        places = {(): lost.place}
    lines = text.split("\n")
    for place in places.values():
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
