"""What a YAML key may hold: the field kinds of the scenario model.

A kind is declared once, beside the attribute it belongs to (`model`), and serves everything that has to know it:
the builder (reading), the JSON Schema (editors), the reference for authors and the messages. Kinds hold no behaviour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


@frozen
class Kind:
    """Base of the closed set of kinds below."""


@frozen
class Text(Kind):
    """Author text, shown literally; `multiline` texts may hold line breaks."""

    multiline: bool = False
    limit: int = 4000


@frozen
class Ident(Kind):
    """An id: lower-case letters, digits and hyphens, starting with a letter."""


@frozen
class Int(Kind):
    """A whole number within [low, high], in `unit`."""

    low: int = -1_000_000
    high: int = 1_000_000
    unit: str = ""


@frozen
class YesNo(Kind):
    """`ja` or `nee`."""


@frozen
class OneOf(Kind):
    """One of a fixed list of words."""

    words: tuple[str, ...]


@frozen
class Ref(Kind):
    """The id of a declared thing; `what` names its namespace (see `names.NAMESPACES`)."""

    what: str


@frozen
class ListOf(Kind):
    """A YAML list (a single value is accepted as a list of one)."""

    item: Kind


@frozen
class MapOf(Kind):
    """A YAML map with free keys of kind `key`; becomes a dict in file order."""

    key: Kind
    value: Kind


@frozen
class Items(Kind):
    """A list of things with ids (merged by id), or a map id → thing when `keyed`; becomes a dict id → thing."""

    of: str
    keyed: bool = False


@frozen
class Obj(Kind):
    """One nested thing of model class `of`. `short`: the attribute a bare scalar stands for."""

    of: str
    short: str = ""


@frozen
class Inner(Kind):
    """A scenario within the scenario, of model class `of`: merged and described as any, built apart (`aftercare`)."""

    of: str


@frozen
class Cond(Kind):
    """A condition; becomes an `expr` tree of boolean type."""


@frozen
class Number(Kind):
    """A numeric expression; becomes an `expr` tree of number type."""


@frozen
class Effects(Kind):
    """A map quantity → `+8`, `-5` or `=0`, with the named effects `onthul` and `open`; becomes a tuple of effects."""


@frozen
class Cost(Kind):
    """A map quantity → unsigned whole number: `tijd`, `energie` or a counter; becomes a dict."""


@frozen
class Concerns(Kind):
    """A map concern → weight 1..3, and/or `een_van`: a list of such maps of which the seed picks one."""


@frozen
class Lines(Kind):
    """A map of spoken lines: `groet`, `zorg.ID`, `raak.ID`, `mis`, `sleets` → text or list of {als, tekst}."""


def key(name: str, kind: Kind, doc: str, default: Any = None, *, required: bool = False) -> Any:
    """Declare one YAML key of a model class.

    `name` is the Dutch YAML key, `doc` the English explanation (a catalog msgid). Containers default to empty.
    """
    meta: Mapping[str, Any] = {"key": name, "kind": kind, "doc": doc, "required": required}
    if default is None and isinstance(kind, (MapOf, Items, Lines, Cost)):
        return field(factory=dict, metadata=meta)
    if default is None and isinstance(kind, (ListOf, Effects)):
        return field(factory=tuple, metadata=meta)
    return field(default=default, metadata=meta)
