"""Each kind of layer has its file, and no world waits for another's."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys

import game.scenery.layers
import worlds.format.layers

PROGRAM = """
from game import toolkit
toolkit.load()
import sys
from game.scenery.layer import every_kind, layer_for
from worlds.catalogue import BUILTIN
from worlds.reading import read_world
def loaded():
    return {name.rpartition(".")[2] for name in sys.modules if name.startswith("game.scenery.layers.")}
print([layer_for(model).__name__ for model in read_world(BUILTIN / "rain_window").layers])
print(loaded() & {"garden", "ridges", "sky"})
for _ in every_kind():
    pass
print(loaded() >= {"garden", "ridges", "sky"})
"""


def test_each_kind_of_layer_is_drawn_by_the_file_of_its_name() -> None:
    named = {module.name for module in pkgutil.iter_modules(worlds.format.layers.__path__)}
    assert named == {module.name for module in pkgutil.iter_modules(game.scenery.layers.__path__)}


def test_a_world_imports_its_own_kinds_and_the_rest_when_there_is_time() -> None:
    path = os.pathsep.join(filter(None, [os.getcwd(), *sys.path]))
    environment = {**os.environ, "ARCADE_HEADLESS": "True", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["['OutlookLayer', 'GlassLayer', 'SillLayer']", "set()", "True"]
