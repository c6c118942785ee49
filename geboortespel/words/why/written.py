"""An answer to "waarom?" row by row, the same for the screen and for line mode: numbers in one column, then words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from geboortespel.words.catalog import Translator
from geboortespel.words.why.account import Account, Head, Parts

Kind = Literal["said", "head", "part", "total"]


@frozen
class Row:
    """`number` is right-aligned to the others of its answer; '' for a sentence or a heading."""

    kind: Kind
    number: str
    text: str


def rows(account: Account, tr: Translator) -> Iterator[Row]:
    """The answer without its title."""
    numbers = [number for said in account.said if isinstance(said, Parts) for number in _numbers(said, tr)]
    width = max((len(number) for number in numbers), default=0)
    for said in account.said:
        if isinstance(said, str):
            yield Row("said", "", said)
        elif isinstance(said, Head):
            yield Row("head", "", said.text)
        else:
            shown = _numbers(said, tr)
            for part, number in zip(said.parts, shown, strict=False):
                yield Row("part", f"{number:>{width}}", part.text)
            if said.n is not None:
                yield Row("total", f"{shown[-1]:>{width}}", said.text)


def _numbers(said: Parts, tr: Translator) -> list[str]:
    """The parts, and last the whole when it is known."""
    found = [amount(part.n, said.unit, tr, signed=not part.start) for part in said.parts]
    return found if said.n is None else [*found, amount(said.n, said.unit, tr, signed=False)]


def amount(n: int, unit: str, tr: Translator, *, signed: bool) -> str:
    """`+4`, `60%`, `-1,5 mln`."""
    sign = ("+" if signed else "") if n >= 0 else "-"
    if unit == "mln":
        point = "," if tr.language == "nl" else "."
        return tr("{amount} m").format(amount=f"{sign}{abs(n) // 10}{point}{abs(n) % 10}")
    return f"{sign}{abs(n)}{unit}"


def lines(account: Account, tr: Translator) -> list[str]:
    """The answer as plain lines, its title first."""
    title = account.title if account.title.endswith((".", "?")) else f"{account.title}."
    return [title, *(_line(row) for row in rows(account, tr))]


def _line(row: Row) -> str:
    match row.kind:
        case "said":
            return f"  {row.text}"
        case "head":
            return f"{row.text}:" if not row.text.endswith((":", ".")) else row.text
        case "part":
            return f"  {row.number}  {row.text}"
        case _:
            return f"  {row.number} = {row.text}"
