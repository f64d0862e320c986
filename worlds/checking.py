"""Checking a document against a model: the model, or every mistake in it at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from worlds.allowed import Allowed
from worlds.documents import Document
from worlds.problems import Problem, Unreadable
from worlds.said import counted
from worlds.wording import Mistake, meant_key, worded

M = TypeVar("M", bound=BaseModel)

MOST = 200
"""So many mistakes are explained one by one; the rest are counted."""


def checked(model: type[M], document: Document, more: Sequence[Mistake] = ()) -> M:
    """The document as a model. Raises `Unreadable` with every mistake, in the order of the file.

    `more` are mistakes found by other means, which take the place of any that the model finds at the same key.
    """
    try:
        made = model.model_validate(document.data)
    except ValidationError as error:
        raise Unreadable(_problems(document, more, error.errors(), Allowed(model))) from error
    if more:
        raise Unreadable(_placed(document, more))
    return made


def _problems(
    document: Document, more: Sequence[Mistake], errors: Sequence[ErrorDetails], allowed: Allowed
) -> list[Problem]:
    taken = {mistake.keys for mistake in more}
    problems = _placed(document, [*more, *(each for each in _worded(errors, allowed) if each.keys not in taken)])
    if (rest := len(errors) - MOST) > 0:
        more_of_them = counted(
            "there is {count} more mistake in this file.", "there are {count} more mistakes in this file.", rest
        )
        problems.append(replace(problems[-1], message=more_of_them, suggestion=""))
    return problems


def _worded(errors: Sequence[ErrorDetails], allowed: Allowed) -> list[Mistake]:
    """The mistakes in words; that a key is missing is not said when it was only misspelt."""
    explained = errors[:MOST]
    meant = {meant_key(error, allowed) for error in explained}
    mistakes = [(error["type"], worded(error, allowed)) for error in explained]
    return [mistake for kind, mistake in mistakes if kind != "missing" or mistake.keys not in meant]


def _placed(document: Document, mistakes: Sequence[Mistake]) -> list[Problem]:
    problems = {document.problem(mistake.keys, mistake.message, mistake.suggestion) for mistake in mistakes}
    return sorted(problems, key=lambda problem: (problem.line, problem.column, problem.message))
