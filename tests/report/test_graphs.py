"""Graphs of scenarios: everything that is there and nothing else, in the terminal, as Mermaid and as SVG."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from geboortespel.analysis.coverage import heat
from geboortespel.analysis.simulate import simulate
from geboortespel.report.graph_picture import picture
from geboortespel.report.graphs import fill, mermaid, text
from geboortespel.scenario.graph import VIEWS, Link, influences, listening, phases, thresholds
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import read
from geboortespel.words.catalog import translator
from tests.running import KLEIN, ROOT, Commands

NL = translator("nl")
SVG = "{http://www.w3.org/2000/svg}"


def scenario(name: str) -> Scenario:
    path = (
        ROOT / "tests/scenario/review/helder.yaml" if name == "helder" else ROOT / "scenarios" / name / "scenario.yaml"
    )
    found = read(path).scenario
    assert found is not None
    return found


def test_what_stands_in_each_view() -> None:
    helder = scenario("helder")
    graph = phases(helder)
    assert [(p.id, p.note) for p in graph.points if p.kind in ("fase", "gebeurtenis")] == [
        ("fase.begin", "2"), ("fase.eind", "3"), ("gebeurtenis.lek", "3"),
    ]  # fmt: skip
    assert Link("fase.begin", "poort.begin") in graph.links
    assert Link("poort.begin", "fase.eind") in graph.links
    assert Link("gebeurtenis.lek", "fase.eind", kind="dun") in graph.links
    assert Link("fase.eind", "uitkomst.geboren") in graph.links
    assert influences(helder).links == (Link("verhaal", "kader", "+2/0/-1"),)
    listened = listening(helder)
    assert Link("inkoper", "raad", "1") in listened.links
    assert Link("believer.manager", "raad", kind="dun") in listened.links
    assert {link.label for link in thresholds(helder).links} == {"−1", "−2 met raad", "−1 met meedenker"}


@pytest.mark.parametrize("name", ["eerste-dijk", "graaf-reinald", "helder"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_point_is_drawn_in_every_form(name: str, view: str) -> None:
    graph = VIEWS[view](scenario(name))
    known = {point.id for point in graph.points}
    assert len(known) == len(graph.points)
    assert {end for link in graph.links for end in (link.source, link.target)} <= known
    said = "\n".join(text(graph, {}, NL))
    drawn = list(mermaid(graph, {}, NL))
    assert drawn[0] == "flowchart LR"
    assert sum(bool(re.match(r"  n\d+[\[({>]", line)) for line in drawn) == len(graph.points)
    assert sum("-->" in line or "-.->" in line for line in drawn) == len(graph.links)
    root = ElementTree.fromstring(picture(graph, {}, NL))
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    for point in graph.points:
        assert point.label in said
        assert any(word.startswith(point.label[:30]) or point.label[:20] in word for word in words)
    assert len(list(root.iter(f"{SVG}path"))) == len(graph.links) + 2  # and the two arrow heads


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_overlaps_and_all_is_on_the_sheet(view: str) -> None:
    root = ElementTree.fromstring(picture(VIEWS[view](scenario("graaf-reinald")), {}, NL))
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    (drawing,) = (group for group in root if group.tag == f"{SVG}g")
    dx, dy = map(float, re.findall(r"-?[\d.]+", drawing.attrib["transform"]))
    boxes = [box.attrib for box in drawing.iter(f"{SVG}rect") if "rx" in box.attrib]
    places = [tuple(float(box[name]) for name in ("x", "y", "width", "height")) for box in boxes]
    for x, y, w, h in places:
        assert x + dx >= 0
        assert y + dy >= 0
        assert x + dx + w <= wide
        assert y + dy + h <= high
    for i, (x, y, w, h) in enumerate(places):
        for x2, y2, w2, h2 in places[:i]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_heat_is_what_games_used() -> None:
    helder = scenario("helder")
    tally = simulate(helder, "planner", range(20), detail=True)
    graph = thresholds(helder)
    warm = heat(graph, helder, tally)
    assert warm["zet.agenderen"] == tally.games_with["zet.agenderen"] / 20
    assert warm["drempel.niet-in-kader"] == tally.games_with["drempel_weg.niet-in-kader"] / 20
    assert sum(heat(phases(helder), helder, tally)[f"uitkomst.{o}"] for o in helder.outcomes) == pytest.approx(1)
    assert all(0 <= share <= 1 for view in VIEWS.values() for share in heat(view(helder), helder, tally).values())
    assert len({fill(share / 10) for share in range(11)}) == 5
    shown = "\n".join(text(graph, warm, NL))
    assert re.search(r"Agenderen  \S* ?\d+%", shown)


def test_the_command(tmp_path: Path, commands: Commands, english: Commands) -> None:
    done = commands.here("graaf", "eerste-dijk")
    assert (done.status, done.err) == (0, "")
    assert [line for line in done.out.splitlines() if line and line[0] != " "] == [
        "Fasen", "Invloeden: wat trekt aan wat, groen/oranje/rood", "Naar wie geluisterd wordt, en door wie",
        "Drempels en de wegen eroverheen",
    ]  # fmt: skip
    assert "gate: verhaal >= 50" in english.here("graph", "eerste-dijk", "--what", "phases").out
    path = tmp_path / "drempels.svg"
    assert commands.here("graaf", "eerste-dijk", "--wat", "drempels", "-o", path).status == 0
    assert path.read_text("utf-8").startswith("<svg")
    assert commands.here("graaf", "eerste-dijk", "--wat", "drempels", "-o", path).status == 0
    other = tmp_path / "brief.svg"
    other.write_text("lief dagboek")
    assert commands.here("graaf", "eerste-dijk", "--wat", "drempels", "-o", other).status == 2
    assert other.read_text() == "lief dagboek"
    assert commands.here("graaf", "eerste-dijk", "--formaat", "svg").status == 2
    many = commands.here("graaf", "eerste-dijk", "--formaat", "mermaid").out
    assert many.count("```mermaid\nflowchart LR\n") == 4
    heated = commands.here("graaf", "eerste-dijk", "--wat", "fasen", "--dekking", "5").out
    assert heated.startswith("Aandeel van 5 spellen gespeeld door planner: ")
    assert "100%" in heated


def test_a_scenario_without_any_of_it(commands: Commands) -> None:
    assert commands.here("graaf", KLEIN, "--wat", "drempels").status == 2
    assert "uitkomst" not in commands.here("graaf", KLEIN).err
    assert "Geboren" in commands.here("graaf", KLEIN).out
