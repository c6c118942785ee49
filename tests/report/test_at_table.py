"""The negotiation afterwards, held against a negotiation that is small enough to work out by hand or by brute force."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from geboortespel.cli.main import run
from geboortespel.engine.game import Game
from geboortespel.report.lookback import as_text, look_back
from geboortespel.report.lookback.bargains import Chart, bargains
from geboortespel.report.lookback.difference import differences
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.plot import HIGH, LEFT, WIDE, window
from geboortespel.report.lookback.worth import deal
from geboortespel.scenario.reader import read
from geboortespel.session.replay import replay
from geboortespel.session.session import Session
from geboortespel.tui.marks import plain
from geboortespel.words.voice import Voice

READING = read(Path(__file__).parents[1] / "engine" / "zitting.yaml")
assert READING.scenario is not None
GAME = Game(READING.scenario)
SEAT = "projectmanager"
Script = Sequence[Sequence[tuple[str, ...]]]

LISTENED: Script = (
    [("waarom", "budget"), ("vertellen", "boek"), ("bod", "uitzonderingen", "twee"), ("voorleggen",)],
    [("waarom", "uitzonderingen"), ("bod", "budget", "p50"), ("bod", "besluiten", "samen"), ("voorleggen",)],
)
"""Ends in an agreement on the second offer."""
THREATENED: Script = ([("bod", "uitzonderingen", "twee"), ("graag-of-niet",)],)
CLUNG: Script = ([("voorleggen",)], [("bod", "budget", "p50"), ("voorleggen",)])
"""Puts the exceptions forward that they will not live with, twice."""


def held(script: Script, path: Path | None = None, *, end: bool = True) -> Session:
    """A game in which these sittings were held, played to its end."""
    assert READING.scenario is not None
    session = Session.new(READING.scenario, READING.resolved, 3, path, clock=False)
    for steps in script:
        session.act(session.game.action("zet", SEAT, "onderhandelen"))
        for step in steps:
            session.act(session.game.action("zitting", SEAT, *step))
        if session.view(None).waiting == "zitting":
            session.act(session.game.action("zitting", SEAT, "verdagen"))
    while end and not session.finished:
        view = session.view(None)
        session.act(next((a for a in view.legal if a.kind == "pas"), view.legal[-1]))
    return session


def text(session: Session, language: str = "nl", *, drawn: bool = True) -> str:
    chapters = look_back(Voice(session.board, language), session, drawn=drawn)
    return as_text(tuple(c for c in chapters if c.id == "tafel"), 78)


def chart_of(session: Session) -> Chart:
    past = Past(session)
    return Chart(past, bargains(past)[-1])


def percent(part: int, whole: int) -> int:
    """Rounded, halves up."""
    return (200 * part + whole) // (2 * whole)


def both(code: int) -> tuple[int, int]:
    """Utilities of an outcome, from the scenario's numbers: weight times value, and what hangs together."""
    talks = GAME.scenario.talks
    assert talks is not None
    chosen, ours, theirs = GAME.talks.space.outcome(code), 0, 0  # type: ignore[union-attr]
    for issue, option in zip(talks.issues.values(), chosen, strict=True):
        ours += issue.weight * issue.options[option].worth
        want = talks.parties["bouwer"].issues[issue.id]
        theirs += want.weight * want.values[option]
    if {"ruim", "dicht"} <= set(chosen):
        ours -= 15 * 100
    return ours, theirs


@pytest.mark.parametrize("script", [LISTENED, THREATENED, CLUNG], ids=["listened", "threatened", "clung"])
def test_talks_told_again_are_those_of_the_journal(script: Script, tmp_path: Path) -> None:
    path = tmp_path / "spel.jsonl"
    live = held(script, path)
    live.close()
    session, lines = replay(path)
    assert list(lines)
    assert text(session) == text(live)
    chart = chart_of(session)
    bargain, course = chart.bargain, chart.course
    assert course.status == bargain.status
    assert course.sitting.trust == bargain.trust
    assert [offer.code for offer in bargain.offers if not offer.ours] == list(course.sitting.theirs)
    assert [offer.code for offer in bargain.offers if offer.ours] == list(course.sitting.ours)


