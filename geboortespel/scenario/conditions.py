"""Conditions and numeric expressions: one typed line → an `expr` tree with resolved names (design 2).

A word is looked up as a quantity, a family (`steun`), a perspective or, opposite a quantity with words, one of those
words. Faults are raised as `Wrong` with the offset in the text; the caller knows where the text stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attrs import frozen

from geboortespel.scenario.expr import All, Any, Boolean, Cmp, Count, Flag, Fold, Not, Num, Numeric, Sum, Var
from geboortespel.scenario.scope import Scope, Wrong

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<oddnumber>\d+(?:[.,:]\d+)+)|(?P<number>\d+)|(?P<word>[^\W\d_][\w-]*(?:\.[^\W_][\w-]*)*)"
    r"|(?P<op>==|!=|<=|>=|<|>|=)|(?P<punct>[+(),-])|(?P<odd>&&|\|\||[≤≥≠–—−!&|.]|.)"
)
_SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
_FOLDS = ("gemiddelde", "laagste", "hoogste")
CALLS = ("gemiddelde", "aantal", "laagste", "hoogste")
_ENGLISH = {"and": "en", "or": "of", "not": "niet", "&&": "en", "||": "of", "!": "niet", "&": "en", "|": "of"}
_SIGNS = {"≤": "<=", "≥": ">=", "≠": "!="}
COLOURS = ("groen", "oranje", "rood")


@frozen
class Token:
    kind: str
    text: str
    at: int


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


def tokens(text: str) -> list[Token]:
    """Split a line into tokens; raises Wrong for what cannot be one."""
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, word, at = match.lastgroup or "", match[0], match.start()
        if kind == "space":
            continue
        if kind == "word" and word in _ENGLISH:
            raise Wrong("G063", at, word=word, suggestion=_ENGLISH[word])
        if word == "==":
            raise Wrong("G061", at)
        if kind == "odd":
            _odd(word, at)
        if kind == "oddnumber":
            raise Wrong("G035", at, value=word)
        if kind == "number" and len(word) > 1 and word[0] == "0":
            raise Wrong("G032", at, value=word, suggestion=word.lstrip("0") or "0")
        out.append(Token(kind, word, at))
    return out


def _odd(word: str, at: int) -> None:
    if word in _SIGNS:
        raise Wrong("G072", at, sign=word, suggestion=_SIGNS[word])
    if word in "–—−":
        raise Wrong("G037", at)
    if word in _ENGLISH:
        raise Wrong("G063", at, word=word, suggestion=_ENGLISH[word])
    raise Wrong("G060", at, found_text=word)


class Parser:
    """Parses one text in one scope."""

    def __init__(self, text: str, scope: Scope) -> None:
        self.text = text
        self.scope = scope
        self.tokens = tokens(text)
        self.place = 0
        self.depth = 0

    # -- entrances -----------------------------------------------------------------------------------------------

    def condition(self) -> Boolean:
        """The whole text as a condition."""
        part = self._logic()
        self._end()
        return self._truth(part)

    def number(self) -> Numeric:
        """The whole text as a numeric expression."""
        part = self._logic()
        self._end()
        return self._numeric(part)

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

    # -- meaning -------------------------------------------------------------------------------------------------

    def _word(self, token: Token) -> Part:
        name = self.scope.find(token.text, token.at)
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
        if part.kind == "num" and part.num is not None:
            return part.num
        if part.kind == "word":
            raise self.scope.unknown(part.text, part.at)
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
        raise AssertionError

    def _compare(self, left: Part, operator: Token, right: Part) -> Part:
        op = operator.text
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


def condition(text: str, scope: Scope) -> Boolean:
    """Parse a condition; raises Wrong."""
    return Parser(text, scope).condition()


def number(text: str, scope: Scope) -> Numeric:
    """Parse a numeric expression; raises Wrong."""
    return Parser(text, scope).number()


Parse = Callable[[str, Scope], object]
