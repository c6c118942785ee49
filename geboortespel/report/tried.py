"""Experiments on lessons as a table: what it does to births and to green aspects, and whether that is as it should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line, wrap

VERDICTS = {
    "klopt": N_("as it should"),
    "in_tijd": N_("as it should, in effort"),
    "andersom": N_("the other way"),
    "niet_te_zien": N_("not to be seen"),
}
WIDTH = 80


def told(found: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    """The lines of `lessons.data.as_dict`."""
    rows = found["proeven"]
    games = rows[0]["aantal"] if rows else 0
    said = tr("Played with and without: {scenario}, by {player}, {games} games with the same seeds.")
    yield said.format(scenario=found["scenario"], player=one_line(found["speler"]), games=games)
    yield tr("Births in % and green aspects, with → without; between brackets the difference.")
    yield tr("The differences are so wide that with 95% certainty all of them together hold.")
    yield ""
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        yield f"{row['id']:<{width}}  {_numbers(row, tr)}  {_verdict(row, tr)}"
    counted = Counter(row["oordeel"] for row in rows)
    yield ""
    yield ", ".join(f"{counted[name]} {tr(word)}" for name, word in VERDICTS.items()) + "."
    if counted["in_tijd"]:
        yield tr("In effort: as many births, but it takes more actions to get there (fewer, without a threshold).")
    if any(row["verzadigd"] for row in rows):
        yield tr("*: nearly none or nearly all were born, at any difficulty; there the green aspects have to tell.")
    if found["zonder_proef"]:
        names = ", ".join(found["zonder_proef"])
        yield wrap(tr("Without an experiment: {lessons}.").format(lessons=names), WIDTH)


def _verdict(row: Mapping[str, Any], tr: Translator) -> str:
    said = VERDICTS[row["oordeel"]]
    return tr(said) + ("*" if row["verzadigd"] else "")


def _numbers(row: Mapping[str, Any], tr: Translator) -> str:
    """`65 → 42 (-32 to -14)  23,6 → 23,4 (-0,3 to -0,1)`."""
    born, green = row["geboren"], row["groen"]
    shares = f"{100 * born['met']:3.0f} → {100 * born['zonder']:3.0f}"
    change = f"({100 * born['laag']:+.0f}..{100 * born['hoog']:+.0f})"
    levels = f"{green['met']:4.1f} → {green['zonder']:4.1f}"
    shift = f"({green['laag']:+.1f}..{green['hoog']:+.1f})"
    said = f"{shares} {change:<10} {levels} {shift:<12}"
    return said.replace(".", ",").replace(",,", "..") if tr.language == "nl" else said


def listed(lessons: Mapping[str, Any], carried: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The lessons with what carries them in play."""
    for lesson in lessons.values():
        yield f"{lesson.id}: {one_line(lesson.title)}"
        if carried.get(lesson.id):
            yield wrap(", ".join(carried[lesson.id]), WIDTH, "    ")
