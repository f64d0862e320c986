"""What tests of every room share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from arcade.gl import Context

os.environ["ARCADE_HEADLESS"] = "True"
"""Before any test module imports arcade: it decides then. Windows are tested in processes of their own."""


@pytest.fixture(scope="session")
def ctx() -> Context:
    """One GL context without a screen for the whole run: opening one takes longer than most tests."""
    from game.headless import open_context

    return open_context()
