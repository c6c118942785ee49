"""Step 5, what if: play with what could have been, without any consequences."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.card import is_birth
from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Question
from geboortespel.words import talks as words


def questions(facts: Facts) -> Iterator[Question]:
    """The step that took it furthest away, a choice, an early visit, another chair, the talks, the other ending."""
    tr, better = facts.tr, facts.better()
    if better:
        text = tr("Suppose you had known this at that moment. What would it have asked of you?")
        yield Question("beter-toen", text, better)
    if facts.further is not None:
        own = tr("Suppose you had done something else here. What would your next move have been?")
        news = tr("Suppose this had not come. Would it have gone otherwise, or only later?")
        yield Question("anders", own if facts.own(facts.further) else news, facts.step(facts.further))
    for choice in list(facts.choices())[-1:]:
        answer = facts.titles.answer
        said = tr("{event}: you chose '{chosen}'. There was also: {others}.").format(
            event=facts.titles.event(choice.event),
            chosen=answer(choice.event, choice.chosen),
            others=", ".join(f"'{answer(choice.event, other)}'" for other in choice.others),
        )
        text = tr("Suppose it had been the other answer. Who would have been glad of that?")
        yield Question("andere-keuze", text, facts.at(choice.round, said))
    yield from _people(facts)
    yield from _talks(facts)
    if facts.year:
        text = tr("Suppose this year comes again, for other people. What would you tell them on the first day?")
        yield Question("jaar-opnieuw", text)
        yield Question(
            "waarde", tr("Suppose you had to say what this year was worth, and for whom. What would you name?")
        )
        return
    yield Question("half-jaar", tr("Suppose you had begun half a year earlier. What would that time have gone into?"))
    if facts.past.now.outcome is not None:
        yield _otherwise(facts)
    yield Question("een-erbij", tr("Suppose one person could have joined you. Who, and why just this one?"))


def _people(facts: Facts) -> Iterator[Question]:
    tr, board = facts.tr, facts.past.session.board
    person = facts.keeper(2)
    if person is not None:
        text = tr(
            "Suppose somebody had visited {who} at the very start, just to listen. What would have gone otherwise?"
        )
        said = facts.concern(person.actor, person.unheard[0])
        yield Question("eerder-langs", text.format(who=facts.who(person.actor)), said)
    if board.actors:
        strong = max(board.actors, key=lambda actor: board.power[actor])
        text = tr("Change chairs: one of you is {who}, and another comes to visit. What do you want to hear?")
        yield Question("stoel-wisselen", text.format(who=facts.who(strong)))


def _talks(facts: Facts) -> Iterator[Question]:
    tr = facts.tr
    if not facts.talks:
        return
    last = facts.talks[-1]
    said = facts.at(last.rounds[-1], words.party_title(facts.titles, last.party))
    if last.status == "akkoord":
        text = tr("Suppose you could talk about one issue once more. Which one, and what would you give for it?")
        yield Question("nog-eens-praten", text, said)
    else:
        text = tr("Suppose you could say one sentence at that table again. Which one, and how would it sound now?")
        yield Question("andere-zin", text, said)


def _otherwise(facts: Facts) -> Question:
    if is_birth(facts.past.now):
        return Question("niet-gelukt", facts.tr("Suppose it had not been born. On what would it have run aground?"))
    return Question("wel-gelukt", facts.tr("Suppose it had been born after all. Who would have called whom first?"))
