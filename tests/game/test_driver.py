"""Which OpenGL is tried, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from game.driver import opened, refusals, wished


def test_the_desktops_comes_first_unless_one_is_asked_for() -> None:
    assert [driver.name for driver in wished("")] == ["gl", "es"]
    assert [driver.name for driver in wished("es")] == ["es"]
    assert [driver.name for driver in wished("vulkan")] == ["gl", "es"]


def test_where_one_refuses_the_next_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STILLROOM_OPENGL", raising=False)
    tried: list[tuple[str, tuple[int, int]]] = []

    def make(options: dict[str, Any]) -> str:
        tried.append((options["gl_api"], options["gl_version"]))
        if options["gl_api"] == "opengl":
            raise refusals()[0]
        return "a window"

    assert opened(make) == "a window"
    assert tried == [("opengl", (3, 3)), ("opengles", (3, 1))]


def test_what_the_last_one_said_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STILLROOM_OPENGL", "es")

    def refuse(options: dict[str, Any]) -> str:
        raise refusals()[0](options["gl_api"])

    with pytest.raises(refusals(), match="opengles"):
        opened(refuse)
