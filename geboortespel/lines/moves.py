"""Choosing a move in a few short lists: group, move, target, argument; what is known stands beside each choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from geboortespel.lines import why
from geboortespel.lines.board import person
from geboortespel.lines.choose import Command, Question, Row, choose
from geboortespel.lines.terminal import Terminal
from geboortespel.words.plain import one_line, safe, small
from geboortespel.words.voice import Voice
from geboortespel.words.why import Reader
from geboortespel.words.why import moves as reasons

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View

FEW = 9
"""Up to this many moves are listed at once; more come in groups first."""


class MoveChoice:
    """One turn's choice for one seat."""

    def __init__(
        self, terminal: Terminal, voice: Voice, view: View, seat: str, command: Command, reader: Reader
    ) -> None:
        self.terminal, self.voice, self.view, self.command, self.reader = terminal, voice, view, command, reader
        self.tr = voice.tr
        own = [action for action in view.legal if action.seat == seat]
        self.moves = [action for action in own if action.kind == "zet"]
        self.passing = next((action for action in own if action.kind == "pas"), None)

    def ask(self, title: str) -> Action | None:
        """The action chosen; None when the seat can do nothing (then nothing is asked)."""
        if not self.moves:
            return self.passing
        zero = self.tr("done for this round") if self.passing else ""
        groups = self._groups()
        while True:
            if len(groups) == 1:
                found = self._move(title, groups[0][1], zero)
                return found or self.passing
            listed = tuple(Row(self._group_row(name, actions)) for name, actions in groups)
            number = choose(self.terminal, Question(title, listed, zero), self.command)
            if not number:
                return self.passing
            name, actions = groups[number - 1]
            found = self._move(name, actions, self.tr("back"))
            if found:
                return found

    def _groups(self) -> list[tuple[str, list[Action]]]:
        """Moves by the author's heading, in order; a single group when they are few."""
        scenario = self.voice.board.scenario
        found: dict[str, list[Action]] = {}
        for action in self.moves:
            name = one_line(scenario.moves[action.what].group) or self.tr("Other")
            found.setdefault(name, []).append(action)
        if len({action.what for action in self.moves}) <= FEW or len(found) == 1:
            return [("", self.moves)]
        return list(found.items())

    def _group_row(self, name: str, actions: Sequence[Action]) -> str:
        titles = dict.fromkeys(small(self.voice.titles.move(action.what)) for action in actions)
        return f"{name}: {', '.join(titles)}"

    def _move(self, title: str, actions: Sequence[Action], zero: str) -> Action | None:
        return self._narrow(title, actions, lambda a: a.what, self._move_row, zero, self._target)

    def _target(self, title: str, actions: Sequence[Action]) -> Action | None:
        if {action.target for action in actions} == {""}:
            return self._choice(title, actions)
        return self._narrow(title, actions, lambda a: a.target, self._target_row, self.tr("back"), self._choice)

    def _choice(self, title: str, actions: Sequence[Action]) -> Action | None:
        return self._narrow(title, actions, lambda a: a.choice, self._choice_row, self.tr("back"), None)

    def _narrow(
        self,
        title: str,
        actions: Sequence[Action],
        key: Callable[[Action], str],
        row: Callable[[list[Action]], Row],
        zero: str,
        then: Callable[[str, Sequence[Action]], Action | None] | None,
    ) -> Action | None:
        """Choose among the values of `key`, then go on with what is left; None for 0."""
        parts: dict[str, list[Action]] = {}
        for action in actions:
            parts.setdefault(key(action), []).append(action)
        options = list(parts.values())
        while True:
            shown = tuple(row(option) for option in options)
            number = choose(self.terminal, Question(title, shown, zero), self.command)
            if not number:
                return None
            left = options[number - 1]
            if len(left) == 1 or then is None:
                return left[0]
            found = then(shown[number - 1].text, left)
            if found:
                return found

    # -- what stands in a list -----------------------------------------------------------------------------------------

    def _move_row(self, actions: list[Action]) -> Row:
        move = self.voice.board.scenario.moves[actions[0].what]
        name = self.voice.titles.move(move.id)
        about = safe(move.text).strip()
        if len(actions) == 1:
            action = actions[0]
            objects = [self.voice.titles.target(move.id, action.target)] if action.target else []
            objects += [self.voice.titles.choice(move.id, action.choice)] if action.choice else []
            text = _beside(": ".join(filter(None, (name, ", ".join(objects)))), self._known(action))
            return Row(text, about, self._why(actions))
        costs = {self.voice.cost(self.voice.board.cost(move.id, a.choice, a.target)) for a in actions}
        return Row(_beside(name, sorted(costs)[:1] if len(costs) == 1 else []), about, self._why(actions))

    def _target_row(self, actions: list[Action]) -> Row:
        action = actions[0]
        move = self.voice.board.scenario.moves[action.what]
        about, name = self._object(move.verb, action.target)
        return Row(_beside(name, self._known(action) if len(actions) == 1 else []), about, self._why(actions))

    def _object(self, verb: str, target: str) -> tuple[str, str]:
        """(what `?N` tells, the row's text) of what a move is aimed at."""
        scenario, titles = self.voice.board.scenario, self.voice.titles
        match verb:
            case "onderbouwen":
                steps = self.view.value(f"onderbouwd.{target}")
                return safe(scenario.arguments[target].text), self.tr("{argument}, underpinned {n} of 3").format(
                    argument=titles.argument(target), n=steps
                )
            case "adviseur":
                return safe(scenario.advisers[target].text), titles.adviser(target)
            case "doorgronden":
                aspect = scenario.aspects[target]
                return safe(aspect.text), f"{titles.aspect(target)} {self.view.level(target)}"
            case _:
                return safe(self.voice.board.actor_text(target)), person(self.voice, self.view, target)

    def _choice_row(self, actions: list[Action]) -> Row:
        action = actions[0]
        move = self.voice.board.scenario.moves[action.what]
        scenario = self.voice.board.scenario
        thing = scenario.arguments[action.choice] if move.verb == "overtuigen" else move.options[action.choice]
        text = _beside(self.voice.titles.choice(move.id, action.choice), self._known(action))
        return Row(text, safe(thing.text), self._why(actions))

    def _why(self, actions: Sequence[Action]) -> Callable[[], Sequence[str]]:
        return why.of(self.tr, lambda: reasons.row(self.reader, actions))

    def _known(self, action: Action) -> list[str]:
        return self.voice.known(action, self.view)


def _beside(name: str, known: Sequence[str]) -> str:
    return f"{name} ({'; '.join(known)})" if any(known) else name
