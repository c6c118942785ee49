"""The hand: what can be done now, in one flow: group, move, target, argument. Pure: a view and a path give rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.board import said, stance
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View

FEW = 9
"""Up to this many moves are listed at once; more come in groups first."""
LIKELY = {"raak": ("●", "groen"), "kan": ("◐", "oranje"), "mis": ("○", "rood"), "onbekend": ("?", "zacht")}
BACK, PASS = "hand:back", "hand:pass"


@dataclass(frozen=True)
class Step:
    """Where we are in choosing: a title, the rows, and what each row's id stands for."""

    title: str
    items: list[Item]
    actions: dict[str, Action]
    """Rows that do something at once."""
    deeper: frozenset[str]
    """Rows that lead to a next list."""


class Hand:
    """Choices for one seat in one view. A path is what was chosen so far: group, move, target ('' where none)."""

    def __init__(self, voice: Voice, view: View, seat: str) -> None:
        self.voice, self.view, self.seat, self.tr = voice, view, seat, voice.tr
        own = [action for action in view.legal if action.seat in (seat, "") or view.waiting != "zet"]
        self.moves = [action for action in own if action.kind == "zet"]
        self.answers = [action for action in own if action.kind in ("keuze", "poort", "gok", "slotzin")]
        self.passing = next((action for action in own if action.kind == "pas"), None)

    def step(self, path: Sequence[str]) -> Step:
        """The list that belongs to this path."""
        if self.answers:
            return self._answers()
        left = self.moves
        for key, value in zip(self._keys(), path, strict=False):
            left = [action for action in left if key(action) == value]
        keys = self._keys()[len(path) :]
        return self._list(path, left, keys)

    # -- moves -------------------------------------------------------------------------------------------------------

    def _keys(self) -> list[Callable[[Action], str]]:
        grouped = len({action.what for action in self.moves}) > FEW and len({self._group(a) for a in self.moves}) > 1
        flow: list[Callable[[Action], str]] = [lambda a: a.what, lambda a: a.target, lambda a: a.choice]
        return [self._group, *flow] if grouped else flow

    def _group(self, action: Action) -> str:
        return one_line(self.voice.board.scenario.moves[action.what].group) or self.tr("Other")

    def _list(self, path: Sequence[str], left: list[Action], keys: list[Callable[[Action], str]]) -> Step:
        """Rows for the first key on which what is left differs; a row with a single action does it."""
        parts: dict[str, list[Action]] = {}
        for action in left:
            parts.setdefault(keys[0](action) if keys else "", []).append(action)
        items, actions, deeper = [], {}, set()
        depth = len(self._keys()) - len(keys)
        for number, (value, some) in enumerate(parts.items(), 1):
            only = some[0] if len(some) == 1 else None
            item_id = f"hand:{'/'.join((*path, value))}"
            items.append(self._row(item_id, number, self._kind(depth), some, only))
            if only is not None:
                actions[item_id] = only
            else:
                deeper.add(value)
        self._last_row(path, items, actions)
        return Step(self._title(path, left), items, actions, frozenset(deeper))

    def _kind(self, depth: int) -> str:
        kinds = ("group", "move", "target", "choice")
        return kinds[depth + 4 - len(self._keys())]

    def skips(self, path: Sequence[str]) -> Sequence[str]:
        """The path with steps added in which there is nothing to choose."""
        path = list(path)
        while len(path) < len(self._keys()):
            left = [a for a in self.moves if all(k(a) == v for k, v in zip(self._keys(), path, strict=False))]
            values = {self._keys()[len(path)](action) for action in left}
            if len(left) < 2 or len(values) > 1 or not path:
                break
            path.append(values.pop())
        return path

    def _last_row(self, path: Sequence[str], items: list[Item], actions: dict[str, Action]) -> None:
        if path:
            items.append(Item(BACK, Row(Content.styled("   ← " + self.tr("back"), "$zacht"))))
        elif self.passing is not None:
            items.append(
                Item(
                    PASS,
                    Row(Content.styled("   " + self.tr("Done for this round"), "$accent-tekst")),
                    Content(self.tr("This role does nothing more this round.")),
                )
            )
            actions[PASS] = self.passing

    def _title(self, path: Sequence[str], left: list[Action]) -> str:
        titles = self.voice.titles
        shown = [] if len(self._keys()) == 3 else list(path[:1])
        rest = path[len(self._keys()) - 3 :]
        shown += [titles.move(move) for move in rest[:1]]
        shown += [titles.target(rest[0], target) for target in rest[1:2] if target]
        return " › ".join(shown) or self.tr("Moves")

    def _row(self, item_id: str, number: int, kind: str, some: list[Action], only: Action | None) -> Item:
        left, right, about = getattr(self, f"_{kind}_row")(some)
        digit = Content.styled(f"{number if number < 10 else ' '} ", "$zacht")
        if only is not None:
            right = self._price(only) if kind != "choice" else right
            known = "; ".join(self.voice.known(only, self.view))
            about = Content(". ").join(filter(None, (about.rstrip("."), Content(known)))) if known else about
        else:
            left += Content.styled(" …", "$zacht")
        return Item(item_id, Row(digit + left, right, hang=2, wrap=True), about)

    def _price(self, action: Action) -> Content:
        return Content.styled(self.voice.cost(self.view.forecast(action).cost), "$zacht")

    def _group_row(self, some: list[Action]) -> tuple[Content, Content, Content]:
        names = dict.fromkeys(self.voice.titles.move(action.what).lower() for action in some)
        number = Content.styled(self.tr.many("{n} move", "{n} moves", len(names)), "$zacht")
        return Content.styled(self._group(some[0]), "bold"), number, Content(", ".join(names))

    def _move_row(self, some: list[Action]) -> tuple[Content, Content, Content]:
        move = self.voice.board.scenario.moves[some[0].what]
        costs = {self.voice.cost(self.voice.board.cost(move.id, a.choice, a.target)) for a in some}
        price = Content.styled(costs.pop(), "$zacht") if len(costs) == 1 else Content("")
        name = Content.styled(self.voice.titles.move(move.id), "bold")
        if len(some) == 1:
            name += Content(self._objects(some[0]))
        return name, price, said(move.text)

    def _objects(self, action: Action) -> str:
        titles = self.voice.titles
        found = [titles.target(action.what, action.target)] if action.target else []
        found += [titles.choice(action.what, action.choice)] if action.choice else []
        return f": {', '.join(found)}" if found else ""

    def _target_row(self, some: list[Action]) -> tuple[Content, Content, Content]:
        action, board, titles = some[0], self.voice.board, self.voice.titles
        move = board.scenario.moves[action.what]
        match move.verb:
            case "onderbouwen":
                steps = self.view.value(f"onderbouwd.{action.target}") or 0
                right = Content.styled("●" * steps + "○" * (3 - steps), "$zacht")
                return (
                    Content(titles.argument(action.target)),
                    right,
                    said(board.scenario.arguments[action.target].text),
                )
            case "adviseur":
                return (
                    Content(titles.adviser(action.target)),
                    Content(""),
                    said(board.scenario.advisers[action.target].text),
                )
            case "doorgronden":
                level = Content.styled(str(self.view.level(action.target)), "bold")
                return Content(titles.aspect(action.target)), level, said(board.scenario.aspects[action.target].text)
            case _:
                if action.target not in board.scenario.actors:
                    return Content(self._objects(action).strip(": ")), Content(""), said(move.text)
                about = self._person(action.target)
                return Content(titles.actor(action.target)), stance(self.voice, self.view, action.target), about

    def _person(self, actor: str) -> Content:
        from geboortespel.tui.board import person_about

        return person_about(self.voice, self.view, actor)

    def _choice_row(self, some: list[Action]) -> tuple[Content, Content, Content]:
        action = some[0]
        scenario, titles = self.voice.board.scenario, self.voice.titles
        move = scenario.moves[action.what]
        name = Content(titles.choice(move.id, action.choice))
        if move.verb != "overtuigen":
            return name, self._price(action), said(move.options[action.choice].text)
        forecast = self.view.forecast(action)
        mark, style = LIKELY.get(forecast.likely, ("", "zacht"))
        gain = "" if forecast.gain is None or forecast.likely == "onbekend" else f" {forecast.gain[1]:+d}"
        steps = self.view.value(f"onderbouwd.{action.choice}") or 0
        name += Content.styled(f" {'●' * steps}{'○' * (3 - steps)}", "$zacht")
        word = {
            "raak": self.tr("fits"), "kan": self.tr("fits half"), "mis": self.tr("does not fit"),
            "onbekend": self.tr("unknown"),
        }.get(forecast.likely, "")  # fmt: skip
        return name, Content.styled(f"{mark} {word}{gain}", f"${style}"), said(scenario.arguments[action.choice].text)

    # -- answers to events and gates ---------------------------------------------------------------------------------

    def _answers(self) -> Step:
        items, actions = [], {}
        for number, action in enumerate(self.answers, 1):
            item_id = f"hand:{action.kind}/{action.what}/{action.target}/{action.choice}/{action.seat}"
            known = "; ".join(self.voice.known(action, self.view))
            left = Content.styled(f"{number if number < 10 else ' '} ", "$zacht") + Content(self.voice.action(action))
            text = self._answer_text(action)
            about = Content(". ").join([part for part in (text, Content(known)) if part])
            items.append(Item(item_id, Row(left, Content.styled(known, "$zacht"), hang=2, wrap=True), about))
            actions[item_id] = action
        return Step(self._question(), items, actions, frozenset())

    def _answer_text(self, action: Action) -> Content:
        if action.kind == "keuze":
            return said(self.voice.board.events[action.what].options[action.choice].text).rstrip(".")
        return {
            "verder": Content(self.tr("On to the next phase")),
            "langer": Content(self.tr("A round more in this phase; it is borrowed from a later one")),
            "stoppen": Content(self.tr("Stop here, and choose another contract for good reasons")),
        }.get(action.what, Content(""))

    def _question(self) -> str:
        if self.view.waiting == "slotzin":
            return self.tr("One last sentence before they vote. To whom?")
        if self.view.waiting == "gok":
            who = self.voice.titles.the_actor(self.view.pending)
            return self.tr("What is it that {who} worries about, do you think?").format(who=who)
        if self.view.waiting == "keuze":
            return self.tr("{event}: what do you do?").format(event=self.voice.titles.event(self.view.pending))
        return self.tr("{phase} is over. What do you do?").format(phase=self.voice.titles.phase(self.view.phase))

    def introduction(self) -> Content:
        """What the answers are about: the event's text, or whether we are ready for the gate."""
        scenario = self.voice.board.scenario
        if self.view.waiting == "keuze":
            return said(self.voice.board.events[self.view.pending].text)
        if self.view.waiting == "poort":
            gate = scenario.phases[self.view.phase].gate
            if self.view.ready:
                return Content(self.tr("You are ready to go on."))
            return (said(gate.otherwise) if gate else Content("")) or Content(
                self.tr("You are not ready yet. Going on has its price.")
            )
        return Content("")
