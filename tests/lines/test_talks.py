"""The negotiating table in line mode: what can be looked at there, as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geboortespel.market.staffel import capped_pain, doubly_capped
from tests.lines.robot import choices, play
from tests.running import ROOT, Commands

ZITTING = (ROOT / "tests/engine/zitting.yaml").read_text("utf-8")
LAST_WORD = "{id: opdrachtgever, titel: Laatste woord bij ons, waarde: 100"
BOTH_FORMS = (
    ZITTING.replace(f"{LAST_WORD}}}", f"{LAST_WORD}, deelt: {{verlies_tot_opslag: ja}}}}")
    .replace(", vrij: 5", "")
    .replace("p90: 130000}", "p90: 130000, opslag: 8}")
)
"""The document's doubly capped form (10 percent both ways) and the Australian capped pain, on a fee of 8 percent."""


def by_words(*wanted: str):
    """Chooses the row with the first of the words that is there; each word once; then the end of input."""
    left = list(wanted)

    def rule(question: str) -> str | None:
        rows = choices(question)
        for word in left:
            number = next((n for n, text in rows.items() if word in text), None)
            if number is not None:
                left.remove(word)
                return str(number)
        return "1" if left and "Vingers" not in question else None

    return rule


@pytest.mark.parametrize(("language", "looks", "moves"), [
    ("nl", "manieren van delen naast elkaar", "Onderhandelen"),
    ("en", "ways to share beside each other", "Onderhandelen"),
])  # fmt: skip
def test_both_forms_of_the_staffel_beside_each_other(tmp_path: Path, language: str, looks: str, moves: str) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(BOTH_FORMS, "utf-8")
    done, _ = play(Commands(tmp_path / "map", language), by_words(moves, looks), path, "--zaad", 1)
    rows = {
        float(row[0].replace(",", ".")): [float(cell.replace(",", ".")) for cell in row[1:]]
        for row in re.findall(r"^ *(\d+[.,]\d)(?: [A-Z0-9 ]+?)? +([+-]?\d+[.,]\d) +([+-]?\d+[.,]\d)$", done.out, re.M)
    }
    document, australia = doubly_capped(95_000, 7_600, 9_500, 9_500), capped_pain(95_000, 7_600)
    assert set(rows) == {81.0, 90.0, 95.0, 100.0, 130.0, 143.0}
    for cost, paid in rows.items():
        ends = [form.settle(round(cost * 1000)).paid for form in (document, australia)]
        assert paid == [round(end / 1000 + 1e-9, 1) for end in ends], cost
    assert rows[143.0] == [141.1, 143.0], "the Australian contractor loses its fee and no more"


def test_an_option_that_can_not_be_written_down_is_told_with_why(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(ZITTING, "utf-8")
    rule = by_words("Onderhandelen", "iets veranderen", "Taakstellend budget")
    done, _ = play(Commands(tmp_path / "map", "nl"), rule, path, "--zaad", 1)
    said = " ".join(done.out.split())
    assert "Kan nu niet: Boven de raming. Dat mag thuis nog niet" in said
    assert "Niet zolang ik controller ben. Taakstellend budget 1 Op de raming 0 terug" in said
    assert "Kan nu niet: Op de raming" not in done.out
