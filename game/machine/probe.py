"""Trying something that may crash, hang or print: in a process of its own, with a limit of time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.text import translate as _

LIMIT_S = 20.0
CODE = "import json, sys; from {module} import {name} as f; print(); print(json.dumps(f(*json.loads(sys.argv[1]))))"


@dataclass(frozen=True)
class Answer:
    """What came back: a value, or why there is none."""

    value: Any = None
    why: str = ""


def ask(
    module: str,
    name: str,
    *arguments: str | int,
    limit_s: float = LIMIT_S,
    environment: Mapping[str, str] = os.environ,
) -> Answer:
    """Call a function of ours, with texts or numbers as arguments and JSON as result, in another process."""
    command = [sys.executable, "-c", CODE.format(module=module, name=name), json.dumps(arguments)]
    importing = {**environment, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit_s, env=importing, check=False)
    except subprocess.TimeoutExpired:
        return Answer(why=_("no answer within {seconds:g} s").format(seconds=limit_s))
    except OSError as error:
        return Answer(why=_("no process could be started ({why})").format(why=error.strerror or error))
    if done.returncode == 0:
        return Answer(json.loads(done.stdout.decode().splitlines()[-1]))
    return Answer(why=last_words(done.stderr.decode(errors="replace"), done.returncode))


def last_words(text: str, code: int) -> str:
    """The sentence of the exception a process ended with."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or code < 0:
        return _("it crashed (code {code})").format(code=code)
    return lines[-1].split(": ", 1)[-1].strip()
