"""What stands written under each field of a model, read from its source only when somebody asks.

pydantic can read it as each class is made (`use_attribute_docstrings`); that was a third of the time in which the
format is imported, and only the schema, the reference and the wording of mistakes ever want it.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise


def field_docstrings(model: type) -> Mapping[str, str]:
    """The docstring under each annotated name of a class and of those it inherits from, by name."""
    found: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        found |= _in_module(owner.__module__).get(owner.__qualname__, {})
    return found


@lru_cache(maxsize=128)
def _in_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings of every class at the top of a module; none where there is no source to read."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[name]))
    except (KeyError, OSError, TypeError):
        return {}
    return {node.name: dict(_documented(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documented(owner: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(owner.body):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        match below:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield field.target.id, inspect.cleandoc(text)
