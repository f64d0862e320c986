"""Everything the window says."""

from __future__ import annotations

from game.journey.breath import Way
from game.text import Speech, Translate
from worlds.said import counted


def help_lines(_: Translate) -> list[tuple[str, str]]:
    """The keys, and what each does."""
    return [
        (_("1 \N{HORIZONTAL ELLIPSIS} 9, \N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW}"), _("another world")),
        (_("Space"), _("hold still, move again")),
        (_("+ / -"), _("louder, quieter")),
        (_("M"), _("sound off, on")),
        (_("B"), _("breath ring")),
        (_("N"), _("breathe as you like")),
        (_("V"), _("the voices: each louder, softer, off")),
        (_("F5 F6 F7 F8"), _("a visit of 3, 5, 10, 20 minutes")),
        (_("F11"), _("full screen")),
        (_("H"), _("this list")),
        (_("Esc"), _("leave")),
    ]


def help_notes(_: Translate) -> list[str]:
    """What goes under the keys."""
    return [
        _("Touch the picture: it answers. Hold any key, or the pointer, to breathe in; let go to breathe out."),
        _("If you feel dizzy, breathe normally."),
    ]


def how_to_breathe(_: Translate) -> str:
    """With the ring."""
    return _("Hold any key, or the pointer, to breathe in; let go to breathe out.")


def breath_word(_: Translate, cue: Way) -> str:
    """What the ring says."""
    return {Way.IN: _("in"), Way.OUT: _("out")}.get(cue, _("hold"))


def volume(_: Translate, volume_db: float, quietest_db: float) -> str:
    """After the volume keys."""
    if volume_db <= quietest_db:
        return _("Very quiet")
    return _("Volume {percent} %").format(percent=round(100 * (1 - volume_db / quietest_db)))


def muted(_: Translate, muted: bool) -> str:
    """After the mute key."""
    return _("Sound off") if muted else _("Sound on")


def still(_: Translate, still: bool) -> str:
    """After the still key."""
    return _("Still") if still else _("Moving")


def free_breath(_: Translate) -> str:
    """After the key that stops the pacing."""
    return _("Breathe as you like")


def visit_begins(_: Translate, minutes: float) -> str:
    """After a visit key."""
    return _("A visit of {minutes:g} minutes").format(minutes=minutes)


def visit_ends(_: Translate) -> str:
    """After the same key again."""
    return _("The visit is over; stay as long as you like")


def rest(_: Translate) -> str:
    """When a visit has faded out."""
    return _("That was your visit. Any key to stay, Esc to leave.")


def first_hint(_: Translate) -> str:
    """Shown once, soon after the first world appeared."""
    return _("H shows the keys")


def cannot_open(_: Translate, name: str) -> str:
    """A world that cannot be shown."""
    return _("{name} cannot be opened").format(name=name)


def gone(_: Translate, name: str) -> str:
    """A watched pack whose folder vanished."""
    return _("{name} is gone; showing what it was").format(name=name)


def more_problems(speech: Speech, count: int) -> str:
    """Below the mistakes of a watched pack that are shown."""
    return speech.told(counted("and {count} more mistake", "and {count} more mistakes", count))


def reloaded(_: Translate) -> str:
    """A watched pack was saved and is fine."""
    return _("Reloaded")
