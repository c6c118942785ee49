"""One voice for every front end: everything the game says about a board, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from geboortespel.words import causes, forecasts, notes, quantities, refusals, talks
from geboortespel.words.catalog import translator
from geboortespel.words.titles import GATE, Titles

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action, Refusal
    from geboortespel.engine.board import Board
    from geboortespel.engine.view import View

Note = tuple[str, ...]


class Voice:
    """Phrases what happens on one board. `titles` names things; the methods make sentences. All plain, safe text."""

    def __init__(self, board: Board, language: str) -> None:
        self.tr = translator(language)
        self.board = board
        self.titles = Titles(board, self.tr)

    def note(self, note: Note, view: View) -> str:
        """What happened, as a sentence or a few; '' for what needs no telling, or is not for this view to know."""
        return notes.phrase(note, view, self.titles) if view.shows(note) else ""

    def notes(self, items: Iterable[Note], view: View) -> list[str]:
        """What happened, in order, without the empty ones."""
        return [text for note in items if (text := self.note(note, view))]

    def line(self, actor: str, kind: str, view: View) -> str:
        """What the actor says (`groet`, `zorg.X`, `raak.X`, `mis`, `sleets`); '' when they have no words for it."""
        return notes.line(actor, kind, view, self.titles)

    def action(self, action: Action, view: View | None = None) -> str:
        """The action in words, as in a list of choices."""
        match action.kind:
            case "zet":
                return causes.deed(self.titles, action.seat, action.what, action.target, action.choice)
            case "keuze":
                said = self.titles.answer(action.what, action.choice)
                alone = not action.seat or (view is not None and view.private)
                return said if alone else f"{said} ({self.titles.seat(action.seat)})"
            case "poort":
                return self.tr(GATE[action.what])
            case "zitting":
                return talks.action(self.titles, action.what, action.target, action.choice)
            case "slotzin":
                return causes.last_word(self.titles, action.target, action.choice)
            case "ingreep":
                return self.tr("the facilitator: {event}").format(event=self.titles.event(action.what))
            case "gok":
                return self.titles.concern(action.choice) if action.choice else self.tr("no guess")
            case _:
                return self.tr("done for this round")

    def answers(self, actions: Sequence[Action], view: View) -> list[str]:
        """Answers in words, one each. What several roles can do stands once; then only who else can."""
        said = []
        for before, action in zip((None, *actions), actions, strict=False):
            again = before is not None and action.kind == "keuze" and before.key[2:] == action.key[2:]
            who = self.titles.seat(action.seat)
            said.append(self.tr("the same ({seat})").format(seat=who) if again else self.action(action, view))
        return said

    def known(self, action: Action, view: View) -> list[str]:
        """What is known before the action: price, fit, odds, thresholds it works on."""
        return forecasts.phrases(action, view.forecast(action), view, self.titles)

    def cost(self, amounts: dict[str, int]) -> str:
        return forecasts.cost(amounts, self.titles)

    def cause(self, cause: tuple[str, ...]) -> str:
        """A cause behind a number."""
        return causes.phrase(cause, self.titles)

    def quantity(self, name: str) -> str:
        """A quantity in human language."""
        return quantities.phrase(name, self.titles)

    def refusal(self, refusal: Refusal) -> str:
        """Why something can't be done now."""
        return refusals.phrase(refusal, self.titles)

    def support(self, actor: str, view: View) -> str:
        """How an actor stands: `voor (34)` once listened, else the band's words alone."""
        low, high = view.band(actor)
        word = self.titles.band(low, high)
        return f"{word} ({low:+d})" if low == high else self.tr("{word}, so they say").format(word=word)

    def level(self, aspect_id: str, view: View) -> str:
        """The level of an aspect: `54`, or `about 54` while it hangs on somebody who was not heard yet."""
        low, high = view.span(aspect_id)
        text = str(view.level(aspect_id))
        return text if low == high else self.tr("about {n}").format(n=text)

    def span(self, aspect_id: str, view: View) -> str:
        """Between which bounds an estimated level lies; '' when it is known."""
        low, high = view.span(aspect_id)
        if low == high:
            return ""
        return self.tr("An estimate: by what you have heard it lies between {low} and {high}.").format(
            low=low, high=high
        )
