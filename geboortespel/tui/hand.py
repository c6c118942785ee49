"""The hand: what can be done now, in one flow: group, move, target, argument. Pure: a view and a path give rows.

The first group lies open, as it holds what is done most; the others are a row each. So there are never more rows than
digits at the start, and the usual move (listen to somebody) takes two keys.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui import hand_rows, marks
from geboortespel.tui.board import said
from geboortespel.tui.widgets.rows import Item, Row, heading
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View

FEW = 9
"""Rows that have a digit of their own."""
BACK, PASS = "hand:back", "hand:pass"
Path = tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """Where we are in choosing: a title, the rows, and what each row's id stands for."""

    title: str
    items: list[Item]
    actions: dict[str, Action]
    """Rows that do something at once."""
    paths: dict[str, Path]
    """Rows that lead to a next list, which is this path's."""
    stands: dict[str, list[Action]] = field(default_factory=dict)
    """Row → the actions it stands for."""

    def actor_of(self, item_id: str) -> str:
        """Whom a row is about, when it is one person; ''."""
        targets = {action.target for action in self.stands.get(item_id, ()) if action.kind == "zet"}
        return targets.pop() if len(targets) == 1 else ""


class Hand:
    """Choices for one seat in one view. A path is what was chosen so far: group, move, target ('' where none)."""

    def __init__(self, voice: Voice, view: View, seat: str, *, room: str = "") -> None:
        """`room`: `klein` leaves headings out, `ruim` tells what is in a group; '' is in between."""
        self.voice, self.view, self.seat, self.tr, self.room = voice, view, seat, voice.tr, room
        own = [action for action in view.legal if action.seat in (seat, "") or view.waiting != "zet"]
        self.moves = [action for action in own if action.kind == "zet"]
        self.answers = [action for action in own if action.kind not in ("zet", "pas")]
        self.passing = next((action for action in own if action.kind == "pas"), None)
        self._keys: tuple[Callable[[Action], str], ...] = (
            self._group, lambda a: a.what, lambda a: a.target, lambda a: a.choice,
        )  # fmt: skip

    def step(self, path: Sequence[str]) -> Step:
        """The list that belongs to this path."""
        if self.answers:
            return self._answers()
        return self._list(tuple(path)) if path else self._start()

    def _group(self, action: Action) -> str:
        return one_line(self.voice.board.scenario.moves[action.what].group) or self.tr("Other")

    def _left(self, path: Sequence[str]) -> list[Action]:
        pairs = list(zip(self._keys, path, strict=False))
        return [action for action in self.moves if all(key(action) == value for key, value in pairs)]

    def _parts(self, actions: Sequence[Action], depth: int) -> dict[str, list[Action]]:
        parts: dict[str, list[Action]] = {}
        for action in actions:
            parts.setdefault(self._keys[depth](action), []).append(action)
        return parts

    def skips(self, path: Sequence[str]) -> Path:
        """The path with steps added in which there is nothing to choose."""
        path = list(path)
        while 0 < len(path) < len(self._keys):
            left = self._left(path)
            values = {self._keys[len(path)](action) for action in left}
            if len(left) < 2 or len(values) > 1:
                break
            path.append(values.pop())
        return tuple(path)

    # -- lists -------------------------------------------------------------------------------------------------------

    def _start(self) -> Step:
        """What lies on the table at first: the first group's moves, and a row for each other group."""
        groups = self._parts(self.moves, 0)
        moves = {group: self._parts(some, 1) for group, some in groups.items()}
        step = Step(self.tr("Moves"), [], {}, {})
        whole = sum(map(len, moves.values())) <= FEW
        for i, (group, parts) in enumerate(moves.items()):
            if whole or (i == 0 and len(groups) <= FEW):
                if len(groups) > 1 and self.room != "klein":
                    step.items.append(heading(group))
                self._unfold(step, group, parts, FEW if whole else FEW - len(groups) + 1)
                if i == 0 and len(groups) > 1 and not whole and self.room != "klein":
                    step.items.append(heading(self.tr("And further")))
            else:
                self._add(step, (group,), groups[group], "move" if len(parts) == 1 else "group")
        if self.passing is not None:
            name = Content.styled("e ", "bold $warm") + Content.styled(self.tr("Done for this round"), "$accent-tekst")
            step.items.append(Item(PASS, Row(name), Content(self.tr("This role does nothing more this round."))))
            step.actions[PASS] = self.passing
        return step

    def _unfold(self, step: Step, group: str, parts: dict[str, list[Action]], room: int) -> None:
        """Rows for the moves of a group; what there is no digit for is behind a row of its own."""
        shown = list(parts.items())
        if len(shown) > room:
            shown = shown[: max(1, room - 1)]
        for move, some in shown:
            self._add(step, (group, move), some, "move")
        rest = [action for move, some in list(parts.items())[len(shown) :] for action in some]
        if rest:
            self._add(step, (group,), rest, "more")

    def _list(self, path: Path) -> Step:
        left = self._left(path)
        step = Step(self._title(path), [], {}, {})
        kinds = ("group", "move", "target", "choice")
        parts = self._parts(left, len(path)) if len(path) < len(kinds) else {"": left}
        kind = kinds[min(len(path), 3)]
        for value, some in hand_rows.ordered(self.view, kind, parts):
            self._add(step, (*path, value), some, kind)
        step.items.append(Item(BACK, Row(Content.styled(f"{marks.FROM} " + self.tr("back"), "$zacht"))))
        return step

    def _add(self, step: Step, path: Path, some: list[Action], kind: str) -> None:
        """A row: its number, what it is, its price; a single action is done, several lead on."""
        item_id = f"hand:{'/'.join(path)}" + ("/+" if kind == "more" else "")
        only = some[0] if len(some) == 1 else None
        number = len(step.stands) + 1
        item = hand_rows.row(self.voice, self.view, item_id, number, kind, some, self._group(some[0]))
        step.items.append(
            hand_rows.spacious(self.voice, item, some) if kind == "group" and self.room == "ruim" else item
        )
        step.stands[item_id] = some
        if only is not None:
            step.actions[item_id] = only
        else:
            step.paths[item_id] = path

    def _title(self, path: Path) -> str:
        titles = self.voice.titles
        shown = [titles.move(move) for move in path[1:2]] or [path[0]]
        shown += [titles.target(path[1], target) for target in path[2:3] if target]
        return f" {marks.DEEPER} ".join(shown)

    def toward(self, actor: str) -> Step:
        """Every move that is aimed at one person, with its arguments under it."""
        step = Step("", [], {}, {})
        for move, some in self._parts([a for a in self.moves if a.target == actor], 1).items():
            kind = "move" if len(some) == 1 else "choice"
            if kind == "choice":
                step.items.append(heading(self.voice.titles.move(move)))
            for value, each in hand_rows.ordered(self.view, kind, self._parts(some, 3)):
                self._add(step, (self._group(each[0]), move, actor, value), each, kind)
        return step

    def over(self, threshold: str) -> Step:
        """Every move that takes something off a threshold now."""
        step = Step("", [], {}, {})
        for action in self.moves:
            if threshold in dict(self.view.forecast(action).routes):
                self._add(step, (self._group(action), *action.key[2:]), [action], "move")
        return step

    # -- answers to what the game asks -------------------------------------------------------------------------------

    def _answers(self) -> Step:
        step = Step(self._question(), [], {}, {})
        every = self.voice.answers(self.answers, self.view)
        for number, (action, words) in enumerate(zip(self.answers, every, strict=True), 1):
            item_id = f"hand:{action.kind}/{action.what}/{action.target}/{action.choice}/{action.seat}"
            step.items.append(hand_rows.answer(self.voice, self.view, item_id, number, action, words))
            step.actions[item_id], step.stands[item_id] = action, [action]
        return step

    def _question(self) -> str:
        titles = self.voice.titles
        match self.view.waiting:
            case "slotzin":
                return self.tr("One last sentence before they vote. To whom?")
            case "gok":
                who = titles.the_actor(self.view.pending)
                return self.tr("What is it that {who} worries about, do you think?").format(who=who)
            case "keuze" if self.view.pending:
                return self.tr("{event}: what do you do?").format(event=titles.event(self.view.pending))
            case "poort":
                return self.tr("{phase} is over. What do you do?").format(phase=titles.phase(self.view.phase))
            case _:
                return self.tr("What do you do?")

    def introduction(self) -> Content:
        """What the answers are about: the event's text, or whether we are ready for the gate."""
        scenario = self.voice.board.scenario
        if self.view.waiting == "keuze" and self.view.pending:
            return said(self.voice.board.events[self.view.pending].text)
        if self.view.waiting == "poort":
            gate = scenario.phases[self.view.phase].gate
            if self.view.ready:
                return Content(self.tr("You are ready to go on."))
            return (said(gate.otherwise) if gate else Content("")) or Content(
                self.tr("You are not ready yet. Going on has its price.")
            )
        return Content("")
