"""Everything the panel of voices says."""

from __future__ import annotations

from audio.listening import Listening
from game.text import Translate


def handle(_: Translate) -> str:
    """What a pointer presses to open it."""
    return _("Voices")


def level(_: Translate, db: float, muted: bool) -> str:
    """How loud a voice is beside what its maker wrote."""
    if muted:
        return _("off")
    sign = "" if db == 0 else "+" if db > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(db):g} dB"


def switch(_: Translate, on: bool) -> str:
    """Of what is only on or off."""
    return _("on") if on else _("off")


def meander(_: Translate) -> str:
    """The row that lets the voices drift."""
    return _("Meander")


def preset(_: Translate) -> str:
    """The row of the kept mixes."""
    return _("Mix")


def as_written(_: Translate) -> str:
    """The mix nobody has touched."""
    return _("as written")


def unkept(_: Translate) -> str:
    """A mix that is kept under no name."""
    return _("not kept")


def volume_name(_: Translate) -> str:
    """The row of the volume."""
    return _("Volume")


def volume(_: Translate, ratio: float, muted: bool) -> str:
    """How loud all of it is."""
    return _("off") if muted else f"{round(100 * ratio)} %"


def listening(_: Translate) -> str:
    """The row of what one listens with."""
    return _("Heard with")


def listening_with(_: Translate, listening: Listening) -> str:
    """What one listens with."""
    return {"headphones": _("headphones"), "speakers": _("speakers"), "mono": _("one ear")}[listening]


def night(_: Translate) -> str:
    """The row of the night level."""
    return _("Night level")


def keys(_: Translate) -> tuple[str, ...]:
    """What stands under the rows."""
    return (
        _("Up, Down: choose · Left, Right: turn"),
        _("M: off, on · 0: as written · S: keep the mix · Del: forget it"),
        _("E: write it to a file · I: take files in · Esc: close"),
    )


def naming_keys(_: Translate) -> tuple[str, ...]:
    """The same while a name is typed."""
    return (_("Type a name · Enter: keep · Esc: do not keep"),)


def new_name(_: Translate, number: int) -> str:
    """What a mix is called that is kept in the window."""
    return _("Mix {number}").format(number=number)


def kept(_: Translate, name: str) -> str:
    """After keeping."""
    return _("Kept as {name}").format(name=name)


def forgotten(_: Translate, name: str) -> str:
    """After forgetting."""
    return _("{name} is forgotten").format(name=name)


def nothing_to_forget(_: Translate) -> str:
    """Where the mix that sounds has no name."""
    return _("This mix was not kept")


def written(_: Translate, path: object) -> str:
    """After writing a file."""
    return _("Written to {file}.").format(file=path)


def not_written(_: Translate, path: object, why: str) -> str:
    """Where it could not be."""
    return _("The mix cannot be written to {file}: {why}.").format(file=path, why=why)


def taken_in(_: Translate, names: list[str]) -> str:
    """After taking files in."""
    return _("Taken in: {names}").format(names=", ".join(names))


def none_to_take(_: Translate, folder: object) -> str:
    """Where there was none."""
    return _("No new mix of this world lies in {folder}").format(folder=folder)
