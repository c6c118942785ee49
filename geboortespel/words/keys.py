"""What a key of a scenario holds, in words: for editors (the schema) and for the reference in the guide."""

from __future__ import annotations

from geboortespel.scenario.diagnostics import WHAT
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
from geboortespel.scenario.reference import Entry, entries
from geboortespel.words.catalog import N_, Translator, translator

PLAIN: dict[type[Kind], str] = {
    Text: N_("text"),
    Ident: N_("id"),
    YesNo: N_("`ja` or `nee`"),
    Cond: N_("condition"),
    Number: N_("sum of quantities"),
    Effects: N_("effects"),
    Cost: N_("cost"),
    Concerns: N_("concerns with their weight"),
    Lines: N_("what is said, by occasion"),
    Inner: N_("a scenario of its own"),
}
ENDLESS = 1_000_000


class Keys:
    """Explanations in one language."""

    def __init__(self, language: str) -> None:
        self.tr: Translator = translator(language)
        self.docs: Translator = translator(language, "sleutels")
        self.things: Translator = translator(language, "diagnose")

    def kind(self, kind: Kind) -> str:
        """What a value of this kind looks like."""
        tr = self.tr
        match kind:
            case Int(low, high, unit):
                return self._whole(low, high, unit)
            case OneOf(words):
                return ", ".join(f"`{word}`" for word in words)
            case Ref(what):
                return tr("id of: {what}").format(what=self.things(WHAT.get(what, what)))
            case ListOf(Obj()):
                return tr("list of things")
            case ListOf(item):
                return tr("list: {what}").format(what=self.kind(item))
            case Items(_, keyed):
                return tr("things, each under its id") if keyed else tr("list of things with an id")
            case MapOf(_, Obj()):
                return tr("things, each under its id")
            case MapOf(name, value):
                return tr("{name} → {value}").format(name=self.kind(name), value=self.kind(value))
            case Obj():
                return tr("keys of its own")
        return tr(PLAIN[type(kind)])

    def _whole(self, low: int, high: int, unit: str) -> str:
        said = self.tr("{low} to {high}").format(low=low, high=high) if low < high else str(low)
        said = self.tr("whole number") if high >= ENDLESS else said
        return f"{said} ({self.docs(unit)})" if unit else said

    def default(self, entry: Entry) -> str:
        """What holds when the key is left out, '' when that is nothing to tell."""
        value = entry.default
        if isinstance(value, bool):
            return "ja" if value else "nee"
        return str(value) if isinstance(value, (int, str)) and value != "" else ""

    def explained(self, of: str, key: str) -> str:
        """A key in full: what it means, what it holds, what it is without being written."""
        entry = next(found for found in entries(of) if found.key == key)
        default = self.default(entry)
        tr = self.tr
        holds = tr("Holds: {what}.").format(what=self.kind(entry.kind))
        without = tr("Left out: {value}.").format(value=default) if default else ""
        return f"{self.docs(entry.doc)} {holds} {without}".rstrip()
