"""What one game used of its scenario, without a ledger: from its actions, from its last state, and from a ledger only
for the actions whose effect can't be read there (routes, results of chance, guesses, gates that were not ready)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from geboortespel.engine.actions import Action
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Log
from geboortespel.engine.view import View
from geboortespel.scenario.names import rounds

TOLD = (
    "gebeurtenis", "kaart", "route", "keuze", "gok", "poort", "uitslag", "poort_niet", "drempel_zichtbaar",
    "drempel_weg",
)  # fmt: skip
"""Notes that count as use."""
_ONLY_TOLD = ("route", "gok", "uitslag", "poort_niet")
"""Those that neither the actions nor the last state tell."""
_MOST_KNOWN = 99
"""How often a card's slot can count."""


def name_of(note: tuple[str, ...]) -> str | None:
    """The name by which a note counts as use; None when it does not."""
    match note:
        case ("zet", _, move, target, choice):
            return ".".join(part for part in ("zet", move, target, choice) if part)
        case (kind, *_) if kind in TOLD:
            return ".".join(note)
        case _:
            return None


def things_of(name: str) -> tuple[str, ...]:
    """What a use counts for: a move by itself and each of the things it was aimed at, a guess as right or wrong."""
    kind, *parts = name.split(".")
    if kind == "zet":
        return (f"zet.{parts[0]}", *(f"zet.{parts[0]}.{part}" for part in parts[1:]))
    return (f"gok.{parts[-1]}",) if kind == "gok" else (name,)


def agreed(view: View) -> Iterator[str]:
    """What was agreed at the negotiating table and with whom, by the names that count as use."""
    talks = view.talks
    if talks is None or talks.status != "akkoord":
        return
    yield f"partij.{talks.party}"
    for issue in view.board.scenario.talk_issues.values():
        yield f"afspraak.{issue.id}.{list(issue.options)[(view.value(f'afspraak.{issue.id}') or 1) - 1]}"


class Notice:
    """Notices use in the games of one compiled game; a new `begin` for each."""

    def __init__(self, game: Game) -> None:
        self.game = game
        scenario, index = game.scenario, game.rules.layout.index
        self._events = [(index[f"gebeurd.{event}"], f"gebeurtenis.{event}") for event in scenario.events]
        self._events += [
            (index[f"gebeurd.{card}"], f"kaart.{deck.id}.{card}")
            for deck in scenario.decks.values()
            for card in deck.cards
        ]
        self._doors = [(index[f"drempel.{threshold}"], threshold) for threshold in scenario.thresholds]
        draws = sum(deck.draws for deck in scenario.decks.values() if deck.replace)
        self.loud = draws * rounds(scenario) > _MOST_KNOWN
        """Whether every action needs the ledger: cards may come more often than their slot counts."""
        self.used: Counter[str] = Counter()
        self._round = 0
        self._seen: set[str] = set()

    def begin(self, log: Log | None, s: State) -> None:
        """A game began."""
        self.used, self._round, self._seen = Counter(), 0, set()
        self.told(log, s)

    def log_for(self, s: State, action: Action) -> Log | None:
        """A ledger for this action, when its use can't be told without."""
        if self.loud or action.kind in ("gok", "poort"):
            return Log()
        if action.kind == "slotzin":
            action = self.game.actions[s[self.game.flow.acted]]
        if action.kind != "zet":
            return None
        plan = self.game.rules.plans.plan(action)
        return Log() if plan.results or any(s[way.standing] == 1 for way in plan.ways) else None

    def done(self, action: Action, log: Log | None, s: State) -> None:
        """An action was done; `s` is the state at the next decision or at the end."""
        if not self.loud:
            if action.kind == "zet":
                self.used[".".join(part for part in ("zet", action.what, action.target, action.choice) if part)] += 1
            elif action.kind == "keuze":
                self.used[f"keuze.{action.what}.{action.choice}"] += 1
            elif action.kind == "poort":
                self.used[f"poort.{action.what}"] += 1
        self.told(log, s)

    def told(self, log: Log | None, s: State) -> None:
        """Count the notes that nothing else tells (all of them when `loud`), and the thresholds that stand now."""
        for note in log.notes if log is not None else ():
            if self.loud or note[0] in _ONLY_TOLD:
                name = name_of(note)
                if name is not None:
                    self.used[name] += 1
        if s[self.game.flow.round] != self._round:  # thresholds show themselves when a round begins
            self._round = s[self.game.flow.round]
            self._seen.update(threshold for slot, threshold in self._doors if s[slot] == 1)

    def end(self, s: State, view: View) -> Counter[str]:
        """What the whole game used, given its last state."""
        if not self.loud:
            self.used.update({name: s[slot] for slot, name in self._events if s[slot]})
            self.used.update(f"drempel_zichtbaar.{threshold}" for threshold in self._seen)
            self.used.update(f"drempel_weg.{t}" for slot, t in self._doors if s[slot] == 2 and t in self._seen)
        self.used.update(agreed(view))
        return self.used
