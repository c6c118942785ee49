"""What the parts of a condition mean: words as quantities, groups or values, and comparisons between them."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import All, Any, Boolean, Cmp, Flag, Fold, Num, Numeric, Var
from geboortespel.scenario.scope import Scope, Wrong
from geboortespel.scenario.tokens import Token

_SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
COLOURS = ("groen", "oranje", "rood")


@frozen
class Part:
    """A parsed piece. kind: 'num' (a number or quantity), 'bool', 'word' (no quantity), 'many' (one per member)."""

    kind: str
    at: int
    num: Numeric | None = None
    bool_: Boolean | None = None
    text: str = ""
    members: tuple[str, ...] = ()
    many: tuple[Boolean, ...] = ()


class Meaning:
    """Gives parts of one text their meaning in one scope."""

    def __init__(self, text: str, scope: Scope) -> None:
        self.text = text
        self.scope = scope
        self.wrongs: list[Wrong] = []
        """Faults in names and words, after which the rest of the line can still be read."""

    def _word(self, token: Token) -> Part:
        try:
            name = self.scope.find(token.text, token.at)
        except Wrong as wrong:
            self.wrongs.append(wrong)
            return Part("bad", token.at, num=Num(0), bool_=Flag(""), text=token.text)
        if name is not None:
            return self._quantity(name, token.at)
        members = self.scope.members(token.text)
        if members is not None:
            return Part("family", token.at, text=token.text, members=members)
        return Part("word", token.at, text=token.text)

    @staticmethod
    def _quantity(name: str, at: int) -> Part:
        return Part("num", at, num=Var(name), text=name)

    def _numeric(self, part: Part) -> Numeric:
        if part.kind in ("num", "bad") and part.num is not None:
            return part.num
        if part.kind == "word":
            unknown = self.scope.unknown(part.text, part.at)
            if not isinstance(unknown, Wrong):
                raise unknown
            self.wrongs.append(unknown)
            return Num(0)
        if part.kind in ("family", "many"):
            raise Wrong("G076", part.at, name=part.text)
        raise Wrong("G077", part.at)

    def _truth(self, part: Part) -> Boolean:
        if part.bool_ is not None:
            return part.bool_
        if part.kind == "num" and isinstance(part.num, Var):
            if self.scope.type(part.num.name) == "yesno":
                return Flag(part.num.name)
            raise Wrong("G066", part.at, name=part.text)
        if part.kind == "num":
            raise Wrong("G066", part.at, name=self.text[part.at :].strip())
        self._numeric(part)
        return Flag("")

    def _compare(self, left: Part, operator: Token, right: Part) -> Part:
        op = operator.text
        if "bad" in (left.kind, right.kind):
            return Part("bad", left.at, num=Num(0), bool_=Flag(""))
        if left.kind in ("word", "bool") and right.kind in ("num", "family"):
            left, right, op = right, left, _SWAPPED[op]
        if left.kind == "family":
            each = tuple(self._pair(self._quantity(name, left.at), op, right, operator) for name in left.members)
            if not each:
                self._sides(left, right)
            return Part("many", left.at, text=left.text, many=each)
        return Part("bool", left.at, bool_=self._pair(left, op, right, operator))

    def _sides(self, left: Part, right: Part) -> None:
        """With no members there is nothing to compare with: any word or number goes."""
        if right.kind == "bool":
            raise Wrong("G077", right.at)

    def _pair(self, left: Part, op: str, right: Part, operator: Token) -> Boolean:
        first = self._numeric(left)
        if left.kind == "word":
            return Flag("")
        kind = self.scope.type(first.name) if isinstance(first, Var) else "number"
        if isinstance(kind, tuple):
            return Cmp(op, first, self._enumerated(left, kind, right))
        if kind == "yesno":
            return Cmp(op, first, self._yes_no(left, right, op, operator))
        if right.kind == "word":
            if right.text in COLOURS:
                return self._colour(first, left, op, right, operator)
            if right.text in ("ja", "nee"):
                raise Wrong("G078", right.at, name=left.text or self.text[left.at : operator.at].strip())
        second = self._numeric(right)
        if isinstance(second, Var) and self.scope.type(second.name) != "number" and not isinstance(first, Num):
            raise Wrong("G079", right.at, name=right.text)
        return Cmp(op, first, second)

    def _enumerated(self, left: Part, words: tuple[str, ...], right: Part) -> Numeric:
        if right.kind == "num" and isinstance(right.num, Var) and self.scope.type(right.num.name) == words:
            return right.num
        if right.text in words:
            return Num(words.index(right.text), right.text)
        raise Wrong(
            "G065",
            right.at,
            name=left.text,
            word=right.text or self.text[right.at :].split()[0],
            words=", ".join(words),
            near=words,
        )

    def _yes_no(self, left: Part, right: Part, op: str, operator: Token) -> Numeric:
        if op not in ("=", "!="):
            raise Wrong("G079", operator.at, name=left.text)
        if right.text in ("ja", "nee") and right.kind == "word":
            return Num(int(right.text == "ja"), right.text)
        if isinstance(right.num, Var) and self.scope.type(right.num.name) == "yesno":
            return right.num
        if isinstance(right.num, Num) and right.num.value in (0, 1):
            return right.num
        word = right.text or self.text[right.at :].split()[0]
        raise Wrong("G065", right.at, name=left.text, word=word, words="ja, nee", near=("ja", "nee"))

    def _colour(self, first: Numeric, left: Part, op: str, right: Part, operator: Token) -> Boolean:
        bounds = self._bounds(first, right.text)
        if bounds is None:
            raise Wrong("G080", right.at, name=left.text or self.text[left.at : operator.at].strip(), colour=right.text)
        if op in ("=", "!=") or right.text == "rood":
            fix = "< oranje" if right.text == "rood" else f">= {right.text}"
            raise Wrong("G071", operator.at, suggestion=fix)
        if len(set(bounds)) == 1:
            return Cmp(op, first, Num(bounds[0], right.text))
        if isinstance(first, Fold):
            pairs = tuple(Cmp(op, item, Num(b, right.text)) for item, b in zip(first.items, bounds, strict=True))
            if first.fn == "laagste" and op in (">", ">="):
                return All(pairs)
            if first.fn == "laagste" and op in ("<", "<="):
                return Any(pairs)
            if first.fn == "hoogste" and op in (">", ">="):
                return Any(pairs)
            if first.fn == "hoogste" and op in ("<", "<="):
                return All(pairs)
        raise Wrong("G081", right.at, colour=right.text)

    def _bounds(self, node: Numeric, colour: str) -> list[int] | None:
        """The bound that a colour stands for, per aspect in `node`; None when it is about something else."""
        if isinstance(node, Var):
            bound = self.scope.bound(node.name, colour)
            return None if bound is None else [bound]
        if isinstance(node, Fold):
            found = [self._bounds(item, colour) for item in node.items]
            if all(item is not None and len(item) == 1 for item in found):
                return [item[0] for item in found if item is not None]
        return None
