"""What tests of every room share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture(scope="session")
def ctx() -> Context:
    """One GL context without a screen for the whole run: opening one takes longer than most tests."""
    from game.headless import open_context

    return open_context()
