"""What things are called on screen: the author's titles made harmless, and ids where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.engine.board import Board

PERSPECTIVES = {"project": N_("Project"), "mens": N_("People"), "organisatie": N_("Organisation")}
COLOURS = {"groen": (N_("green"), "●", "+"), "oranje": (N_("orange"), "◐", "~"), "rood": (N_("red"), "○", "-")}
"""Colour → word, mark, mark in ASCII."""
GATE = {"verder": N_("Go on"), "langer": N_("Stay a round longer"), "stoppen": N_("Stop, with a reasoned decision")}
SUPPORT = (
    (-60, N_("dead against")),
    (-20, N_("against")),
    (20, N_("waiting to see")),
    (60, N_("for")),
    (101, N_("wholeheartedly for")),
)
"""Support under this bound → how it is said."""

_HET = ("hoofd", "moederbedrijf", "bestuur", "college", "team", "waterschap", "bureau", "kernteam", "ministerie")
_THE = ("de ", "het ", "the ", "een ", "'t ")


def plainly(thing_id: str) -> str:
    """An id as a word of its own: `open-boek` → `open boek`."""
    return one_line(thing_id.replace("-", " ").replace("_", " "))


class Titles:
    """Names of everything on one board, in one language for the game's own words."""

    def __init__(self, board: Board, tr: Translator) -> None:
        self.board = board
        self.scenario = board.scenario
        self.tr = tr

    def _named(self, thing: object, thing_id: str) -> str:
        return one_line(getattr(thing, "title", "") or "") or plainly(thing_id)

    def actor(self, actor_id: str) -> str:
        """Heading of an actor: `Dijkgraaf`."""
        if actor_id not in self.scenario.actors:
            return plainly(actor_id)
        return one_line(self.board.actor_title(actor_id))

    def the_actor(self, actor_id: str) -> str:
        """An actor within a sentence: `de dijkgraaf`; names and English stay as they are."""
        return self.in_sentence(self.actor(actor_id))

    def in_sentence(self, title: str) -> str:
        """A person's title with its article, in Dutch and unless it looks like a name."""
        lowered = title[:1].lower() + title[1:]
        first = lowered.split(" ")[0]
        if self.tr.language != "nl" or not title or lowered != lowered.lower() or lowered.startswith(_THE):
            return lowered if lowered.startswith(_THE) else title
        return f"{'het' if first in _HET or first.endswith('je') else 'de'} {lowered}"

    def seat(self, seat: str) -> str:
        """Heading of a believer; `jullie` for the table."""
        return one_line(self.board.seat_title(seat)) or self.tr("you together")

    def the_seat(self, seat: str) -> str:
        return self.in_sentence(self.seat(seat)) if seat in self.scenario.believers else self.tr("you together")

    def who(self, id_: str) -> str:
        """An actor or a believer, within a sentence."""
        return self.the_seat(id_) if id_ in self.scenario.believers else self.the_actor(id_)

    def aspect(self, aspect_id: str) -> str:
        return self._named(self.scenario.aspects.get(aspect_id), aspect_id)

    def concern(self, concern_id: str) -> str:
        return self._named(self.scenario.concerns.get(concern_id), concern_id)

    def argument(self, argument_id: str) -> str:
        return self._named(self.scenario.arguments.get(argument_id), argument_id)

    def adviser(self, adviser_id: str) -> str:
        return self._named(self.scenario.advisers.get(adviser_id), adviser_id)

    def threshold(self, threshold_id: str) -> str:
        return self._named(self.scenario.thresholds.get(threshold_id), threshold_id)

    def move(self, move_id: str) -> str:
        return self._named(self.scenario.moves.get(move_id), move_id)

    def event(self, event_id: str) -> str:
        return self._named(self.board.events.get(event_id), event_id)

    def phase(self, phase_id: str) -> str:
        return self._named(self.scenario.phases.get(phase_id), phase_id)

    def form(self, form_id: str) -> str:
        return self._named(self.scenario.forms.get(form_id), form_id)

    def outcome(self, outcome_id: str) -> str:
        return self._named(self.scenario.outcomes.get(outcome_id), outcome_id)

    def counter(self, counter_id: str) -> str:
        return self._named(self.scenario.counters.get(counter_id), counter_id)

    def apgar(self, part_id: str) -> str:
        return self._named(self.scenario.apgar.get(part_id), part_id)

    def move_option(self, move_id: str, option_id: str) -> str:
        move = self.scenario.moves.get(move_id)
        return self._named(move.options.get(option_id) if move else None, option_id)

    def answer(self, event_id: str, option_id: str) -> str:
        event = self.board.events.get(event_id)
        return self._named(event.options.get(option_id) if event else None, option_id)

    def perspective(self, perspective: str) -> str:
        return self.tr(PERSPECTIVES.get(perspective, perspective))

    def target(self, move_id: str, target: str) -> str:
        """What a move is aimed at, by its verb: argument, adviser, aspect or actor."""
        move = self.scenario.moves.get(move_id)
        match move.verb if move else "":
            case "onderbouwen":
                return self.argument(target)
            case "adviseur":
                return self.adviser(target)
            case "doorgronden":
                return self.aspect(target)
            case _:
                return self.actor(target)

    def choice(self, move_id: str, choice: str) -> str:
        """The argument or option that goes with a move."""
        move = self.scenario.moves.get(move_id)
        told = move is not None and (move.verb == "overtuigen" or choice not in move.options)
        return self.argument(choice) if told else self.move_option(move_id, choice)

    def colour(self, colour: str) -> str:
        """`● groen`: a mark and a word, never a colour alone."""
        word, mark, _ = COLOURS[colour]
        return f"{mark} {self.tr(word)}"

    def band(self, low: int, high: int) -> str:
        """How support is said in a word: `afwachtend`; a band that spans two words gives both."""
        first, last = self._support(low), self._support(high)
        return (
            self.tr(first)
            if first == last
            else self.tr("{low} to {high}").format(low=self.tr(first), high=self.tr(last))
        )

    @staticmethod
    def _support(value: int) -> str:
        return next(word for bound, word in SUPPORT if value < bound)

    def round_name(self, number: int) -> str:
        """The name of a round on the board: the author's calendar, else its number."""
        names = self.scenario.calendar
        if 0 < number <= len(names):
            return one_line(names[number - 1])
        return self.tr("month {n}").format(n=number) if self.scenario.phases else self.tr("round {n}").format(n=number)

    def round_of(self, number: int, last: int) -> str:
        """A round among all of them: `Januari, 1 van 6` by the author's calendar, else `Maand 1 van 6`."""
        name = self.round_name(number)
        name = name[:1].upper() + name[1:]
        if 0 < number <= len(self.scenario.calendar):
            return self.tr("{round}, {n} of {all}").format(round=name, n=number, all=last)
        return self.tr("{round} of {all}").format(round=name, all=last)
