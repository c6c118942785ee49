"""The debriefing guide: six steps for the facilitator, with questions made from the game that was played.

The sequence is Thiagarajan's: how do you feel, what happened, what did you learn, how does this relate, what if, what
next. Every question is open, and none of them asks who did something wrong. What is hidden stays so until the game has
ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from geboortespel.analysis.picture import Tip
from geboortespel.report.debriefing import feeling, happened, learnt, onward, what_if, work
from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Guide, Question, Step, Written
from geboortespel.report.lookback import where_it_stands
from geboortespel.report.lookback.past import Past
from geboortespel.session.facilitating import DEBRIEFED
from geboortespel.session.session import Session
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

__all__ = ["REMARK", "Guide", "Question", "Step", "Written", "guide", "written"]

REMARK = DEBRIEFED
"""The remark that keeps a note of the debriefing: {stap, vraag, tekst}."""

Asks = Callable[[Facts], Iterator[Question]]
STEPS: tuple[tuple[str, str, str, str, str, int, Asks], ...] = (
    ("voelen", N_("How do you feel?"), N_("feel"),
     N_("First let off steam. What is still in the body gets in the way of thinking."),
     N_("Go round the circle, a word from each. Don't ask on, and solve nothing."), 5, feeling.questions),
    ("gebeurd", N_("What happened?"), N_("recall"),
     N_("Put together what happened, before anybody thinks something of it."),
     N_("Ask for facts. When two people remember a moment differently, stay there a while."), 10, happened.questions),
    ("geleerd", N_("What have we learnt?"), N_("learn"),
     N_("From what happened to what it means. Not what the game wants to teach: what you take from it."),
     N_("Let it be quiet. The second answer is often the better one."), 10, learnt.questions),
    ("werk", N_("How does it relate to our work?"), N_("work"),
     N_("The game is a mirror. Now we look who is in it."),
     N_("Talk about roles and situations, not about colleagues who are not here."), 10, work.questions),
    ("stel-dat", N_("What if?"), N_("suppose"),
     N_("Play once more with what could have been. Nothing hangs on it now."),
     N_("Let people try it out aloud, on their feet if they like."), 7, what_if.questions),
    ("straks", N_("What next?"), N_("next"),
     N_("Something small, and soon. A plan without a date is a wish."),
     N_("Have each write it down first, then say it to a neighbour."), 8, onward.questions),
)  # fmt: skip
"""(id, title, word, aim, tip, minutes, questions) of each step."""


def guide(voice: Voice, session: Session, tips: Sequence[Tip] = ()) -> Guide:
    """The guide of a game as it stands now, with the notes that were made before; `tips`: its turning points, when
    somebody had them looked for."""
    tr, facts, notes = voice.tr, Facts(voice, Past(session), tips), written(session)
    steps = tuple(
        Step(id_, n, tr(title), tr(word), tr(aim), tr(tip), minutes, tuple(asks(facts)),
             tuple(note for note in notes if note.step == id_))
        for n, (id_, title, word, aim, tip, minutes, asks) in enumerate(STEPS, 1)
    )  # fmt: skip
    return Guide(one_line(session.board.scenario.title), where_it_stands(voice, session).plain, steps)


def written(session: Session) -> tuple[Written, ...]:
    """The notes of the debriefing in the journal, oldest first."""
    return tuple(
        Written(str(data.get("stap", "")), str(data.get("vraag", "")), one_line(str(data.get("tekst", ""))))
        for kind, data in session.remarks
        if kind == REMARK
    )