def test_what_was_taken_back_is_not_on_the_map() -> None:
    session = held(LISTENED[:1], end=False)
    before = text(session)
    session.allow_undo("altijd")
    session.act(session.game.action("zet", SEAT, "onderhandelen"))
    session.act(session.game.action("zitting", SEAT, "waarom", "besluiten"))
    session.undo()
    session.undo()
    assert text(session) == before


def test_an_agreement_is_measured_as_by_brute_force() -> None:
    session = held(LISTENED)
    chart = chart_of(session)
    code, found = chart.bargain.agreed, deal(chart)
    assert GAME.talks is not None
    assert GAME.talks.space.outcome(code) == ("p50", "open", "twee", "samen")
    every = {n: both(n) for n in range(GAME.talks.space.size)}
    here, low = every[code], (3500, 3500)
    best = max(u for u, _ in every.values()), max(v for _, v in every.values())
    assert found.worth == tuple(map(percent, here, best))
    zone = {n for n, worth in every.items() if worth[0] >= low[0] and worth[1] >= low[1]}
    assert set(chart.zone) == zone
    most = tuple(max(every[n][side] - low[side] for n in zone) for side in (0, 1))
    assert found.shares == tuple(percent(here[s] - low[s], most[s]) for s in (0, 1))
    left = [max(every[n][s] for n in zone if every[n][1 - s] >= here[1 - s]) - here[s] for s in (0, 1)]
    assert found.left == tuple(map(percent, left, best))
    product_ = max((every[n][0] - low[0]) * (every[n][1] - low[1]) for n in zone)
    assert found.product == percent((here[0] - low[0]) * (here[1] - low[1]), product_)
    said = " ".join(text(session).split())
    assert f"Het akkoord is voor jullie {found.worth[0]} van de 100 waard en voor hen {found.worth[1]}" in said
    assert f"Van de {len(every)} mogelijke afspraken waren er {len(zone)} voor allebei" in said


def test_home_allows_what_its_conditions_say() -> None:
    """The controller starts at -10: above the estimate may not be agreed on, and nothing else is closed."""
    chart = chart_of(held(LISTENED))
    assert chart.options == ((0, 1), (0, 1), (0, 1), (0, 1))
    assert chart.at_home == {chart.talks.space.coded(digits) for digits in product((0, 1), repeat=4)}


def test_every_mark_stands_where_its_worth_says() -> None:
    session = held(LISTENED)
    chart, lines = chart_of(session), text(session).split("\n")
    start = next(n for n, line in enumerate(lines) if "waard voor hen" in line) + 1
    rows = [line[LEFT:].ljust(WIDE) for line in lines[start : start + HIGH]]
    view = window(chart)

    def mark(code: int) -> str:
        u, v = chart.percent(code)
        column = percent((u - view.left) * (WIDE - 1), 100 * (100 - view.left))
        return rows[HIGH - 1 - percent((v - view.foot) * (HIGH - 1), 100 * (100 - view.foot))][column]

    assert mark(chart.bargain.agreed) == "◆"
    assert [mark(offer.code) for offer in chart.bargain.offers][:2] == ["1", "a"]
    drawn = "".join(rows)
    assert drawn.count("◆") == drawn.count("1") == drawn.count("a") == 1
    assert drawn.count("+") >= 1
    assert all(len(line) <= 78 for line in lines)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_map_in_ascii_has_the_same_marks(language: str) -> None:
    said = text(held(LISTENED), language)
    assert plain(said).isascii()
    assert len(plain(said)) == len(said)


def test_the_table_of_offers_says_the_same_without_a_plot() -> None:
    session = held(LISTENED)
    chart, said = chart_of(session), text(session, drawn=False)
    assert "┤" not in said
    for offer in chart.bargain.offers:
        u, v = chart.percent(offer.code)
        who = "jullie" if offer.ours else "zij"
        assert re.search(rf"^  {offer.mark} {who} +{u} +{v}   ", said, re.MULTILINE), offer
    u, v = chart.percent(chart.bargain.agreed)
    assert re.search(rf"^  ◆ akkoord +{u} +{v}$", said, re.MULTILINE)


# -- what talking did --------------------------------------------------------------------------------------------------


