"""Reading a text file a stranger may have written: bounded, inside its folder, and always a text."""

from __future__ import annotations

import stat
from pathlib import Path

from worlds.problems import Problem, Unreadable
from worlds.said import said

MAX_BYTES = 1_000_000
"""A larger file is refused unread; the largest sensible pack is a hundredth of it."""


def is_file(path: Path) -> bool:
    """Whether this can be seen to be a file; False for paths that cannot exist or may not be looked at."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long a name, a folder without permission, a NUL in the name
        return False


def is_folder(path: Path) -> bool:
    """Whether this can be seen to be a folder, in the same way."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_text(path: Path, within: Path) -> str:
    """The UTF-8 text of an ordinary file of at most `MAX_BYTES` that lies inside the folder `within`.

    Symbolic links are followed, and must end inside the folder. Raises `Unreadable`.
    """
    try:
        raw = _bytes(path, within)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links that go round in a circle
        raise _unreadable(path, _trouble(error)) from error
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(path, said("this file is UTF-16 text, not UTF-8."), said('Save it again as "UTF-8".'))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, raw, error.start) from error


def _bytes(path: Path, within: Path) -> bytes:
    real, home = path.resolve(strict=True), within.resolve(strict=True)
    if not real.is_relative_to(home):
        message = said("this is a link out of its folder, to {target}.", target=real)
        raise _unreadable(path, message, said("Put the file itself there."))
    if not stat.S_ISREG(real.stat().st_mode):
        raise _unreadable(path, said("this is not an ordinary file."))
    with real.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise _unreadable(
            path, said("this file is larger than {size} kB, so it was not read.", size=MAX_BYTES // 1000)
        )
    return raw


def _trouble(error: OSError | RuntimeError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return said("there is no such file.")
    if isinstance(error, PermissionError):
        return said("this file may not be read by you (permission denied).")
    if isinstance(error, RuntimeError):
        return said("this link goes round in a circle.")
    reason = (error.strerror or error) if isinstance(error, OSError) else error
    return said("this file could not be read ({reason}).", reason=reason)


def _not_utf8(path: Path, raw: bytes, start: int) -> Unreadable:
    before = raw[:start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    line_end = raw.find(b"\n", start)
    shown = raw[before.rfind(b"\n") + 1 : line_end if line_end >= 0 else None].decode("utf-8", "replace")
    message = said("this byte ({byte}) is not UTF-8 text.", byte=f"0x{raw[start]:02x}")
    line = before.count(b"\n") + 1
    hint = said('Save the file again as "UTF-8".')
    return Unreadable([Problem(path, line, column, "", message, hint, shown)])


def _unreadable(path: Path, message: str, suggestion: str = "") -> Unreadable:
    return Unreadable([Problem(path, 1, 1, "", message, suggestion)])
