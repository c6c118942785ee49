"""Conditions and numeric expressions: one typed line → an `expr` tree with resolved names (design 2).

A word is looked up as a quantity, a family (`steun`), a perspective or, opposite a quantity with words, one of those
words. Faults are raised as `Wrong` with the offset in the text; the caller knows where the text stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from geboortespel.scenario.expr import All, Any, Boolean, Count, Fold, Not, Num, Numeric, Sum, Var
from geboortespel.scenario.meaning import Meaning, Part
from geboortespel.scenario.scope import Scope, Wrong, Wrongs
from geboortespel.scenario.tokens import Token, tokens

_FOLDS = ("gemiddelde", "laagste", "hoogste")
T = TypeVar("T")
CALLS = ("gemiddelde", "aantal", "laagste", "hoogste")


class Parser(Meaning):
    """Parses one text in one scope."""

    def __init__(self, text: str, scope: Scope) -> None:
        super().__init__(text, scope)
        self.tokens = tokens(text)
        self.place = 0
        self.depth = 0

    # -- entrances -----------------------------------------------------------------------------------------------

    def condition(self) -> Boolean:
        """The whole text as a condition."""
        part = self._logic()
        self._end()
        return self._checked(self._truth(part))

    def number(self) -> Numeric:
        """The whole text as a numeric expression."""
        part = self._logic()
        self._end()
        return self._checked(self._numeric(part))

    def _checked(self, value: T) -> T:
        if self.wrongs:
            raise Wrongs(self.wrongs)
        return value

    # -- tokens --------------------------------------------------------------------------------------------------

    def _peek(self) -> Token:
        return self.tokens[self.place] if self.place < len(self.tokens) else Token("end", "", len(self.text))

    def _next(self) -> Token:
        token = self._peek()
        self.place += 1
        return token

    def _end(self) -> None:
        token = self._peek()
        if token.kind == "end":
            return
        if token.text == ")":
            raise Wrong("G073", token.at)
        if token.kind == "op":
            raise Wrong("G069", token.at)
        raise Wrong("G060", token.at, found_text=token.text)

    # -- grammar -------------------------------------------------------------------------------------------------

    def _logic(self) -> Part:
        """Units joined by only `en` or only `of`."""
        first = self._unit()
        joiner, items = "", [first]
        while self._peek().text in ("en", "of"):
            token = self._next()
            if joiner and token.text != joiner:
                raise Wrong("G062", token.at)
            joiner = token.text
            items.append(self._unit())
        if not joiner:
            return first
        truths = tuple(self._truth(item) for item in items)
        return Part("bool", first.at, bool_=All(truths) if joiner == "en" else Any(truths))

    def _unit(self) -> Part:
        token = self._peek()
        if token.text == "niet":
            self._next()
            self._deeper(token)
            item = self._truth(self._unit())
            self.depth -= 1
            return Part("bool", token.at, bool_=Not(item))
        left = self._sum()
        operator = self._peek()
        if operator.kind != "op":
            return left
        self._next()
        follower = self._peek()
        if follower.kind == "op":
            raise Wrong("G060", follower.at, found_text=follower.text)
        right = self._sum()
        after = self._peek()
        if after.kind == "op":
            raise Wrong("G069", after.at)
        return self._compare(left, operator, right)

    def _deeper(self, token: Token) -> None:
        self.depth += 1
        if self.depth > 20:
            raise Wrong("G074", token.at)

    def _sum(self) -> Part:
        sign = 1
        first_token = self._peek()
        if first_token.text == "-":
            self._next()
            sign = -1
        first = self._term()
        terms: list[tuple[int, Part]] = [(sign, first)]
        while self._peek().text in ("+", "-"):
            token = self._next()
            self._spaced(token)
            terms.append((1 if token.text == "+" else -1, self._term()))
        if len(terms) == 1 and sign == 1:
            return first
        if len(terms) == 1 and isinstance(first.num, Num):
            return Part("num", first_token.at, num=Num(-first.num.value))
        return Part("num", first_token.at, num=Sum(tuple((s, self._numeric(term)) for s, term in terms)))

    def _spaced(self, token: Token) -> None:
        after = self.text[token.at + 1 : token.at + 2]
        if after != " " or self.text[token.at - 1 : token.at] != " ":
            raise Wrong("G067", token.at, sign=token.text)

    def _term(self) -> Part:
        token = self._next()
        if token.kind == "number":
            if len(token.text) > 9:
                raise Wrong("G031", token.at, value=token.text, low="-999999999", high="999999999")
            return Part("num", token.at, num=Num(int(token.text)))
        if token.text == "(":
            self._deeper(token)
            inner = self._logic()
            self._close(token)
            return inner
        if token.kind == "word" and token.text not in ("en", "of", "niet"):
            if self._peek().text == "(":
                return self._call(token)
            return self._word(token)
        if token.kind == "end":
            raise Wrong("G075", token.at)
        raise Wrong("G060", token.at, found_text=token.text)

    def _close(self, opened: Token) -> None:
        self.depth -= 1
        token = self._next()
        if token.text != ")":
            if token.kind == "end":
                raise Wrong("G073", opened.at)
            raise Wrong("G060", token.at, found_text=token.text)

    def _call(self, name: Token) -> Part:
        if name.text not in CALLS:
            raise Wrong("G068", name.at, name=name.text, near=CALLS)
        opened = self._next()
        self._deeper(opened)
        args = [self._logic()]
        while self._peek().text == ",":
            self._next()
            args.append(self._logic())
        self._close(opened)
        if name.text == "aantal":
            return Part("num", name.at, num=Count(tuple(c for arg in args for c in self._counted(arg))))
        items = tuple(item for arg in args for item in self._folded(arg))
        if not items:
            return Part("num", name.at, num=Num(0))
        fold = next(fn for fn in _FOLDS if fn == name.text)
        return Part("num", name.at, num=Fold(fold, items))  # type: ignore[arg-type]

    def _counted(self, arg: Part) -> Sequence[Boolean]:
        if arg.kind == "many":
            return arg.many
        if arg.kind == "family":
            return [self._truth(self._quantity(name, arg.at)) for name in arg.members]
        return [self._truth(arg)]

    def _folded(self, arg: Part) -> Sequence[Numeric]:
        if arg.kind == "family":
            return [Var(name) for name in arg.members]
        return [self._numeric(arg)]


def condition(text: str, scope: Scope) -> Boolean:
    """Parse a condition; raises Wrong."""
    return Parser(text, scope).condition()


def number(text: str, scope: Scope) -> Numeric:
    """Parse a numeric expression; raises Wrong."""
    return Parser(text, scope).number()
