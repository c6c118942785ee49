"""Makes a scenario's historical course anew: `python -m tests.tools.course [graaf-reinald] [--proef]`.

After a change of numbers the course in a scenario (`verloop`) may no longer lead where history went. This plays the
scenario with a planner that is held to history's dates and answers (`tests/histories/ID.yaml`), seed after seed,
until a game ends in the historical outcome with all of history in it, and writes seed and steps into the scenario's
file in the place of the old ones. `--proef` only prints them. Everything else in the file stays as it is, comments too.

For a first course: put `verloop: {zaad: 1, uitkomst: ID, stappen: []}` into the scenario as two keys and an empty list
(`verloop:` on a line of its own), write the history, and run this.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from attrs import field, frozen

from geboortespel.analysis.simulate import MOST_ACTIONS
from geboortespel.engine.actions import Action
from geboortespel.engine.game import Game
from geboortespel.engine.view import View
from geboortespel.players.planner import Planner
from geboortespel.players.scripted import ALWAYS, Scripted, Wish
from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Scenario, Step
from geboortespel.scenario.reader import read
from geboortespel.session.driver import Driver

ROOT = Path(__file__).parents[2]
HISTORIES = ROOT / "tests" / "histories"
SEEDS = 400
KEYS = (("doe", "kind"), ("wie", "seat"), ("wat", "what"), ("doel", "target"), ("keuze", "choice"))


@frozen
class History:
    """What went as it went, in `tests/histories/ID.yaml`. `answers`: events with the choice that was made; `wishes`:
    what is done as soon as it may be; `shuns`: what was not done then; `order`: (move or event, choice), each after the
    one before it."""

    answers: dict[str, str]
    wishes: tuple[Wish, ...]
    shuns: tuple[Wish, ...]
    order: tuple[tuple[str, str], ...]
    agreed: dict[str, str] = field(factory=dict)
    """Issue of the negotiation → the option agreed on."""

    def player(self, scenario: Scenario) -> Scripted:
        """Who plays it: history first, and for the rest a planner that does nothing on the quiet.

        What no source tells must not be laid at anybody's door: real organisations are named in a course.
        """
        shuns = (
            *self.shuns,
            *(Wish(kind="keuze", what=what, choice=choice) for what, choice in on_the_quiet(scenario)),
        )
        answers = [Wish(kind="keuze", what=event, choice=choice) for event, choice in self.answers.items()]
        return Scripted([Wish(kind="poort", what="verder"), *answers, *self.wishes], Planner(), shuns)

    def holds(self, steps: list[Action]) -> bool:
        """Whether all of history happened, in its order."""
        at = [first(steps, *wanted) for wanted in self.order]
        answered = all(first(steps, event, choice) >= 0 for event, choice in self.answers.items())
        return answered and -1 not in at and at == sorted(at)


def named() -> list[str]:
    """Ids of the scenarios of which history is written down."""
    return sorted(path.stem for path in HISTORIES.glob("*.yaml"))


def history(name: str) -> History:
    """A scenario's history. OSError when there is none; TypeError for a key that is none of `History` or `Wish`."""
    known = yaml.safe_load((HISTORIES / f"{name}.yaml").read_text("utf-8"))
    known |= {key: tuple(_wish(**row) for row in known.get(key, ())) for key in ("wishes", "shuns")}
    known["order"] = tuple((what, *choice, "")[:2] for what, *choice in known["order"])
    return History(**known)


def _wish(rounds: Sequence[int] = ALWAYS, **rest: Any) -> Wish:
    return Wish(rounds=(rounds[0], rounds[1]), **rest)


def first(steps: Sequence[Action | Step], what: str, choice: str = "") -> int:
    """The place of the first such step, with any choice when none is named; -1 when there is none."""
    found = (n for n, step in enumerate(steps) if step.what == what and choice in ("", step.choice))
    return next(found, -1)


