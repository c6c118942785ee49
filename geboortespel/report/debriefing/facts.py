"""What a debriefing asks about, read from a game: the largest steps, people who kept something, choices, the talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from geboortespel.analysis.picture import Tip
from geboortespel.engine.ledger import Cause
from geboortespel.report import firstyear
from geboortespel.report.lookback import guesses, unheard
from geboortespel.report.lookback import tips as turned
from geboortespel.report.lookback.bargains import Bargain, bargains
from geboortespel.report.lookback.past import MONTH, Past, Step
from geboortespel.report.lookback.turning import LEAST, label
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words import notes
from geboortespel.words.plain import joined, safe
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

TIRED = 2
"""Energy from which somebody is nearly worn out."""
DEEDS = ("zet", "keuze", "poort", "slotzin", "zitting")


@frozen
class Vote:
    """A vote: the round, votes for and against, and what the table had predicted (in order of the people)."""

    round: int
    yes: int
    no: int
    predicted: tuple[int, ...]


@frozen
class Choice:
    """An answer that was chosen, and those that were left."""

    round: int
    event: str
    chosen: str
    others: tuple[str, ...]


class Facts:
    """Reads one game for its debriefing."""

    def __init__(self, voice: Voice, past: Past, tips: Sequence[Tip] = ()) -> None:
        self.voice, self.past, self.tips = voice, past, tuple(tips)
        self.tr, self.titles = voice.tr, voice.titles
        self.year = firstyear.is_year(past.now)
        """Whether it is the first year after a birth: nothing is born there any more."""
        big = [s for s in past.steps if abs(s.towards) >= LEAST and s.code[0] not in (MONTH, "zichtbaar")]
        self.nearer = max((s for s in big if s.towards > 0), key=lambda s: s.towards, default=None)
        """What brought a birth nearest in one step; None when nothing stood out."""
        self.further = min((s for s in big if s.towards < 0), key=lambda s: s.towards, default=None)
        self.kept = [person for person in unheard.people(past) if person.unheard]
        """People who kept something to themselves, the most powerful first."""
        self.unanswered = [person for person in unheard.people(past) if person.unanswered]
        self.talks: tuple[Bargain, ...] = bargains(past)

    # -- in words ----------------------------------------------------------------------------------------------------

    def when(self, number: int) -> str:
        """`Maand 4`."""
        return capital(self.titles.round_name(number))

    def at(self, number: int, said: str) -> str:
        """A fact with its round in front."""
        return f"{self.when(number)}: {said}"

    def step(self, step: Step) -> str:
        """What a step was, with its round; never who did it: a debriefing points at nobody."""
        code = step.code
        deed = self.voice.cause(("zet", "", *code[2:])) if code[0] == "zet" else label(self.voice, self.past, code)
        return self.at(step.round, capital(deed))

    def keeper(self, n: int) -> unheard.Person | None:
        """Somebody who kept something to themselves: another one for every question, as long as there are."""
        return self.kept[n % len(self.kept)] if self.kept else None

    def own(self, step: Step) -> bool:
        """Whether the table did it itself; news comes from outside."""
        return step.code[0] in DEEDS

    def who(self, actor: str) -> str:
        """A person within a sentence."""
        return self.titles.the_actor(actor)

    def concern(self, actor: str, concern: str) -> str:
        """A concern in the person's own words, else by its name."""
        own = self.titles.scenario.concerns.get(concern)
        said = notes.line(actor, f"zorg.{concern}", self.past.now, self.titles) or (safe(own.line) if own else "")
        name = self.titles.concern(concern)
        return (
            f"{self.titles.actor(actor)}: “{said.strip()}”" if said.strip() else f"{self.titles.actor(actor)}: {name}"
        )

    # -- what happened -----------------------------------------------------------------------------------------------

    def votes(self) -> Iterator[Vote]:
        """Every vote, with the predictions that came before it."""
        foretold = {item.round: item.guessed for item in guesses.predicted(self.past) if item.votes is not None}
        for moment in self.past.way:
            cast = [note[2] for note in moment.notes if note[0] == "stem"]
            if cast:
                number = self.past.round_of(moment)
                yield Vote(number, cast.count("ja"), cast.count("nee"), foretold.get(number, ()))

    def choices(self) -> Iterator[Choice]:
        """Answers to news that everybody heard, where there was another one."""
        for number, _, note in self.past.notes("keuze"):
            event = self.past.session.board.events[note[1]]
            others = tuple(option for option in event.options if option != note[2])
            if others and not event.seat:
                yield Choice(number, event.id, note[2], others)

    def private(self) -> list[str]:
        """What somebody was asked alone, by its title; only of a game that has ended."""
        if not self.past.finished:
            return []
        asked = [note for _, _, note in self.past.notes("keuze") if self.past.game.privacy.owner(note)]
        return [self.titles.event(note[1]) for note in asked]

    def standing(self) -> list[str]:
        """Thresholds that still stand, by name."""
        return [self.titles.threshold(threshold) for threshold in self.past.now.thresholds]

    def unready(self) -> Iterator[tuple[int, str]]:
        """(round, phase) of gates that were passed before everything was ready."""
        for number, _, note in self.past.notes("poort_niet"):
            yield number, self.titles.phase(note[1])

    def tired(self) -> list[str]:
        """Believers with hardly any energy left, with how much."""
        found = []
        for seat in self.past.session.board.scenario.believers:
            energy = self.past.now.value(f"energie.{seat}")
            if energy is not None and energy <= TIRED and self.past.now.value(f"meedoet.{seat}"):
                found.append(f"{self.titles.seat(seat)} {energy}")
        return found

    def furthest_behind(self) -> str:
        """The perspective that lacks most to be green, '' when nothing lacks."""
        aspects, view = self.past.session.board.scenario.aspects, self.past.now
        missing = dict.fromkeys(PERSPECTIVES, 0)
        for aspect in self.past.required:
            missing[aspects[aspect].perspective] += max(0, aspects[aspect].green - view.level(aspect))
        worst = max(missing, key=lambda perspective: missing[perspective])
        return self.titles.perspective(worst) if missing[worst] else ""

    def heard_and_told(self) -> tuple[int, int]:
        """How often somebody was listened to, and how often something was told to somebody."""
        moves = self.past.session.board.scenario.moves
        verbs = [moves[a.what].verb for a in self.past.session.moments.acts(self.past.session.line) if a.kind == "zet"]
        return verbs.count("luisteren"), verbs.count("overtuigen")

    def better(self) -> str:
        """The turning point at which another action would have given most, with what it would have given; '' when
        nobody looked for them, or nothing was surely better."""
        found = [(tip.other.point.share - tip.did.point.share, tip) for tip in self.tips if tip.did and tip.other]
        if not found:
            return ""
        tip = max(found, key=lambda one: one[0])[1]
        said = turned.instead(self.voice, self.past, tip)
        return self._of_nobody(self.at(tip.change.before.round, f"{turned.what(self.voice, self.past, tip)}. {said}"))

    def _of_nobody(self, said: str) -> str:
        """The same without who of the players did it."""
        for seat in self.past.session.board.seats:
            said = said.replace(f" ({self.titles.seat(seat)})", "")
        return said

    def news(self) -> Cause | None:
        """The news that changed most; None when there was none."""
        found = [s for s in self.past.steps if s.code[0] in ("gebeurtenis", "kaart") and s.towards]
        return max(found, key=lambda s: abs(s.towards)).code if found else None

    def listed(self, names: list[str]) -> str:
        """Names after each other."""
        return joined(names, self.tr("and"))