def played_without(script: Script, keep: Callable[[tuple[str, ...]], bool]) -> Session:
    """The same sittings really held without some steps."""
    return held([[step for step in steps if keep(step)] for steps in script])


def test_asking_is_measured_as_a_game_without_it_shows() -> None:
    session = held(LISTENED)
    found = {item.kind: item for item in differences(chart_of(session))}
    for kind in ("waarom", "vertellen"):
        really = chart_of(played_without(LISTENED, lambda step, kind=kind: step[0] != kind))  # type: ignore[misc]
        assert found[kind].other.sitting == really.course.sitting, kind
        assert found[kind].trust == chart_of(session).bargain.trust - really.bargain.trust
    assert found["waarom"].times == 2
    assert found["waarom"].trust == 8
    assert found["onverteld"].times == 1


def test_a_threat_is_measured_as_a_game_without_it_shows() -> None:
    session = held(THREATENED)
    assert chart_of(session).bargain.reason == "dwang"
    item = next(item for item in differences(chart_of(session)) if item.kind == "graag-of-niet")
    really = chart_of(held([[("bod", "uitzonderingen", "twee"), ("voorleggen",)]]))
    assert item.other.sitting == really.course.sitting
    u, v = really.percent(item.other.lies)
    said = " ".join(text(session).split())
    assert "Jullie zeiden één keer: graag of niet." in said
    assert f"Zonder dat blijven zij zitten, met een bod dat voor jullie {u} waard is en voor hen {v}." in said


def test_trust_that_was_brought_along_is_measured_as_a_game_without_it_shows(tmp_path: Path) -> None:
    """A game with a move that builds trust before the talks, beside the same game in which it was not done."""
    file = tmp_path / "scenario.yaml"
    written = (Path(__file__).parents[1] / "engine" / "zitting.yaml").read_text("utf-8")
    move = "  - {id: openleggen, titel: Zelf het boek openleggen, effecten: {vertrouwen: +20}}\n"
    file.write_text(written.replace("zetten:\n", f"zetten:\n{move}"), "utf-8")
    reading = read(file)
    assert reading.scenario is not None

    def game(opened: bool) -> Session:
        session = Session.new(reading.scenario, reading.resolved, 3, None)
        steps = [("zet", "contractmanager", "openleggen")] * opened + [("zet", SEAT, "onderhandelen")]
        for step in [*steps, *(("zitting", SEAT, *found) for found in LISTENED[0])]:
            session.act(session.game.action(*step))
        session.act(session.game.action("zitting", SEAT, "verdagen"))
        while not session.finished:
            session.act(next(a for a in session.view(None).legal if a.kind == "pas"))
        return session

    chart, without = chart_of(game(True)), chart_of(game(False))
    assert chart.bargain.brought == [{("zet", "openleggen"): 20}]
    item = next(item for item in differences(chart) if item.kind == "thuis")
    assert item.other.sitting == without.course.sitting
    assert item.trust == chart.bargain.trust - without.bargain.trust == 20
    assert "Zelf het boek openleggen" in text(game(True))


def test_where_talks_broke_off_the_room_is_told() -> None:
    session = held(CLUNG)
    chart, said = chart_of(session), " ".join(text(session).split())
    assert (chart.bargain.status, chart.bargain.reason, chart.bargain.issue) == (
        "markt-weg",
        "risico",
        "uitzonderingen",
    )
    assert "Zij stapten op." in said
    assert "Het knelde het meest bij 'Risico's buiten de pot'." in said
    assert "Er was dus ruimte voor een akkoord." in said
    assert chart.map.nash is not None
    u, v = chart.percent(chart.map.nash.code)
    assert f"Op het beste punt voor allebei was dat voor jullie {u} waard en voor hen {v}." in said


# -- what is not told --------------------------------------------------------------------------------------------------


def test_an_unfinished_game_tells_nothing_of_theirs() -> None:
    session = held(LISTENED, end=False)
    over = chart_of(held(LISTENED))
    said = text(session)
    assert "blijft bij hen tot het spel is afgelopen" in " ".join(said.split())
    assert "┤" not in said
    assert "Wat erin zat" not in said
    for offer in over.bargain.offers:
        u, v = over.percent(offer.code)
        row = next(line for line in said.split("\n") if line.startswith(f"  {offer.mark} "))
        assert str(u) in row
        assert f"{u:>7}{v:>6}" not in row


