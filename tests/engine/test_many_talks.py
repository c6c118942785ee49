"""Ten thousand negotiations in the engine by players at random: they end, with a reason; every refusal has words."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.engine.game import Game
from geboortespel.engine.ledger import Log
from geboortespel.scenario.names import TALKING
from geboortespel.scenario.reader import read
from geboortespel.words.voice import Voice
from tests.market.making import draws

READING = read(Path(__file__).with_name("zitting.yaml"))
assert READING.scenario is not None
GAME = Game(READING.scenario, fast=True)
SITS = GAME.action("zet", "projectmanager", "onderhandelen")
REASONS = {"akkoord": ("", "dwang"), "weg": ("onder", "risico", "dwang"), "tijd-op": ("",)}
"""How talks can end, and why."""


def talked(seed: int) -> tuple[str, tuple[str, ...]]:
    """One game that goes to the table at once: (how the talks stand at its end, the note they ended with)."""
    draw, s, last = draws(seed), GAME.apply(GAME.start(), SITS), ()
    talks = GAME.talks
    assert talks is not None
    status = talks.index["gesprek"]
    for _ in range(1000):
        if GAME.node(s) == "einde" or TALKING[s[status]] not in ("geen", "loopt"):
            break
        legal, log = GAME.legal_indices(s), Log()
        s = GAME.apply(s, GAME.actions[legal[next(draw) % len(legal)]], log)
        last = next((note for note in reversed(log.notes) if note[0] == "zitting"), last)
    else:
        raise AssertionError("the talks do not end")
    if TALKING[s[status]] == "akkoord":
        agreed = [s[talks.index[f"afspraak.{issue.id}"]] - 1 for issue in talks.space.issues]
        assert all(0 <= digit < n for digit, n in zip(agreed, talks.space.radix, strict=True))
        party = talks.party(s)
        assert party is not None
        assert talks.wants(party).acceptable(talks.space.coded(agreed))
    return TALKING[s[status]], last


@pytest.mark.parametrize("talks", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_random_talks_in_the_engine_end_with_a_reason(talks: int) -> None:
    ends: dict[tuple[str, str], int] = {}
    for seed in range(1, talks + 1):
        status, note = talked(seed)
        if status == "loopt":
            continue  # the game was over before the talks were
        kind, reason = note[2], note[3]
        assert reason in REASONS[kind], note
        ends[kind, reason] = ends.get((kind, reason), 0) + 1
    assert {"akkoord", "weg"} <= {kind for kind, _ in ends}
    assert sum(ends.values()) > talks // 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_at_the_table_explains_itself(language: str) -> None:
    voice, draw, said = Voice(GAME.board, language), draws(7), set()
    table = [action for action in GAME.actions if action.kind == "zitting" and action.seat == "projectmanager"]
    for _ in range(60):
        s = GAME.apply(GAME.start(), SITS)
        while GAME.view(s).waiting == "zitting":
            legal = set(GAME.legal_indices(s))
            for action in table:
                if action.index not in legal:
                    refusal = GAME.refusal(s, action)
                    assert refusal is not None
                    words = voice.refusal(refusal)
                    assert len(words) > 10
                    assert "{" not in words
                    said.add(refusal.code)
            s = GAME.apply(s, GAME.actions[sorted(legal)[next(draw) % len(legal)]])
    assert {"al_gewijzigd", "staat_er_al", "genoeg_gevraagd", "al_gedaan", "mandaat", "geen_tegenbod"} <= said
