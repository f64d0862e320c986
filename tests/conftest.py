"""What tests of every room share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from arcade.gl import Context

os.environ["ARCADE_HEADLESS"] = "True"
"""Before any test module imports arcade: it decides then. Windows are tested in processes of their own."""

os.environ["LANGUAGE"] = "en"
"""Tests expect English words, on whatever machine; those of other languages set it themselves."""

settings.register_profile("stillroom", deadline=None)
settings.load_profile("stillroom")
"""A busy machine is no reason to fail: no test of ours is about seconds."""


@pytest.fixture(scope="session")
def ctx() -> Context:
    """One GL context without a screen for the whole run: opening one takes longer than most tests."""
    from game.headless import open_context

    return open_context()
