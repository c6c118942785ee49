"""Step 6, what next: something small, soon, with somebody."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.card import signed_by
from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Question
from geboortespel.words.plain import one_line


def questions(facts: Facts) -> Iterator[Question]:
    """A first step, a visit, who must hear the story, what gets in the way, a date; and one word to close."""
    tr = facts.tr
    yield Question("maandag", tr("What do you do otherwise on Monday? One thing, and with whom."))
    said = ", ".join(facts.titles.actor(person.actor) for person in facts.kept[:3])
    fact = tr("In the game nobody heard what held them back: {people}.").format(people=said) if said else ""
    yield Question(
        "langsgaan", tr("Whom do you visit this month to ask what they make of it, and bring nothing?"), fact
    )
    yield Question("verder-vertellen", tr("Who was not here today and has to hear this story? Who of you tells it?"))
    name = one_line(signed_by(facts.past.session.remarks).name)
    if name:
        text = tr("This stands on the card. What of that name do you take along to your own project?")
        yield Question("naam", text, f"“{name}”")
    yield Question("struikelen", tr("What will your plan stumble over? What have you arranged by then?"))
    yield Question("weerzien", tr("When do you see each other again, and what do you show each other then?"))
    yield Question("slot", tr("To close, in one word: how do you go out of the door?"))