def test_a_game_without_talks_says_so_and_one_without_a_market_has_no_such_chapter() -> None:
    assert "niet met de markt aan tafel" in text(held(()))
    assert READING.scenario is not None
    klein = read(Path(__file__).parents[1] / "scenario" / "klein.yaml")
    assert klein.scenario is not None
    session = Session.new(klein.scenario, klein.resolved, 1, None)
    assert all(chapter.id != "tafel" for chapter in look_back(Voice(session.board, "nl"), session))


def test_the_timeline_and_the_turning_points_tell_of_the_table() -> None:
    chapters = {c.id: c for c in look_back(Voice(GAME.board, "nl"), held(CLUNG))}
    timeline = " ".join(as_text((chapters["tijdlijn"],), 78).split())
    assert "Aan tafel met de markt" in timeline
    ours, theirs = r"Jullie legden bod 1 voor, voor jullie \d+ waard", r"zij kwamen met bod a, \d+ waard"
    assert re.search(rf"Ronde \d, Bouwer: {ours}; {theirs}\.", timeline)
    assert "Zij stapten op." in timeline
    assert "Dan doen we toch gewoon de UAV-GC." in as_text((chapters["keerpunten"],), 200)


# -- the picture -------------------------------------------------------------------------------------------------------


def test_the_picture_has_every_mark_where_it_belongs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    journal, picture = tmp_path / "spel.jsonl", tmp_path / "kaart.svg"
    session = held(LISTENED, journal)
    session.close()
    assert run(["terugblik", str(journal), "--kaart", str(picture)]) == 0
    out = capsys.readouterr()
    assert out.out == ""
    assert str(picture) in out.err
    root = ElementTree.fromstring(picture.read_text("utf-8"))
    svg = "{http://www.w3.org/2000/svg}"
    said = [node.text for node in root.iter(f"{svg}text")]
    assert "Bouwer: 2 zittingen (ronde 1)" in said
    chart = chart_of(session)
    for offer in chart.bargain.offers:
        assert said.count(offer.mark) == 1
    seen = [chart.percent(offer.code) for offer in chart.bargain.offers] + [chart.bounds]
    left, foot = (max(0, min(point[side] for point in seen) - 5) for side in (0, 1))
    wanted = [
        (90 + (u - left) * 870 / (100 - left), 640 - (v - foot) * 550 / (100 - foot))
        for u, v in (chart.percent(offer.code) for offer in chart.bargain.offers)
    ]
    rings = [
        (float(node.get("cx", 0)), float(node.get("cy", 0)))
        for node in root.iter(f"{svg}circle") if node.get("r") == "13"
    ]  # fmt: skip
    assert sorted(rings) == [pytest.approx(at, abs=0.1) for at in sorted(wanted)]
    assert len(list(root.iter(f"{svg}polygon"))) == 1, "the agreement"
    assert run(["terugblik", str(journal), "--kaart", str(picture)]) == 0, "its own picture may be replaced"


def test_what_can_not_be_a_picture_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    over, busy, none = (tmp_path / f"{name}.jsonl" for name in ("over", "bezig", "geen"))
    for script, path, end in ((LISTENED, over, True), (LISTENED[:1], busy, False), ((), none, True)):
        held(script, path, end=end).close()
    other = tmp_path / "van-mij.svg"
    other.write_text("<svg/>")
    for words, said in (
        ([str(over), "--kaart", str(tmp_path / "kaart.png")], "Wat wel kan: .svg."),
        ([str(busy), "--kaart", str(tmp_path / "kaart.svg")], "nog niet afgelopen"),
        ([str(none), "--kaart", str(tmp_path / "kaart.svg")], "niet met de markt aan tafel"),
        ([str(over), "--kaart", str(other)], "van-mij.svg"),
    ):
        assert run(["terugblik", *words]) != 0
        assert said in capsys.readouterr().err
    assert other.read_text() == "<svg/>"
    assert not (tmp_path / "kaart.svg").exists()
