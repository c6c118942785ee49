"""The shapes of an answer to "waarom?": sentences, and parts that add up to a number. Front ends choose the looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from geboortespel.engine.ledger import Entry

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.words.voice import Voice


class Traced(Protocol):
    """Why a quantity is what it is, as the session tells it: entries newest first, adding up from `start` to `value`;
    `value` is None when it is hidden."""

    @property
    def entries(self) -> tuple[Entry, ...]: ...
    @property
    def start(self) -> int | None: ...
    @property
    def value(self) -> int | None: ...
    def since_the_draw(self) -> Traced: ...


class Ledger(Protocol):
    """Where causes are found: a session."""

    def causes(self, name: str, seat: str | None = None) -> Traced: ...


@frozen
class Part:
    """What one cause adds or takes away. `start`: what there was to begin with, told without a sign."""

    n: int
    text: str
    start: bool = False


@frozen
class Parts:
    """Parts that add up to `n`, and what that is; `n` is None for what was witnessed of a number that is hidden.

    `unit`: '' for points, '%' for percents, 'mln' for tenths of millions of euros.
    """

    parts: tuple[Part, ...]
    n: int | None = None
    text: str = ""
    unit: str = ""


@frozen
class Head:
    """A heading within an answer."""

    text: str


@frozen
class Account:
    """An answer: the number as it is shown, then sentences, headings and parts in reading order."""

    title: str
    said: tuple[str | Head | Parts, ...] = ()


@frozen
class Asked:
    """A number that can be asked about: a key of its own, the number as it is shown, and the answer."""

    key: str
    label: str
    tell: Callable[[], Account]


Group = tuple[str, Sequence[Asked]]
"""(heading, numbers under it)."""


@frozen
class Reader:
    """Whose eyes an answer is for: a view, the words, and where causes are found."""

    voice: Voice
    view: View
    ledger: Ledger
