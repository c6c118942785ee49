"""A journal from an older version of a scenario: its report comes from the scenario inside the journal."""

from __future__ import annotations

import json
from pathlib import Path

from geboortespel.cli.main import run
from geboortespel.players.beginner import Beginner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read, rebuild
from geboortespel.session.session import Session
from tests.report.test_document import stands_by_itself

OLD = "De dijk van vroeger"


def older(tmp_path: Path) -> Path:
    """A game of eerste-dijk as it might have been: another name, a move and a person that are no longer there."""
    library = Library()
    content = json.loads(json.dumps(read(library.find("eerste-dijk"), library).resolved))
    content["titel"] = OLD
    content["zetten"] = [
        {"id": "koffie-zetten", "titel": "Koffie zetten", "effecten": {"vertrouwen": "+4"}, "hooguit": "2"},
        *content["zetten"],
    ]
    reading = rebuild(content)
    assert reading.scenario is not None, reading.faults
    path = tmp_path / "oud.jsonl"
    session = Session.new(reading.scenario, reading.resolved, 3, path, clock=False)
    while session.view(None).waiting != "zet":
        session.act(session.driver.choose(session.state, Beginner(), session.line))
    session.act(next(act for act in session.view(None).legal if act.what == "koffie-zetten"))
    while not session.finished:
        session.act(session.driver.choose(session.state, Beginner(), session.line))
    session.close()
    return path


def test_the_scenario_in_the_journal_tells(tmp_path: Path) -> None:
    library = Library()
    now = read(library.find("eerste-dijk"), library).scenario
    assert now is not None
    assert "koffie-zetten" not in now.moves
    journal, page, told = older(tmp_path), tmp_path / "oud.html", tmp_path / "oud.xapi.json"
    assert run(["rapport", "--kansen", "1", str(journal), "-o", str(page)]) == 0
    text = page.read_text(encoding="utf8")
    stands_by_itself(text)
    assert f"<h1>{OLD}</h1>" in text
    assert "koffie zetten" in text.lower()
    assert run(["rapport", str(journal), "-o", str(told)]) == 0
    did = [item["object"]["definition"]["name"] for item in json.loads(told.read_text(encoding="utf8"))]
    assert {"nl": "Koffie zetten"} in did
