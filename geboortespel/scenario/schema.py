"""The model as JSON Schema (draft 7, which editors know): explanations and completion for authors.

Made from the same metadata as the reader. A schema sees shapes, keys, words and ranges; it does not see what a rule
means, nor what a base set adds, so nothing is required of things that may be taken over and only changed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from geboortespel.scenario.kinds import (
    Concerns,
    Cond,
    Cost,
    Effects,
    Ident,
    Inner,
    Int,
    Items,
    Kind,
    Lines,
    ListOf,
    MapOf,
    Number,
    Obj,
    OneOf,
    Ref,
    Text,
    YesNo,
)
from geboortespel.scenario.plan import plan

Schema = dict[str, Any]
FILE = "schema.json"
MODELINE = f"# yaml-language-server: $schema={FILE}"
"""First line of a scenario with the schema beside it, by which editors find it."""
ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_IDENT: Schema = {"type": "string", "pattern": f"^{ID}$", "maxLength": 60}
_NAME: Schema = {"pattern": f"^{ID}$", "maxLength": 60}
_DROP: Schema = {
    "type": "object",
    "properties": {"id": _IDENT, "weg": {"const": "ja"}},
    "required": ["weg"],
    "additionalProperties": False,
}
_AMOUNT = r"^(=[\s\S]*|[+-]\d{1,9})$"
_WHOLE: Schema = {"type": "string", "pattern": r"^[+-]?\d{1,15}$"}
_QUANTITY: Schema = {"pattern": r"^[a-z][a-z0-9.-]*$"}


class Maker:
    """Makes the schema. `say` explains a key of a class; `ids` what there is to name, by namespace."""

    def __init__(self, say: Callable[[str, str], str], ids: Mapping[str, Iterable[str]]) -> None:
        self.say = say
        self.ids = ids
        self.defs: dict[str, Schema] = {}

    def scenario(self) -> Schema:
        """The schema of a whole file."""
        top = dict(self._object("Scenario"))
        top["required"] = ["formaat", "id", "titel"]
        return {"$schema": "http://json-schema.org/draft-07/schema#", **top, "definitions": self.defs}

    def _object(self, of: str) -> Schema:
        """An object of a model class. Its required keys may come from what it changes."""
        properties = {}
        for name, item in plan(of).keys.items():
            properties[name] = {"description": self.say(of, name), **self._kind(item.kind)}
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def _ref(self, of: str) -> Schema:
        """A reference to the class's definition, made on first use."""
        if of not in self.defs:
            self.defs[of] = {}
            self.defs[of] = self._object(of)
        return {"$ref": f"#/definitions/{of}"}

    def _listed(self, of: str) -> Schema:
        """An object in a plain list, which takes nothing over: what it must have it must have here."""
        need = [name for name, item in plan(of).keys.items() if item.required]
        return {"allOf": [self._ref(of), {"required": need}]} if need else self._ref(of)

    # -- kinds -------------------------------------------------------------------------------------------------------

    def _kind(self, kind: Kind) -> Schema:
        match kind:
            case Text(_, limit):
                return {"type": ["string", "number", "boolean"], "maxLength": limit}
            case Ident():
                return _IDENT
            case Ref(what):
                return self._named(what)
            case Int(low, high):
                return {"anyOf": [{"type": "integer", "minimum": low, "maximum": high}, _WHOLE]}
            case YesNo():
                return {"enum": ["ja", "nee"]}
            case OneOf(words):
                return {"enum": list(words)}
            case Cond():
                return {"type": "string", "minLength": 1, "maxLength": 2000}
            case Number():
                return {"type": ["string", "integer"]}
            case Inner(of):
                return self._ref(of)
            case ListOf() | Items() | MapOf() | Obj():
                return self._holding(kind)
            case Effects():
                return self._effects()
            case Cost():
                whole = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d{1,9}$"}]}
                return {"type": "object", "propertyNames": _QUANTITY, "additionalProperties": either(whole, _DROP)}
            case Concerns():
                return self._concerns()
            case Lines():
                return self._lines()
        raise AssertionError(kind)

    def _named(self, what: str) -> Schema:
        known = sorted(self.ids.get(what, ()))
        return either({"enum": known}, _IDENT) if known else _IDENT

    def _holding(self, kind: Kind) -> Schema:
        match kind:
            case ListOf(Obj(of, short)):
                one = self._short(of, short, self._listed(of))
                return either({"type": "array", "items": one}, one)
            case ListOf(item):
                one = self._kind(item)
                return either({"type": "array", "items": one}, one)
            case Items(of, True):
                return {"type": "object", "propertyNames": _NAME, "additionalProperties": either(self._ref(of), _DROP)}
            case Items(of):
                thing = either({"allOf": [self._ref(of), {"required": ["id"]}]}, _DROP)
                return either({"type": "array", "items": thing}, thing)
            case MapOf(name, value):
                names = _QUANTITY if not isinstance(name, (Ident, Ref)) else _NAME
                inside = either(self._kind(value), _DROP)
                return {"type": "object", "propertyNames": names, "additionalProperties": inside}
            case Obj(of, short):
                return self._short(of, short, self._ref(of))
        raise AssertionError(kind)

    def _short(self, of: str, short: str, whole: Schema) -> Schema:
        """The object, or the one value that may stand for it."""
        if not short:
            return whole
        return either(next(self._kind(item.kind) for item in plan(of).keys.values() if item.attr == short), whole)

    def _effects(self) -> Schema:
        people = either({"type": "array", "items": self._named("actor")}, self._named("actor"))
        amount = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": _AMOUNT}]}
        return {
            "type": "object",
            "properties": {"onthul": people, "open": people},
            "propertyNames": _QUANTITY,
            "additionalProperties": either(amount, _DROP),
        }

    def _concerns(self) -> Schema:
        weight = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 3}, {"enum": ["1", "2", "3"]}]}
        names = self.ids.get("zorg", ())
        known = dict.fromkeys(sorted(names), weight)
        plain = {
            "type": "object",
            "properties": known,
            "propertyNames": _NAME,
            "additionalProperties": either(weight, _DROP),
        }
        variants = either({"type": "array", "items": plain}, plain)
        inner = {"pattern": f"^({ID}|een_van)$"}
        return {**plain, "properties": {**known, "een_van": variants}, "propertyNames": inner}

    def _lines(self) -> Schema:
        said = self._short("Line", "text", self._listed("Line"))
        spoken = either({"type": "array", "items": said}, said)
        kinds = rf"^(groet|mis|sleets|(zorg|raak)(\.{ID})?)$"
        return {"type": "object", "propertyNames": {"pattern": kinds}, "additionalProperties": either(spoken, _DROP)}


def either(*schemas: Schema) -> Schema:
    """One of several schemas; alternatives within them are put side by side."""
    flat: list[Schema] = []
    for schema in schemas:
        flat += schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": flat}


def schema(say: Callable[[str, str], str], ids: Mapping[str, Iterable[str]] | None = None) -> Schema:
    """The JSON Schema of a scenario file. `say` explains a key of a class; `ids`: names to offer, by namespace."""
    return Maker(say, ids or {}).scenario()
