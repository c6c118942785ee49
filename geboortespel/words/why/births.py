"""Why the numbers on a birth card are what they are: the Apgar, each of its parts, and what the author wrote."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.scenario.model import Score
from geboortespel.words import talks
from geboortespel.words.money import million
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.why import figures
from geboortespel.words.why.account import Account, Asked, Head, Part, Parts, Reader
from geboortespel.words.why.talks import target_of

Said = str | Head | Parts


def card(who: Reader) -> list[Asked]:
    """Everything on the card that can be asked about."""
    return [*apgar(who), *_written(who)]


def apgar(who: Reader) -> list[Asked]:
    """The score, then each of its parts."""
    parts, tr = who.view.apgar(), who.voice.tr
    if not parts:
        return []
    label = tr("Apgar: {total} of {most}").format(total=sum(parts.values()), most=2 * len(parts))
    made = tuple(Part(n, who.voice.titles.apgar(part)) for part, n in parts.items())
    total = Parts(made, sum(parts.values()), tr("of {most} points").format(most=2 * len(parts)))
    found = [Asked("apgar", label, lambda: Account(label, (total,)))]
    return found + [_score(who, part, n) for part, n in parts.items()]


def _score(who: Reader, part: str, n: int) -> Asked:
    label = f"{who.voice.titles.apgar(part)}: {n}"
    score = who.voice.board.scenario.apgar[part]
    return Asked(f"apgar:{part}", label, lambda: Account(label, tuple(_points(who, score, n))))


def _points(who: Reader, score: Score, n: int) -> Iterator[Said]:
    """One point for what the first condition asks, the second for what the other asks: the better of both counts."""
    tr = who.voice.tr
    for points, condition in ((2, score.two), (1, score.one)):
        if condition is not None:
            yield Head(tr("Two points for:") if points == 2 else tr("One point for:"))
            yield from figures.clauses(who, condition)
    yield Parts((Part(n, _best(who, n)),), n, tr("points, of 2"))


def _best(who: Reader, n: int) -> str:
    tr = who.voice.tr
    return (tr("neither holds"), tr("only what one point asks holds"), tr("all that two points ask holds"))[n]


def _written(who: Reader) -> list[Asked]:
    """What the card tells in the author's words, with the facts and the agreements that belong to it."""
    tr, card_ = who.voice.tr, who.voice.board.scenario.card
    if card_ is None:
        return []
    found = []
    for key, name, value in (("weight", tr("Weight"), card_.weight), ("length", tr("Length"), card_.length)):
        if value:
            label = f"{name}: {one_line(value)}"
            found.append(Asked(f"card:{key}", label, lambda label=label, key=key: _author(who, label, key)))  # type: ignore[misc]
    month = capital(who.voice.titles.round_name(min(max(1, who.view.round), who.view.rounds)))
    born = tr("Born in") + f": {month}"
    said = tr("{month}: then everything was green, signed and decided at once.")
    now = said.format(month=who.voice.titles.round_of(min(max(1, who.view.round), who.view.rounds), who.view.rounds))
    found.append(Asked("card:month", born, lambda: Account(born, (now,))))
    signed = _signed(who)
    return [*found, signed] if signed is not None else found


def _signed(who: Reader) -> Asked | None:
    """The target cost that was signed for, with what was agreed on besides; None without an agreement on money."""
    tr, talks_ = who.voice.tr, who.view.talks
    if talks_ is None or talks_.status != "akkoord" or talks_.spread is None:
        return None
    issues = who.voice.board.scenario.talk_issues.values()
    chosen = [list(issue.options)[(who.view.value(f"afspraak.{issue.id}") or 1) - 1] for issue in issues]
    staffel, spread = talks_.staffel(chosen), talks_.spread
    if staffel is None:
        return None
    label = tr("Agreed") + ": " + tr("target cost (TAB) {amount}").format(amount=million(staffel.target, tr))
    said = (*target_of(who, staffel, spread.p50), Head(tr("What you agreed on")), *_agreed(who))
    return Asked("card:agreed", label, lambda: Account(label, said))


def _author(who: Reader, label: str, key: str) -> Account:
    tr, scenario = who.voice.tr, who.voice.board.scenario
    said: list[Said] = [tr("The weight of this child is its budget, as the assignment has it.") if key == "weight"
                        else tr("The length is the size of the works, as the assignment has it.")]  # fmt: skip
    facts = [f"{capital(one_line(name).replace('_', ' '))}: {one_line(text)}" for name, text in scenario.facts.items()]
    said += [Head(tr("Facts of the assignment")), *facts] if facts else []
    agreed = list(_agreed(who)) if key == "weight" else []
    said += [Head(tr("What you agreed on")), *agreed] if agreed else []
    return Account(label, tuple(said))


def _agreed(who: Reader) -> Iterator[str]:
    """What was agreed with the market, issue by issue."""
    titles = who.voice.titles
    for issue in titles.scenario.talk_issues.values():
        code = who.view.value(f"afspraak.{issue.id}") or 0
        if code:
            option = list(issue.options)[code - 1]
            yield f"{talks.issue(titles, issue.id)}: {talks.option(titles, issue.id, option).lower()}"
