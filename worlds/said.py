"""Sentences that can be said in another language by whoever prints them.

`worlds` and `audio` know no language but English, and nothing of who reads. What they say to a person is a `Said`:
a text like any other, that also keeps its template and what was filled in, so that the game can say it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, Self


class Language(Protocol):
    """What translates; a `gettext.NullTranslations` is one."""

    def gettext(self, message: str, /) -> str:
        """A sentence in this language."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The form of a sentence that goes with a number of things."""


class Said(str):
    """An English sentence that remembers how it was made. Anything done to it makes it a plain text."""

    template: str
    many: str
    """The template for other numbers than one; empty where no number decides."""
    values: Mapping[str, object]

    def __new__(cls, template: str, many: str = "", values: Mapping[str, object] | None = None) -> Self:
        """`values` fill in the fields of the templates; with `many`, the value "count" decides between them."""
        values = {name: _sendable(value) for name, value in (values or {}).items()}
        made = super().__new__(cls, _filled(many if many and values["count"] != 1 else template, values))
        made.template, made.many, made.values = template, many, values
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """How it is made again at the other end of a pipe."""
        return self.template, self.many, self.values

    def told(self, language: Language) -> str:
        """The same in another language, down to the words inside."""
        if not self.template:
            return ""  # gettext keeps notes on the translation under the empty sentence
        count = self.values.get("count")
        if self.many and isinstance(count, int):
            form = language.ngettext(self.template, self.many, count)
        else:
            form = language.gettext(self.template)
        return _filled(form, {name: _told(value, language) for name, value in self.values.items()})


def said(template: str, /, **values: object) -> Said:
    """A sentence with named fields. Without values its braces stay as they are."""
    return Said(template, values=values)


def counted(one: str, many: str, /, count: int, **values: object) -> Said:
    """A sentence in the form that goes with a number of things, which `{count}` stands for."""
    return Said(one, many, {"count": count, **values})


def in_a_row(*sentences: str) -> Said:
    """Sentences one after the other; empty ones are left out."""
    return _joined(" ", sentences)


def listed(parts: Iterable[str]) -> Said:
    """Parts of one sentence, with semicolons between them."""
    return _joined("; ", parts)


def untranslated(text: str) -> str:
    """Mark a sentence for collection where it is not said yet."""
    return text


def _joined(between: str, parts: Iterable[str]) -> Said:
    given = {f"part_{number}": part for number, part in enumerate(parts) if part}
    return Said(between.join(f"{{{name}}}" for name in given), values=given)


def _told(value: object, language: Language) -> object:
    """What is filled in, in a language; what is no `Said` is the same in all of them."""
    return value.told(language) if isinstance(value, Said) else value


def _sendable(value: object) -> object:
    """What a pipe can carry to a process that may lack the class of, say, an error."""
    return value if isinstance(value, str | int | float) else str(value)


def _filled(template: str, values: Mapping[str, object]) -> str:
    return template.format(**values) if values else template
