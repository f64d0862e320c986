"""Finding every kind of layer and voice: a model in its own file is all the declaration there is."""

from __future__ import annotations

import importlib
import pkgutil
from functools import reduce
from operator import or_
from typing import Annotated, Any, TypeVar, get_args

from pydantic import Field

from worlds.format.base import Model

M = TypeVar("M", bound=Model)


def models_in(package: str, base: type[M]) -> list[type[M]]:
    """Import every module of a package and return the models declared there, ordered by their kind.

    A kind is a subclass of `base` with a field `kind: Literal["its_name"]`.
    """
    home = importlib.import_module(package)
    for module in pkgutil.iter_modules(home.__path__, prefix=package + "."):
        importlib.import_module(module.name)
    return sorted((model for model in _descendants(base) if "kind" in model.model_fields), key=kind_of)


def kind_of(model: type[Model]) -> str:
    """The name a maker writes for this kind."""
    return str(get_args(model.model_fields["kind"].annotation)[0])


def union_of(models: list[type[M]]) -> Any:
    """The tagged union of models that are told apart by their kind, for use as a pydantic field type."""
    return Annotated[reduce(or_, models), Field(discriminator="kind")]


def _descendants(base: type[M]) -> list[type[M]]:
    return [child for direct in base.__subclasses__() for child in (direct, *_descendants(direct))]
