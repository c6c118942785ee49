"""The family tree in another language: `scenarios/stamboom.LANGUAGE.yaml`, Dutch text → the same in that language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import evolve

from geboortespel.scenario.family import FILE, Alliance, Family, Moment, family, path


@cache
def family_in(language: str) -> Family:
    """The shipped family tree in a language; what has no translation stays as it is."""
    table = _table(language)
    return translated(family(), table) if table else family()


@cache
def _table(language: str) -> Mapping[str, str]:
    from geboortespel.scenario.data import load

    found = path()
    beside = found.with_name(FILE.replace(".", f".{language}.")) if found is not None and language else None
    return load(beside.read_text("utf-8")) if beside is not None and beside.is_file() else {}


def translated(tree: Family, table: Mapping[str, str]) -> Family:
    """The same tree with every text that is in the table said anew."""

    def said(text: str) -> str:
        return table.get(text, text)

    def moment(one: Moment) -> Moment:
        return evolve(one, said=said(one.said))

    def alliance(one: Alliance) -> Alliance:
        return evolve(
            one, name=said(one.name), about=said(one.about), note=said(one.note), born=moment(one.born),
            end=moment(one.end), parties=evolve(one.parties, said=said(one.parties.said)),
            place=evolve(one.place, name=said(one.place.name)), moments=tuple(map(moment, one.moments)),
        )  # fmt: skip

    return evolve(
        tree,
        sources={name: said(text) for name, text in tree.sources.items()},
        alliances={name: alliance(one) for name, one in tree.alliances.items()},
        elsewhere={name: evolve(one, name=said(one.name)) for name, one in tree.elsewhere.items()},
        ties=tuple(evolve(tie, said=said(tie.said)) for tie in tree.ties),
    )


def texts(tree: Family) -> Iterator[str]:
    """Every text of a tree that is shown, names of alliances and places left out."""
    yield from tree.sources.values()
    yield from (one.name for one in tree.elsewhere.values())
    yield from (tie.said for tie in tree.ties)
    for one in tree.alliances.values():
        yield from (one.about, one.note, one.parties.said)
        yield from (moment.said for moment in (one.born, one.end, *one.moments))
