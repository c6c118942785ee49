"""Step 2, what happened: put the story together again, before anybody judges it."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Question
from geboortespel.report.lookback import guesses, noted
from geboortespel.words import talks as words
from geboortespel.words.plain import joined

MOST_NOTES = 3
"""Notes of the facilitator that get a question of their own."""


def questions(facts: Facts) -> Iterator[Question]:
    """Retelling, the facilitator's notes, the turns, who was not heard, the vote, thresholds, gates, the talks."""
    tr = facts.tr
    yield Question("navertellen", tr("Tell the game again in three sentences. Who begins, and who adds to it?"))
    yield from _noted(facts)
    if facts.nearer is not None:
        text = tr("Here a birth came nearer. What exactly did you do, and who saw it coming?")
        if facts.year:
            text = tr("Here it went better than before. What exactly did you do, and who saw it coming?")
        yield Question("dichterbij", text, facts.step(facts.nearer))
    if facts.further is not None:
        text = tr("Here it went further away. What was going on at the table at that moment?")
        if facts.year:
            text = tr("Here it became harder. What was going on at that moment?")
        yield Question("verderaf", text, facts.step(facts.further))
    person = facts.keeper(0)
    if person is not None:
        text = tr("This was never said aloud. Looking back, what could you have noticed?")
        yield Question("niet-gehoord", text, facts.concern(person.actor, person.unheard[0]))
    yield from _vote(facts)
    yield from _seen(facts)
    yield from _obstacles(facts)
    yield from _talks(facts)
    yield Question("alle-kanten", tr("At which moment could it still have gone any way?"))
    yield Question("alleen-jij", tr("What did you see that nobody else at the table saw?"))


def _noted(facts: Facts) -> Iterator[Question]:
    tr, marks = facts.tr, noted.marks(facts.past)
    for mark in [mark for mark in marks if mark.kind == "notitie"][:MOST_NOTES]:
        text = tr("The facilitator wrote something down here. What did you see at that moment?")
        yield Question(f"notitie-{mark.moment.line}", text, facts.at(mark.round, f"“{mark.text}”"))
    for mark in [mark for mark in marks if mark.kind == "ingreep"][:1]:
        assert mark.moment.action is not None
        text = tr("This came in between. What did it do to your plan?")
        yield Question("tussendoor", text, facts.at(mark.round, facts.titles.event(mark.moment.action.what)))


def _vote(facts: Facts) -> Iterator[Question]:
    tr = facts.tr
    for vote in list(facts.votes())[-1:]:
        said = tr("Vote: {yes} for, {no} against.").format(yes=vote.yes, no=vote.no)
        if vote.predicted:
            said += " " + tr("You had said: {numbers}.").format(numbers=", ".join(map(str, vote.predicted)))
        yield Question("stemming", tr("What had you expected of this vote, and what was that based on?"),
                       facts.at(vote.round, said))  # fmt: skip


def _seen(facts: Facts) -> Iterator[Question]:
    """The last time the weakest perspective was another one than they pointed at."""
    tr, name = facts.tr, facts.titles.perspective
    missed = [item for item in guesses.weakest(facts.past) if not set(item.guessed) & set(item.weakest)]
    for item in missed[-1:]:
        said = tr("you pointed at {guessed}; it was {weakest}.").format(
            guessed=joined([name(p) for p in dict.fromkeys(item.guessed)], tr("and")),
            weakest=joined([name(p) for p in item.weakest], tr("and")),
        )
        text = tr("What were you looking at when you pointed? And what was out of sight?")
        yield Question("uit-beeld", text, facts.at(item.round, said))


def _obstacles(facts: Facts) -> Iterator[Question]:
    tr = facts.tr
    for name in facts.standing()[:1]:
        text = tr("This was still standing. When did you first see it, and what did you try?")
        yield Question("drempel", text, name)
    for number, phase in list(facts.unready())[:1]:
        text = tr("Here you went on while not everything was ready. How did that choice come about?")
        yield Question("poort", text, facts.at(number, phase))


def _talks(facts: Facts) -> Iterator[Question]:
    """About the last talks with the market."""
    tr = facts.tr
    if facts.past.game.talks is None:
        return
    if not facts.talks:
        text = tr("You did not sit down with the market. How did that come about?")
        yield Question("niet-aan-tafel", text)
        return
    last = facts.talks[-1]
    said = facts.at(last.rounds[-1], words.party_title(facts.titles, last.party))
    match last.status:
        case "akkoord":
            yield Question(
                "akkoord", tr("There was an agreement. Which moment at the table made the difference?"), said
            )
        case "markt-weg":
            text = tr("They got up from the table. What did you hear them say just before that?")
            yield Question("van-tafel", text, said)
        case _:
            text = tr("You talked, and it did not come to an agreement. What did the time at the table go into?")
            yield Question("geen-akkoord", text, said)
