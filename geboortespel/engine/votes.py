"""Votes: what each member of the decision body says when it decides, and why, to be told one by one.

The rule decides; votes only tell of it. With a yes, whoever is not against is for. With a no, whoever falls short of
what the rule asks of them (or of all together) is against, so that a no has faces.
"""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause
from geboortespel.engine.rules import Rules
from geboortespel.scenario.expr import All, Boolean, Cmp, Num, Var

YES = 1
"""Value of `besluit` for a yes (`scenario.names.VERDICT`)."""


def asked(rule: Boolean | None) -> Iterator[tuple[str, int]]:
    """(quantity, least value) of everything that must hold for a yes, as far as it is that plain."""
    match rule:
        case All(items):
            for item in items:
                yield from asked(item)
        case Cmp(">=", Var(name), Num(value)):
            yield name, value
        case Cmp(">", Var(name), Num(value)):
            yield name, value + 1


class Votes:
    """The votes of one scenario's decision body."""

    def __init__(self, rules: Rules) -> None:
        self.rules, self.index = rules, rules.layout.index
        body = rules.scenario.body
        self.members = sorted(body.members, key=rules.low.power) if body else []
        """By rising power, as declared among equals."""
        least = dict(asked(body.rule)) if body else {}
        together = least.get("draagvlak", 0)
        self.bars = {actor: max(together, least.get(f"steun.{actor}", together)) for actor in self.members}

    def notes(self, s: State, verdict: int) -> list[Cause]:
        """("stem", actor, "ja" or "nee", concern) of each member, for a verdict taken in state `s`."""
        found: list[Cause] = []
        for actor in self.members:
            bar = 0 if verdict == YES else self.bars[actor]
            yes = s[self.index[f"steun.{actor}"]] >= bar
            found.append(("stem", actor, "ja" if yes else "nee", self._reason(s, actor, yes)))
        return found

    def _reason(self, s: State, actor: str, met: bool) -> str:
        """The heaviest concern heard at the actor that was met by an argument told there, or was not; '' for none."""
        told = [a for a in self.rules.scenario.arguments.values() if s[self.index[f"herhaald.{actor}.{a.id}"]]]
        best, heaviest = "", 0
        for weight, heard, concern in self.rules.concerns[actor]:
            if s[heard] and s[weight] > heaviest and any(concern in argument.answers for argument in told) is met:
                best, heaviest = concern, s[weight]
        return best
