"""Step 1, feeling: let off steam before anybody explains anything."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.card import is_birth, signed_by
from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Question

MOST = 3
"""Private dilemmas that are named."""


def questions(facts: Facts) -> Iterator[Question]:
    """One word each; then the ending, the best and the hardest moment, and what was carried alone."""
    tr, past = facts.tr, facts.past
    yield Question("een-woord", tr("In one word: how do you feel right now? Go round, without explaining."))
    yield from _ending(facts)
    if facts.nearer is not None:
        yield Question("blij", tr("What made you glad, if only for a moment?"), facts.step(facts.nearer))
    if facts.further is not None:
        yield Question("wat-ging-er-door-je-heen", tr("What went through you when this happened?"),
                       facts.step(facts.further))  # fmt: skip
    alone = facts.private()
    if alone:
        text = tr("Somebody knew what the others did not. What was it like to carry it, and to hear it only now?")
        yield Question("alleen-gedragen", text, facts.listed([f"‘{title}’" for title in alone[:MOST]]))
    tired = facts.tired()
    if tired:
        said = tr("Energy at the end: {people}.") if past.finished else tr("Energy now: {people}.")
        text = tr("There was little energy left. Where did you feel that, and do you know it from outside the game?")
        yield Question("energie", text, said.format(people=facts.listed(tired)))
    fingers = signed_by(past.session.remarks).fingers
    if fingers:
        said = tr("Fingers at the start: {fingers}").format(fingers=", ".join(map(str, fingers)))
        yield Question("vingers", tr("How many fingers would you hold up now? All at the same time."), said)
    if facts.nearer is None and facts.further is None:
        yield Question("rechtop", tr("When did you sit up? When did you lean back?"))


def _ending(facts: Facts) -> Iterator[Question]:
    tr, past, outcome = facts.tr, facts.past, facts.past.now.outcome
    if outcome is None:
        yield Question("halverwege", tr("The game has not ended yet. Would you rather stop here, or play on? Why?"))
        return
    said = facts.titles.outcome(outcome.id)
    if is_birth(past.now):
        yield Question("geboren", tr("It was born. What did you feel when that stood on the screen?"), said)
    else:
        yield Question("einde", tr("This is how it ended. What did that do to you, there and then?"), said)
