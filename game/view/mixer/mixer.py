"""The visitor at the panel of voices: keys and pointer turn what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.view.inputs import Input, Key, Pointer, Typed
from game.view.mixer import words
from game.view.mixer.board import Board
from game.view.mixer.items import Item
from game.view.mixer.naming import Naming
from game.view.mixer.sheet import Sheet

if TYPE_CHECKING:
    from game.view.player import Player

REPEAT_AFTER_S, REPEAT_S = 0.45, 0.09
"""A key that is held turns on by itself."""
OFFER_S = 2.5
"""How long after the pointer has moved the handle stays."""
TURNS = {"LEFT": -1, "RIGHT": 1}
EDGE = 0.05
"""How far beside its ends a slider still answers, as a share of it."""
WAYS = {"UP": -1, "DOWN": 1}


class Mixer:
    """Takes every input before the world does, and keeps what is meant for the panel. Nothing of it is there for a
    kiosk, whose equipment has no mixes."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._kit = player.kit
        self._panel = player.kit.talk.voices
        self._board: Board | None = None
        self._items: list[Item] = []
        self._chosen = 0
        self._held: dict[str, float] = {}
        """Keys of the panel that are down, and when they turn on."""
        self._pressed = self._sliding = False
        """Whether the pointer went down on the panel, and whether on a slider."""
        self._moved_s = -OFFER_S
        self._naming: Naming | None = None
        """The name being typed, while there is one."""
        self._echoes = False
        """Whether the letter of the key that asked for a name is still to come."""
        deeds: dict[str, Callable[[Board], object]] = {
            "M": lambda _: self._item.press(),
            "ENTER": lambda _: self._item.press(),
            "NUM_ENTER": lambda _: self._item.press(),
            "_0": lambda _: self._item.reset(),
            "NUM_0": lambda _: self._item.reset(),
            "S": self._begin_naming,
            "DELETE": Board.forget,
            "BACKSPACE": Board.forget,
            "E": Board.write_out,
            "I": Board.take_in,
            "V": lambda _: self.close(),
            "ESCAPE": lambda _: self.close(),
        }
        self._deeds = deeds

    @property
    def is_open(self) -> bool:
        """Whether the panel is there."""
        return self._board is not None and self._panel.shown

    def open(self) -> None:
        """Show the voices of the world in front."""
        kit, shown = self._kit, self._player.shown
        if kit.mixes is None or shown is None:
            return
        kept = kit.mixes.of(shown.world.world.id)
        if not self.is_open:
            self._chosen = 0
            kit.journal.note("voices", open=True)
        self._board = Board(shown.world, kept, kit.hearing, kit.talk, kit.journal, kit.mixes.exchange)
        self._refresh()

    def close(self) -> None:
        """Let the panel go; the world stays as it was turned."""
        self._panel.hide()
        if self._board is not None:
            self._board.leave()
        self._naming = None
        self._pressed = self._sliding = False
        self._kit.journal.note("voices", open=False)

    def takes(self, what: Input) -> bool:
        """Whether an input was meant for the panel."""
        if isinstance(what, Key):
            return self._key(what)
        if isinstance(what, Typed):
            return self._type(what.letters)
        return isinstance(what, Pointer) and self._kit.mixes is not None and self._point(what)

    def let_go(self) -> None:
        """Nothing is held any more; nobody saw it come up."""
        self._held.clear()
        self._pressed = self._sliding = False

    def step(self) -> None:
        """Turn on what is held, follow a change of world, and let the handle go after a while."""
        now_s = self._kit.now_s()
        if self._panel.offered and now_s - self._moved_s > OFFER_S:
            self._panel.offer("")
        if not self.is_open:
            return
        for name, due_s in self._held.items():
            if name in TURNS and self._naming is None and now_s >= due_s:
                self._held[name] = now_s + REPEAT_S
                self._turn(name)
        shown = self._player.shown
        if shown is not None and self._board is not None and shown.world is not self._board.world:
            self._naming, self._sliding = None, False
            self._board.leave()
            self.open()

    @property
    def _item(self) -> Item:
        return self._items[self._chosen]

    def _key(self, key: Key) -> bool:
        """Keys that went down for the panel also come up for it."""
        if not key.down:
            self._echoes = False
            return self._held.pop(key.name, None) is not None
        if not self.is_open or (self._naming is None and key.name not in {*TURNS, *WAYS, *self._deeds}):
            return False
        self._held[key.name] = self._kit.now_s() + REPEAT_AFTER_S
        self._turn(key.name)
        return True

    def _begin_naming(self, board: Board) -> None:
        """From now on letters are a name, and stand in the row of the kept mixes."""
        self._naming, self._echoes = Naming(board.proposed()), True
        names = [item.line.name for item in self._items]
        self._chosen = names.index(words.preset(self._kit.talk.translate))

    def _type(self, letters: str) -> bool:
        """Letters of the name; that of the key which asked for it is none of them."""
        if self._naming is None or not self.is_open:
            return False
        if not self._echoes:
            self._naming.type(letters)
            self._refresh()
        self._echoes = False
        return True

    def _spell(self, naming: Naming, key: str) -> None:
        """A key, while a name is typed."""
        if key == "BACKSPACE":
            naming.back()
        elif key == "ESCAPE":
            self._naming = None
        elif key in ("ENTER", "NUM_ENTER") and naming.name is not None and self._board is not None:
            self._naming = None
            self._board.keep(naming.name)

    def _turn(self, name: str) -> None:
        if self._naming is not None:
            self._spell(self._naming, name)
        elif name in WAYS:
            self._chosen = (self._chosen + WAYS[name]) % len(self._items)
        elif name in TURNS:
            self._item.turn(TURNS[name])
        elif self._board is not None:
            self._deeds[name](self._board)
        if self.is_open:
            self._refresh()

    def _point(self, pointer: Pointer) -> bool:
        """A press on a row chooses it, on its slider turns it, on the handle opens; all else is the world's."""
        if pointer.phase in ("move", "press"):
            self._offer()
        if pointer.phase == "press":
            self._pressed = self._press(pointer)
            return self._pressed
        if not self._pressed:
            return False
        if pointer.phase == "release":
            self._pressed = self._sliding = False
        elif self._sliding:
            self._slide(pointer.x)
        return True

    def _offer(self) -> None:
        self._moved_s = self._kit.now_s()
        shown = self._player.shown is not None and not self._panel.shown
        self._panel.offer(words.handle(self._kit.talk.translate) if shown else "")

    def _press(self, pointer: Pointer) -> bool:
        if self._panel.handle_at(pointer.x, pointer.y):
            self.open()
            return True
        if not self.is_open or not self._panel.covers(pointer.x, pointer.y):
            return False
        self._naming = None
        row = self._panel.row_at(pointer.x, pointer.y)
        if row is not None:
            self._chosen = row
            self._press_on(self._panel.along(pointer.x), pointer.x)
        self._refresh()
        return True

    def _press_on(self, along: float, x: float) -> None:
        """A press on the chosen row: its slider goes there, its value is switched, its name is only chosen."""
        self._sliding = self._item.slide is not None and -EDGE <= along <= 1.0 + EDGE
        if self._sliding:
            self._slide(x)
        elif along >= 0.0:
            self._item.press()

    def _slide(self, x: float) -> None:
        if self._item.slide is not None:
            self._item.slide(min(max(self._panel.along(x), 0.0), 1.0))
            self._refresh()

    def _refresh(self) -> None:
        assert self._board is not None, "it is open"
        self._items = self._board.items()
        self._chosen = min(self._chosen, len(self._items) - 1)
        translate, lines = self._kit.talk.translate, [item.line for item in self._items]
        foot = words.keys(translate)
        if self._naming is not None:
            lines[self._chosen] = replace(lines[self._chosen], value=f"{self._naming.text}_")
            foot = words.naming_keys(translate)
        self._panel.show(Sheet(self._board.world.world.name, tuple(lines), self._chosen, foot))
