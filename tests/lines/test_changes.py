"""What changed is told by what made it: the action, the end of the round, the news; together it is all that changed."""

from __future__ import annotations

import random
import re

import pytest

from geboortespel.lines import changes
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.running import PROEF, TAFEL, VOL
from tests.shipped import Uniform, scenario


@pytest.mark.parametrize("name", ["proef", "tafel", "vol", "eerste-dijk", "graaf-reinald"])
def test_the_parts_add_up(name: str) -> None:
    small = {"proef": PROEF, "tafel": TAFEL, "vol": VOL}
    read_in = read(small[name]).scenario if name in small else scenario(name)
    assert read_in is not None
    seen = [0, 0, 0]
    for seed in range(3):
        session = Session.new(read_in, {}, seed, None)
        voice = Voice(session.board, "nl")
        rng = random.Random(seed)
        while not session.finished:
            receipt = session.act(session.driver.choose(session.state, Uniform(), rng.randrange(99)))
            parts = changes._parts(session, receipt)
            summed: dict[str, int] = {}
            for part in parts:
                for quantity, delta in part.items():
                    summed[quantity] = summed.get(quantity, 0) + delta
            assert {quantity: delta for quantity, delta in summed.items() if delta} == receipt.changes
            said = changes.sentences(voice, session, receipt)
            for i, sentence in enumerate(said):
                seen[i] += bool(sentence)
                assert not sentence or re.fullmatch(
                    r"(Veranderd|Vanzelf verschoven|Door het nieuws): .*[+-]\d+\.", sentence
                )
    assert seen[changes.DONE]
    assert seen[changes.ITSELF] or name == "tafel"


def test_a_limit_goes_with_what_ran_into_it() -> None:
    """At 0 or 100 the ledger gives back what was too much: it is told with the change that was cut off."""
    from attrs import evolve

    from geboortespel.engine.ledger import Entry
    from geboortespel.session.session import Receipt

    session = Session.new(read(TAFEL).scenario, {}, 3, None)  # type: ignore[arg-type]
    entries = (
        Entry("stand.verhaal", 4, ("zet", "ann", "schaven", "", "")),
        Entry("stand.verhaal", 9, ("invloed", "x")),
        Entry("stand.verhaal", -3, ("grens",)),
    )
    session.moments.add(evolve(session.moments.all[0], line=1, entries=entries))
    parts = changes._parts(session, Receipt(1, (), {"stand.verhaal": 10}))
    assert parts == ({"stand.verhaal": 4}, {"stand.verhaal": 6}, {})
