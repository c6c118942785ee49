"""The preview: begin anywhere, and go on in every new version of the scenario."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.players.registry import by_name
from geboortespel.scenario.reader import Kept, read
from geboortespel.session.preview import GivenWrong, NeverThere, Preview, Start, standings
from tests.running import ROOT

HELDER = ROOT / "tests/scenario/review/helder.yaml"
Opened = Callable[..., Preview]


def opened(path: Path, seed: int = 7, people: tuple[str, ...] = ()) -> Preview:
    kept = Kept()
    return Preview(path, seed, read(path, kept=kept), kept, people, by_name("planner"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "scenario.yaml"
    made.write_text(HELDER.read_text("utf-8"), "utf-8")
    return made


def save(path: Path, old: str, new: str) -> None:
    """As an editor does: a new file in the place of the old one, later than it."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    beside = path.with_suffix(".new")
    beside.write_text(text.replace(old, new), "utf-8")
    stamp = path.stat().st_mtime_ns + 10_000_000
    os.utime(beside, ns=(stamp, stamp))
    os.replace(beside, path)


def do(preview: Preview, *actions: tuple[str, str, str, str]) -> None:
    for seat, what, target, choice in actions:
        preview.session.act(preview.session.game.action("zet", seat, what, target, choice))


THREE = (
    ("manager", "agenderen", "", ""),
    ("manager", "luisteren", "raad", ""),
    ("jurist", "onderbouwen", "open-boek", ""),
)


def test_what_was_done_is_done_again_in_the_new_version(path: Path) -> None:
    preview = opened(path)
    do(preview, *THREE)
    assert standings(preview.session)["kader"] == 60
    assert not preview.changed()
    save(path, "kader: +12", "kader: +20")
    assert preview.changed()
    found = preview.reload()
    assert (found.faults, found.lost, found.again, found.before) == ((), None, 3, 3)
    assert [(c.path, c.was, c.now) for c in found.changes] == [("zetten.agenderen.effecten.kader", "+12", "+20")]
    assert standings(preview.session)["kader"] == 68
    assert not preview.changed()


def test_it_stops_at_the_first_action_that_is_not_there_any_more(path: Path) -> None:
    preview = opened(path)
    do(preview, *THREE)
    save(path, "{id: luisteren, titel: Luisteren", "{id: horen, titel: Luisteren")
    found = preview.reload()
    assert found.lost == ("zet", "manager", "luisteren", "raad", "")
    assert (found.again, found.before) == (1, 3)
    assert [action.what for action in preview.session.moments.acts(preview.session.line)] == ["agenderen"]


def test_it_stops_at_the_first_action_that_is_not_allowed_any_more(path: Path) -> None:
    preview = opened(path)
    do(preview, *THREE)
    save(path, "hooguit: 2, kost: {tijd: 2}", "hooguit: 2, kost: {tijd: 4}")
    assert preview.reload().lost == ("zet", "manager", "agenderen", "", "")


def test_renamed_things_are_followed(path: Path) -> None:
    preview = opened(path)
    do(preview, *THREE)
    save(path, "{id: luisteren, titel", "{id: horen, titel")
    save(path, "lessen:\n  luister-eerst:", "hernoemd: {luisteren: horen}\nlessen:\n  luister-eerst:")
    assert preview.reload().lost is None


def test_a_scenario_that_is_wrong_leaves_the_game_as_it_was(path: Path) -> None:
    preview = opened(path)
    do(preview, *THREE)
    before = preview.session.state
    save(path, "als: ronde = 3", "als: rondje = 3")
    found = preview.reload()
    assert [fault.code for fault in found.faults] == ["G064"]
    assert preview.session.state == before
    assert not preview.changed()
    save(path, "als: rondje = 3", "als: ronde = 4")
    assert preview.reload().lost is None
    assert preview.session.line == 3


def test_a_base_set_beside_it_is_followed_too(tmp_path: Path) -> None:
    (tmp_path / "onder.yaml").write_text(HELDER.read_text("utf-8").replace("id: helder", "id: onder"), "utf-8")
    path = tmp_path / "scenario.yaml"
    path.write_text("formaat: 1\nid: boven\ntitel: Boven\ngebruikt: onder\n", "utf-8")
    preview = opened(path)
    do(preview, THREE[0])
    save(tmp_path / "onder.yaml", "kader: +12", "kader: +13")
    assert preview.changed()
    assert preview.reload().lost is None
    assert standings(preview.session)["kader"] == 61


def test_beginning_at_a_phase_with_a_given_state(path: Path) -> None:
    preview = opened(path)
    preview.begin(Start("eind", 0, (("verhaal", "71"), ("steun.raad", "-20"), ("akkoord", "ja"))), None)
    view = preview.session.view(None)
    assert (view.phase, view.round) == ("eind", 3)
    now = standings(preview.session)
    assert (now["verhaal"], now["steun.raad"], now["akkoord"]) == (71, -20, 1)
    done = [action.kind for action in preview.session.moments.acts(preview.session.line)]
    assert set(done) == {"pas", "poort"}
    save(path, "titel: Helder", "titel: Klaar")
    assert preview.reload().lost is None
    assert standings(preview.session) == now
    assert preview.session.view(None).phase == "eind"


def test_a_player_can_play_up_to_there(path: Path) -> None:
    preview = opened(path)
    preview.begin(Start(round=4), by_name("planner"))
    assert preview.session.view(None).round == 4
    assert any(action.kind == "zet" for action in preview.session.moments.acts(preview.session.line))


def test_what_can_not_be_begun(path: Path) -> None:
    with pytest.raises(GivenWrong) as wrong:
        opened(path).begin(Start(given=(("verhall", "3"), ("akkoord", "7"), ("ronde", "2"))), None)
    assert [fault.code for fault in wrong.value.faults] == ["G064", "G065", "G086"]
    assert wrong.value.faults[0].params["suggestion"] == "verhaal"
    save(path, "als: alles_groen en akkoord en besluit = ja", "als: ronde >= 2")
    with pytest.raises(NeverThere):
        opened(path).begin(Start(round=5), None)


def test_undo_goes_on_in_the_new_version(path: Path) -> None:
    preview = opened(path)
    do(preview, *THREE)
    preview.session.undo()
    save(path, "kader: +12", "kader: +20")
    assert preview.reload().before == 2


def test_base_sets_are_parsed_once(path: Path) -> None:
    """What is kept gives the same scenario as reading everything anew."""
    kept, big = Kept(), ROOT / "scenarios/graaf-reinald/scenario.yaml"
    first = read(big, kept=kept)
    assert len(kept.roots) >= 2
    again = read(big, kept=kept)
    fresh = read(big)
    assert again.scenario == first.scenario == fresh.scenario
    assert again.resolved == fresh.resolved
    assert again.sources == fresh.sources


def test_a_whole_game_of_the_largest_shipped_scenario_is_done_again(tmp_path: Path) -> None:
    """How long that takes stands in the figures (`tests.bench.preview`)."""
    for name in ("mensen", "vier-ogen", "scenario"):
        text = (ROOT / f"scenarios/graaf-reinald/{name}.yaml").read_text("utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    preview = opened(tmp_path / "scenario.yaml")
    preview.begin(Start(round=9), by_name("planner"))
    state = preview.session.state
    os.utime(tmp_path / "scenario.yaml", ns=(1, 1))
    assert preview.changed()
    found = preview.reload()
    assert (found.lost, found.changes) == (None, ())
    assert found.again == found.before > 50
    assert preview.session.state == state
