"""A game in line mode, from the first news to the birth card: the loop that asks, acts and tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from geboortespel.engine.actions import IllegalAction
from geboortespel.lines import alone, asking, board, ending, talks, why
from geboortespel.lines.choose import Question, Row, choose, rows
from geboortespel.lines.letters import Again, Letters
from geboortespel.lines.moves import MoveChoice
from geboortespel.lines.opening import Person
from geboortespel.lines.remarks import remember
from geboortespel.lines.telling import Teller
from geboortespel.lines.terminal import Terminal
from geboortespel.session.store import StoreError
from geboortespel.words import storage
from geboortespel.words.plain import safe
from geboortespel.words.voice import Voice
from geboortespel.words.why import Reader, moves

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session


class Play:
    """Plays one session at one terminal. `people` says who plays which believers; the others are stood in for."""

    def __init__(self, terminal: Terminal, voice: Voice, session: Session, people: Sequence[Person]) -> None:
        self.terminal, self.voice, self.session = terminal, voice, session
        self.tr = voice.tr
        self.people: tuple[Person, ...] = ()
        self.seats: tuple[str, ...] = ()
        self.seat = _last_seat(session)
        self.command = Letters(self)
        self.teller = Teller(terminal, voice, session, self.command)
        self.share(people)

    def share(self, people: Sequence[Person]) -> None:
        """Say who plays which believers."""
        self.people = tuple(people)
        self.seats = tuple(dict.fromkeys(seat for person in people for seat in person.seats))
        self.teller.count = max(1, len(self.people))

    @property
    def reader(self) -> Reader:
        """For whose eyes answers to 'why?' are."""
        return Reader(self.voice, self.session.view(self.session.reader(self.seat, len(self.people))), self.session)

    def remember(self, kind: str, data: Mapping[str, Any]) -> None:
        """Write what the table says about itself to the journal."""
        remember(self.terminal, self.session, kind, data)

    def where_we_are(self) -> None:
        """For who goes on: the round, the phase and the lights."""
        view = self.session.view(None)
        self.terminal.gap()
        self.terminal.say(self.tr("You go on where you left off."))
        self.terminal.say(board.where(self.voice, view) + ".")
        last = self.session.moments.last_act(self.session.line)
        if last is not None and last.line == self.session.line and any(note[0] == "echo" for note in last.notes):
            self.teller.echo()  # it was left before anybody answered
        else:
            self.teller.lights()

    # -- the loop ----------------------------------------------------------------------------------------------------

    def run(self) -> ending.Further:
        """Play until the game has ended; what the players go on with then.

        Quit when the players stop, EndOfInput when there is nothing to read.
        """
        while not self.session.finished:
            try:
                self._step()
            except Again:
                continue
        self.terminal.gap()
        self.teller.lights()
        return ending.close(self.terminal, self.voice, self.session, self.teller.count)

    def _step(self) -> None:
        view = self.session.view(None)
        if view.waiting == "zet":
            self.teller.hint(view)
        match view.waiting:
            case "keuze" if view.private:
                alone.ask(self, view.private)
            case "keuze":
                self.act(self.answer(view))
            case "gok":
                asking.guess(self, view)
            case "zitting":
                talks.ask(self, view)
            case "slotzin":
                asking.last_word(self, view)
            case "poort":
                self.act(self._gate(view))
            case _:
                self._turn(view)

    def _turn(self, view: View) -> None:
        """A move of the seat whose turn it is; seats without people are played by the stand-in."""
        mine = [seat for seat in view.to_act if seat in self.seats or not seat]
        if not mine:
            self.stand_in()
            return
        if self.seat not in mine:
            self.seat = mine[0]
        seen = self.session.view(self.seat)
        hand = MoveChoice(self.terminal, self.voice, seen, self.seat, self.command, self.reader)
        action = hand.ask(self._title(seen))
        if action is None:
            self.terminal.say(self.tr("Passing is not possible here: a move has to be made."))
            return
        if action.kind == "zet" and _decides(self.voice, action):
            self._predict()
        self.act(action)

    def _title(self, view: View) -> str:
        """Whose move it is, with what is left."""
        self.terminal.gap()
        if not self.voice.board.seat_title(self.seat):
            return self.tr("Your move.")
        said = board.stamina(self.voice, view, self.seat)
        if len(self.people) == 1:
            return f"{said}."
        return self.tr("Player {n}, {state}.").format(n=self.number(self.seat), state=said)

    def number(self, seat: str) -> int:
        """The player, from 1, who plays this seat."""
        return next((i for i, person in enumerate(self.people, 1) if seat in person.seats), 1)

    def answer(self, view: View) -> Action:
        """The choice that an event asks for."""
        self.terminal.gap()
        event = self.voice.board.events[view.pending]
        shown = []
        for action, said in zip(view.legal, self.voice.answers(view.legal, view), strict=True):
            price = "; ".join(self.voice.known(action, view))
            reasons = why.of(self.tr, partial(moves.row, Reader(self.voice, view, self.session), [action]))
            text = f"{said} ({price})" if price else said
            shown.append(Row(text, safe(event.options[action.choice].text), reasons))
        ask = self.tr("{event}: what do you do, just you?") if view.private else self.tr("{event}: what do you do?")
        title = ask.format(event=self.voice.titles.event(view.pending))
        return view.legal[choose(self.terminal, Question(title, tuple(shown)), self.command) - 1]

    def _gate(self, view: View) -> Action:
        """The gate at the end of a phase."""
        phase = self.voice.board.scenario.phases[view.phase]
        if view.ready:
            self.terminal.say(self.tr("You are ready to go on."))
        else:
            otherwise = safe(phase.gate.otherwise).strip() if phase.gate else ""
            self.terminal.say(otherwise or self.tr("You are not ready yet. Going on has its price."))
        title = self.tr("{phase} is over. What do you do?").format(phase=self.voice.titles.phase(view.phase))
        listed = rows([self.voice.action(action, view) for action in view.legal])
        picked = view.legal[choose(self.terminal, Question(title, listed), self.command) - 1]
        if picked.what == "stoppen":
            asked = self.tr("Then the game ends here. Is that your decision?")
            sure = Question(asked, rows([self.tr("Yes, we stop")]), self.tr("No, back"))
            if not choose(self.terminal, sure, self.command):
                raise Again
        return picked

    def _predict(self) -> None:
        """Before a decision: how many will say yes?"""
        body = self.voice.board.scenario.body
        members = len(body.members) if body else 0
        if not members:
            return
        title = self.tr("Before they vote: how many of the {n} will be for?").format(n=members)
        listed = rows([*(self.tr("{n} for").format(n=n) for n in range(1, members + 1)), self.tr("nobody")])
        said = self.teller.each(Question(title, listed, self.tr("no prediction")))
        if any(said):
            self.remember("voorspelling", {"voor": [n % (members + 1) if n else None for n in said]})

    # -- acting ------------------------------------------------------------------------------------------

    def act(self, action: Action) -> None:
        """Do an action and tell what came of it."""
        receipt = self.do(action)
        if receipt is not None:
            self.teller.number(receipt)
            self.teller.tell(receipt)

    def do(self, action: Action) -> Receipt | None:
        """Do an action; None after saying why it could not be done."""
        try:
            return self.session.act(action)
        except IllegalAction as refused:
            self.terminal.say(self.voice.refusal(refused.reason))
            return None
        except StoreError as fault:
            self.refused(fault)
            return None

    def refused(self, fault: StoreError) -> None:
        """Say that nothing could be written: nothing was done."""
        self.terminal.forget()
        self.terminal.say(storage.trouble(fault.code, fault.path, self.tr))

    def stand_in(self) -> None:
        """The computer plays for a seat without people."""
        receipt = self.session.stand_in()
        self.teller.number(receipt)
        self.teller.tell(receipt)


def _last_seat(session: Session) -> str:
    """Who moved last: whoever goes on with a game finds the same one to move."""
    done = reversed(session.moments.acts(session.line))
    return next((action.seat for action in done if action.kind in ("zet", "pas")), "")


def _decides(voice: Voice, action: Action) -> bool:
    """Whether the move asks the decision body for its decision."""
    move = voice.board.scenario.moves[action.what]
    option = move.options.get(action.choice)
    effects = [*move.effects, *(option.effects if option else ())]
    for item in (*move.consequences, *(option.consequences if option else ())):
        effects += item.effects
    return any(getattr(effect, "name", "") == "besluit" for effect in effects)