def on_the_quiet(scenario: Scenario) -> set[tuple[str, str]]:
    """(event, option) of every answer that leaves something hidden behind, which comes out later: it raises a counter
    that is kept from the table."""
    hidden = {name for name, counter in scenario.counters.items() if counter.hidden}
    events = [*scenario.events.values(), *(card for deck in scenario.decks.values() for card in deck.cards.values())]
    return {
        (event.id, option.id)
        for event in events
        for option in event.options.values()
        if any(isinstance(effect, Change) and effect.name in hidden for effect in option.effects)
    }


def agreed(view: View) -> dict[str, str]:
    """What was agreed at the negotiating table, by issue; nothing before an agreement."""
    if view.talks is None or view.talks.status != "akkoord":
        return {}
    issues = view.board.scenario.talk_issues.values()
    return {issue.id: list(issue.options)[(view.value(f"afspraak.{issue.id}") or 1) - 1] for issue in issues}


def games(scenario: Scenario, history: History) -> Iterator[tuple[int, str, list[Action], dict[str, str]]]:
    """(seed, outcome, actions, agreement) of a game per seed."""
    played, player = Game(scenario, fast=True), history.player(scenario)
    for seed in range(1, SEEDS):
        steps: list[Action] = []
        driver = Driver(played, seed)
        end = driver.play(player, seen=lambda _, action, steps=steps: steps.append(action), limit=MOST_ACTIONS)
        outcome = played.outcome(end)
        yield seed, outcome.id if outcome else "", steps, agreed(played.view(end))


def found(scenario: Scenario, history: History, outcome: str) -> tuple[int, list[Action]]:
    """The first seed whose game is history, and its actions. LookupError when there is none."""
    happened: Counter[str] = Counter()
    for seed, ended, steps, made in games(scenario, history):
        kept = history.agreed.items() <= made.items()
        if ended == outcome and history.holds(steps) and kept:
            return seed, steps
        done = {(step.what, step.choice) for step in steps}
        happened.update({f"ends in {ended}": 1, "history in order": int(history.holds(steps)), "agreed": int(kept)})
        happened.update({" ".join(step): int(step in done) for step in (*history.order, *history.answers.items())})
    told = ", ".join(f"{what}: {times}" for what, times in happened.items())
    raise LookupError(f"no course of {scenario.id} ends in {outcome} with all of history in it; of {SEEDS - 1}: {told}")


def written(seed: int, outcome: str, steps: list[Action]) -> str:
    """The course as it stands in a scenario's file."""
    lines = ["verloop:", f"  zaad: {seed}", f"  uitkomst: {outcome}", "  stappen:"]
    for step in steps:
        parts = [(key, getattr(step, name)) for key, name in KEYS]
        shown = ", ".join(f"{key}: {value}" for key, value in parts if value and (key, value) != ("doe", "zet"))
        lines.append(f"    - {{{shown}}}")
    return "\n".join([*lines, ""])


def replaced(text: str, course: str) -> str:
    """The file with its course replaced. ValueError when it has none at the end of a key of its own."""
    changed, times = re.subn(r"^verloop:\n(?:[ \t].*\n|\n(?=[ \t]))*", lambda _: course, text, flags=re.MULTILINE)
    if times != 1:
        raise ValueError("no single `verloop` in the file")
    return changed


def main(name: str, *, dry: bool) -> None:
    path = ROOT / "scenarios" / name / "scenario.yaml"
    scenario = read(path).scenario
    if scenario is None or scenario.course is None:
        raise SystemExit(f"{name}: no scenario with a course")
    seed, steps = found(scenario, history(name), scenario.course.outcome)
    course = written(seed, scenario.course.outcome, steps)
    if dry:
        print(course)
        return
    path.write_text(replaced(path.read_text("utf-8"), course), "utf-8")
    print(f"{name}: seed {seed}, {len(steps)} steps to {scenario.course.outcome}")


if __name__ == "__main__":
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    main(names[0] if names else "graaf-reinald", dry="--proef" in sys.argv)
