"""What took long to work out, kept on disk from one visit to the next.

A bake is a few arrays under a key that says all they depend on: the layer's model, its name, seed, size and ground,
the code that makes them and the driver that draws. So what is found is what would be made, bit by bit.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.whole_file import whole_file

LOG = logging.getLogger(__name__)
Arrays = Mapping[str, NDArray[Any]]
Work = Generator[None, None, Arrays]
"""Slow work in slices; what comes out at the end are arrays."""
MOST_BYTES = 256 * 1024 * 1024
"""The least recently used go beyond this."""
KEPT = ".npz"
NOTED = "noted"


class Bakes:
    """A folder of bakes; without one (`Bakes()`), nothing is kept.

    It is only a help: a folder or file that cannot be read or written is done without. Files are written in a
    thread of their own. `stamp` names code and driver; it is asked once, when the first bake is.
    """

    def __init__(
        self, folder: Path | None = None, stamp: Callable[[], str] = str, most_bytes: int = MOST_BYTES
    ) -> None:
        self._folder = folder
        self._ask_stamp = stamp
        self._stamp: str | None = None
        self._most_bytes = most_bytes
        self._writer: ThreadPoolExecutor | None = None
        self._written: Future[None] | None = None

    def kept(self, *facts: str | bytes | float) -> Kept:
        """The place of one bake; `facts` are all it depends on besides code and driver."""
        if self._folder is None:
            return Kept(self, None)
        if self._stamp is None:
            self._stamp = self._ask_stamp()
        digest = blake2b(self._stamp.encode(), digest_size=16)
        for fact in facts:
            said = fact if isinstance(fact, bytes) else repr(fact).encode()
            digest.update(b"%d:" % len(said) + said)
        return Kept(self, self._folder / (digest.hexdigest() + KEPT))

    def write(self, path: Path, arrays: Arrays) -> None:
        """Begin to write a bake down."""
        if self._writer is None:
            self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bakes")
        try:
            self._written = self._writer.submit(self._write, path, arrays)
        except RuntimeError:  # the system gives no thread: whatever waits for one would stay in memory
            self._writer = None

    def wait(self) -> None:
        """Until all that was begun is written."""
        if self._written is not None:
            self._written.result()

    def _write(self, path: Path, arrays: Arrays) -> None:
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(path) as partial:
                np.savez(partial, **dict[str, Any](arrays))
            _trim(path.parent, self._most_bytes)


@dataclass(frozen=True)
class Kept:
    """One bake that may have been kept."""

    _bakes: Bakes
    _path: Path | None
    _noted: set[str] = field(default_factory=set)

    def noting(self, facts: set[str]) -> Kept:
        """The same, where `facts` are what the work reads of the ground: they are kept with it, and noted again
        when it is found instead of made."""
        return replace(self, _noted=facts)

    def or_made(self, work: Work) -> Work:
        """What was kept; else what the work comes to, which is kept then. In slices."""
        arrays = self.find()
        if arrays is None:
            arrays = yield from work
            self.keep(arrays)
        yield
        return arrays

    def __bool__(self) -> bool:
        """Whether anything is kept at all."""
        return self._path is not None

    def keep(self, arrays: Arrays) -> None:
        """Keep this from now on."""
        if self._path is not None:
            self._bakes.write(self._path, {**arrays, NOTED: np.array(sorted(self._noted), np.str_)})

    def find(self) -> Arrays | None:
        """What was kept, if it was and is whole. A damaged file is taken away."""
        if self._path is None:
            return None
        try:
            with np.load(self._path, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            self._noted.update(map(str, arrays[NOTED]))
        except FileNotFoundError:
            return None
        except Exception:  # one bit decides what zipfile and numpy raise; seven kinds have been seen
            LOG.info("what is damaged is made anew: %s", self._path, exc_info=True)
            with contextlib.suppress(OSError):
                self._path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(self._path)
        return arrays


def _trim(folder: Path, most_bytes: int) -> None:
    """Let go of what was not used for longest."""
    files = sorted(((path.stat(), path) for path in folder.glob("*" + KEPT)), key=lambda file: -file[0].st_mtime)
    total = 0
    for status, path in files:
        total += status.st_size
        if total > most_bytes:
            path.unlink(missing_ok=True)
