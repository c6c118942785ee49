"""A lens: many questions about a state answered at once, from what the table may know.

Made for players, who ask the same questions at every decision. What is hidden is replaced (`veil`) before anything is
worked out. So an answer can never depend on what a view holds back, and it is what the view itself shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from geboortespel.engine.ir import overwork, round_half_away, scaled, source
from geboortespel.scenario.expr import Boolean

if TYPE_CHECKING:
    from geboortespel.engine.rules import Rules
    from geboortespel.engine.view import View

Question = str | tuple[Boolean, str, str]
"""The name of a quantity, or a condition with the seat and the target that `.ik` and `.doel` stand for."""

_SLOT = re.compile(r"s\[(\d+)\]")


class Lens:
    """Answers `questions` about a view: a tuple of whole numbers (conditions: truth), in the same order."""

    def __init__(self, rules: Rules, questions: Iterable[Question]) -> None:
        hidden = rules.veil.expressions()
        parts = [
            _SLOT.sub(lambda found: hidden.get(int(found[1]), found[0]), _source(rules, question))
            for question in questions
        ]
        middle = tuple(rules.veil.stand_in(support) for support in range(-100, 101))
        scope: dict[str, Any] = {"scaled": scaled, "overwork": overwork, "rounded": round_half_away, "middle": middle}
        body = "".join(_runs(parts))
        often = {f"h{slot}": text for slot, text in hidden.items() if text[0] == "(" and body.count(text) > 1}
        lines = ["def run(s):"]
        for name, text in often.items():
            body = body.replace(text, name)
            lines.append(f"    {name} = {text}")
        exec("\n".join([*lines, f"    return ({body})"]), scope)
        self._run: Callable[[Sequence[int]], tuple[int, ...]] = scope["run"]

    def __call__(self, view: View) -> tuple[int, ...]:
        return self._run(view._s)


def _runs(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a tuple, with slots that stand side by side read as one slice."""
    run: list[int] = []
    for part in [*parts, ""]:
        slot = _SLOT.fullmatch(part)
        if slot and (not run or int(slot[1]) == run[-1] + 1):
            run.append(int(slot[1]))
            continue
        if run:
            yield f"s[{run[0]}], " if len(run) == 1 else f"*s[{run[0]}:{run[-1] + 1}], "
        run = [int(slot[1])] if slot else []
        if part and not slot:
            yield f"{part}, "


def _source(rules: Rules, question: Question) -> str:
    low = rules.low
    if isinstance(question, tuple):
        return source(low.condition(*question))
    if question in rules.layout.index:
        return f"s[{rules.layout.index[question]}]"
    if question in ("alles_groen", "besluitregel"):
        return source(low.flag(question))
    node, denominator = low.backing() if question == "draagvlak" else (low.level(rules.scenario.aspects[question]), 1)
    return source(node) if denominator == 1 else f"rounded({source(node)}, {denominator})"
