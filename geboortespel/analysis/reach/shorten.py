"""Shorter games to the same end: actions left out one by one, as long as the rest can still be done."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from geboortespel.analysis.reach.search import Key, Witness
from geboortespel.engine.actions import Action, UnknownAction
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.session.driver import Driver

MOST_PASSES = 3


def ending(game: Game, seed: int, actions: Sequence[Key]) -> tuple[State, int] | None:
    """The last state of a game with these actions and how many it took; None when one can't be done, or it does not
    end. What comes after the end is not done."""
    driver = Driver(game, seed)
    s, done = driver.start(), 0
    for key in actions:
        if game.node(s) == "einde":
            break
        action = _action(game, key)
        if action is None or game.refusal(s, action) is not None:
            return None
        s = driver.settle(game.apply(s, action, check=False))[0]
        done += 1
    return (s, done) if game.node(s) == "einde" else None


def _action(game: Game, key: Key) -> Action | None:
    try:
        return game.action(*key)
    except UnknownAction:
        return None


def shorter(game: Game, witness: Witness) -> Witness:
    """A game with the same seed and outcome from which no single action can be left out any more (nearly: after
    `MOST_PASSES` goes it is good enough)."""
    actions = list(witness.actions)
    for _ in range(MOST_PASSES):
        before, at = len(actions), len(actions) - 1
        while at >= 0:
            less = actions[:at] + actions[at + 1 :]
            end = ending(game, witness.seed, less)
            if end is not None and _ends(game, end[0]) == witness.outcome:
                actions = less[: end[1]]
            at = min(at, len(actions)) - 1
        if len(actions) == before:
            break
    return evolve(witness, actions=tuple(actions))


def luckier(game: Game, witness: Witness, actions: Sequence[Key], seeds: Sequence[int]) -> Witness:
    """The first of many seeds with which these actions, fewer than the witness's, lead to the same outcome; else the
    witness."""
    for seed in seeds if len(actions) < len(witness.actions) else ():
        end = ending(game, seed, actions)
        if end is not None and _ends(game, end[0]) == witness.outcome:
            return evolve(witness, seed=seed, actions=tuple(actions[: end[1]]), player="")
    return witness


def _ends(game: Game, s: State) -> str:
    outcome = game.outcome(s)
    return outcome.id if outcome is not None else ""


def length(game: Game, witness: Witness) -> tuple[int, int]:
    """(actions, rounds played) of a game."""
    end = ending(game, witness.seed, witness.actions)
    assert end is not None, "a witness can be played"
    return end[1], min(end[0][game.flow.round], game.flow.last)
