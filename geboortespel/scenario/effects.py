"""Effects and costs: quantity → `+8`, `-5` or `=0`; `onthul` and `open`; unsigned costs (design 2)."""

from __future__ import annotations

import re

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.expr import Change, Effect, Open, Reveal
from geboortespel.scenario.names import Quantity
from geboortespel.scenario.nodes import Map, Node, Scalar
from geboortespel.scenario.scalars import NO, YES, not_whole, suggest
from geboortespel.scenario.scope import FAMILIES, Absent, Scope, Wrong
from geboortespel.scenario.traps import wrong_shape

NAMED = ("onthul", "open")
_AMOUNT = re.compile(r"([+-])(\d{1,9})")
_SET = re.compile(r"=\s*(.*)", re.DOTALL)


class Effector:
    """Reads effects in one scope. Faults go to `faults`; what is about absent people is left out."""

    def __init__(self, scope: Scope, faults: Faults) -> None:

        self.scope = scope
        self.faults = faults

    def effects(self, node: Node) -> tuple[Effect, ...]:
        """All effects of a map, in file order."""
        if not isinstance(node, Map):
            wrong_shape(self.faults, "G024", node)
            return ()
        out: list[Effect] = []
        for name, (key, value) in node.entries.items():
            try:
                out += self._named(name, value) if name in NAMED else self._change(name, key, value)
            except Wrong as wrong:
                near = suggest(wrong.params.get("id", wrong.params.get("name", "")), wrong.near)
                column = key.column + wrong.at + (1 if key.quoted else 0)
                self.faults.add(wrong.code, key.source, key.line, column, **wrong.params, **near)
            except Absent:
                continue
        return tuple(out)

    def _named(self, name: str, value: Node) -> list[Effect]:
        out: list[Effect] = []
        actors = self.scope.names.scenario.actors
        for item in getattr(value, "items", [value]):
            if not isinstance(item, Scalar):
                wrong_shape(self.faults, "G026", item)
                continue
            actor = item.value or ""
            if actor == "doel":
                if self.scope.aim.target_space != "actor":
                    self.faults.at("G070", item, name=actor, word="doel")
                    continue
            elif actor not in actors:
                alias = self.scope.names.alias.get(actor)
                if alias is None:
                    if not self.scope.absent("actor", actor):
                        self.faults.at("G012", item, what="actor", id=actor, **suggest(actor, actors))
                    continue
                actor = alias
            out.append(Reveal(actor) if name == "onthul" else Open(actor))
        return out

    def _change(self, name: str, key: Scalar, value: Node) -> list[Effect]:
        quantity, canonical = self._target(name, key)
        if quantity is None:
            return []
        if not isinstance(value, Scalar):
            wrong_shape(self.faults, "G026", value)
            return []
        if value.cut:
            return []
        text = (value.value or "").strip()
        added = _AMOUNT.fullmatch(text)
        if added:
            if quantity.type != "number":
                self.faults.at("G084", value, name=name, words=self._words(quantity))
                return []
            return [Change(canonical, "+", int(text))]
        given = _SET.fullmatch(text)
        if given:
            amount = self._setting(quantity, name, given[1], value)
            return [] if amount is None else [Change(canonical, "=", amount)]
        self._malformed(quantity, name, text, value)
        return []

    def _target(self, name: str, key: Scalar) -> tuple[Quantity | None, str]:
        """The quantity that is changed, and its canonical name; None after noting a fault."""
        scope = self.scope
        aspect = scope.names.scenario.aspects.get(name)
        if aspect is not None:
            if aspect.derived is not None:
                self.faults.at("G083", key, name=name)
                return None, ""
            family = "inzicht" if aspect.fact is not None or aspect.insight is not None else "stand"
            return scope.quantity(f"{family}.{name}"), f"{family}.{name}"
        found = scope.find(name, 0)
        if found is None:
            if name in FAMILIES:
                self.faults.at("G085", key, name=name)
                return None, ""
            raise scope.unknown(name, 0)
        quantity = scope.quantity(found)
        if quantity is None or not quantity.writable or quantity.computed:
            self.faults.at("G086", key, name=name)
            return None, ""
        return quantity, found

    @staticmethod
    def _words(quantity: Quantity) -> str:
        return "ja, nee" if quantity.type == "yesno" else ", ".join(quantity.type)

    def _setting(self, quantity: Quantity, name: str, text: str, value: Scalar) -> int | None:
        if quantity.type == "yesno":
            if text in ("ja", "nee"):
                return int(text == "ja")
        elif isinstance(quantity.type, tuple):
            if text in quantity.type:
                return quantity.type.index(text)
        elif re.fullmatch(r"[+-]?\d{1,9}", text):
            amount = int(text)
            if quantity.low <= amount <= quantity.high:
                return amount
            self.faults.at("G031", value, value=text, low=str(quantity.low), high=str(quantity.high))
            return None
        else:
            not_whole(text, value, self.faults)
            return None
        words = self._words(quantity)
        self.faults.at("G065", value, name=name, word=text, words=words, **suggest(text, words.split(", ")))
        return None

    def _malformed(self, quantity: Quantity, name: str, text: str, value: Scalar) -> None:
        if re.fullmatch(r"\d+", text) and quantity.type == "number":
            self.faults.at("G087", value, value=text, name=name)
        elif quantity.type != "number":
            word = "ja" if text.lower() in YES else "nee" if text.lower() in NO else text
            known = word in self._words(quantity).split(", ")
            fix = {"suggestion": f"={word}"} if known else {}
            self.faults.at("G084", value, name=name, words=self._words(quantity), **fix)
        elif re.fullmatch(r"[+-]\s+\d+", text):
            self.faults.at("G089", value, value=text, suggestion=re.sub(r"\s+", "", text))
        else:
            not_whole(text, value, self.faults)


def cost(node: Node, scope: Scope, faults: Faults) -> dict[str, int]:
    """A map quantity → unsigned whole number; `tijd`, `energie` or a counter."""

    out: dict[str, int] = {}
    if not isinstance(node, Map):
        wrong_shape(faults, "G024", node)
        return out
    payable = {"tijd", "energie", *scope.names.scenario.counters}
    for name, (key, value) in node.entries.items():
        if name not in payable:
            if not scope.absent("teller", name):
                faults.at("G091", key, name=name, **suggest(name, payable))
            continue
        if not isinstance(value, Scalar):
            wrong_shape(faults, "G026", value)
            continue
        if value.cut:
            continue
        text = value.value or ""
        if re.fullmatch(r"[+-]\d+", text):
            faults.at("G090", value, value=text, suggestion=text[1:])
        elif re.fullmatch(r"0|[1-9]\d{0,8}", text):
            out[name] = int(text)
        elif re.fullmatch(r"0\d+", text):
            faults.at("G032", value, value=text, suggestion=text.lstrip("0") or "0")
        else:
            not_whole(text, value, faults)
    return out
