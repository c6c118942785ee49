"""A campaign on disk: what counts, what the next game begins with, and what happens when it is cut off anywhere."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from attrs import evolve

from geboortespel.players.registry import by_name
from geboortespel.scenario.inheritance import FIRST, Inheritance, historical, inheritance
from geboortespel.session.campaign import FORMAT, Ended, NotACampaign, Road, Stop, load, new, write
from geboortespel.session.replay import resume
from geboortespel.session.session import Session


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inheritance:
    """The shipped campaign, with games kept in a folder of the test's own."""
    monkeypatch.setenv("GEBOORTESPEL_MAP", str(tmp_path))
    shipped = inheritance()
    assert shipped is not None
    return shipped


def _begin(road: Road, name: str) -> Session:
    beginning = road.beginning(name)
    road.start(beginning)
    reading = beginning.reading
    assert reading.scenario is not None, reading.faults
    return Session.new(reading.scenario, reading.resolved, beginning.seed, beginning.journal, clock=False)


def _play(road: Road, name: str, player: str = "willekeurig") -> Path:
    """Play a game of an alliance to its end; its journal."""
    session = _begin(road, name)
    while not session.finished:
        session.act(session.driver.choose(session.state, by_name(player), session.line))
    session.remark("kaartje", {"naam": "De Proef", "zinnen": []})
    session.close()
    assert session.path is not None
    return session.path


def _ended(road: Road, kinds: dict[str, str]) -> Road:
    """The same road on which these games were played and ended so."""
    stops = {name: Stop(Ended(f"{name}.jsonl", kind, kind)) for name, kind in kinds.items()}
    write(road.path, road.seed, stops)
    again = load(road.found, road.path)
    assert again is not None
    return again


def test_the_road_is_history_in_order(found: Inheritance) -> None:
    road = new(found, 1)
    years = [one.year for one in road.alliances]
    assert years == sorted(years)
    assert road.next == road.alliances[0]
    assert not road.begun
    for one in road.alliances:
        assert road.next == one
        road.skip(one.id)
        assert road.kind(one.id) == historical(one)
    assert road.finished
    assert road.standing == found.standing(road.endings())


def test_what_was_played_counts_and_is_carried(found: Inheritance) -> None:
    road = new(found, 1)
    first, second = (one.id for one in road.alliances[:2])
    carried = {}
    for kind in ("geboren", "niet"):
        road = _ended(road, {first: kind})
        assert road.kind(first) == kind
        carried[kind] = [one.id for one in road.carried(second)]
    assert carried["geboren"]
    assert carried["niet"]
    assert not set(carried["geboren"]) & set(carried["niet"])


def test_a_game_of_a_campaign_stands_alone(found: Inheritance, tmp_path: Path) -> None:
    """Its journal replays without the campaign; what it began with stands in it."""
    road = new(found, 7)
    first, second = (one.id for one in road.alliances[:2])
    road.skip(first)
    items = [one.id for one in road.carried(second)]
    journal = _play(road, second)
    assert road.kind(second) is None  # until it was taken over
    again = load(found)
    assert again is not None
    stop = again.stop(second)
    assert stop.ended is not None
    assert (stop.ended.name, stop.ended.journal, stop.playing, stop.tries) == ("De Proef", journal.name, "", 1)
    (tmp_path / "campagne.json").unlink()
    played, torn = resume(journal)
    assert (played.finished, torn) == (True, False)
    assert played.outcome is not None
    assert (played.outcome.kind, played.outcome.title) == (stop.ended.kind, stop.ended.title)
    brought = [name for name in played.board.scenario.events if name.startswith(FIRST)]
    assert brought == [f"{FIRST}{item}" for item in items]
    assert brought == [*played.board.scenario.events][: len(brought)]
    played.close()


def test_same_seed_and_choices_same_bytes(found: Inheritance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for folder in ("een", "twee"):
        monkeypatch.setenv("GEBOORTESPEL_MAP", str(tmp_path / folder))
        road = new(found, 11)
        first, second = (one.id for one in road.alliances[:2])
        road.skip(first)
        _play(road, second)
        road.settle()
        files = sorted((tmp_path / folder).rglob("*.json*"))
        written.append([(file.name, file.read_bytes()) for file in files])
    assert written[0] == written[1]
    assert len(written[0]) == 2


def test_another_game_has_another_seed_and_the_old_one_counts_until_it_ends(found: Inheritance) -> None:
    road = new(found, 3)
    first = road.alliances[0].id
    kept = _play(road, first)
    road.settle()
    before = road.kind(first)
    session = _begin(road, first)
    assert session.path not in (None, kept)
    assert session.seed != resume(kept)[0].seed
    road.settle()
    assert (road.kind(first), road.going_on(first)) == (before, session.path)
    assert road.next == road.alliances[1]
    session.close()
    assert kept.exists()


@pytest.mark.parametrize(
    ("birth", "year", "counts"),
    [
        ("vroeg", "geboren", "geboren"),
        ("geboren", "niet", "vroeg"),
        ("ontwerp", "geboren", "ontwerp"),
        ("vroeg", "", "vroeg"),
    ],
)
def test_a_first_year_counts(birth: str, year: str, counts: str) -> None:
    assert Ended("a.jsonl", birth, "Titel", "Naam", year).counts == counts


def test_a_first_year_that_was_played_is_found(found: Inheritance) -> None:
    """Beside the journal of the birth, once it has ended; what the campaign knew of the birth stays."""
    road = new(found, 3)
    first = road.alliances[0].id
    path = _play(road, first)
    road.settle()
    last = road.stop(first).ended
    assert last is not None
    year = path.with_name(f"{path.stem}-kraamtijd.jsonl")
    whole = path.read_bytes()
    year.write_bytes(whole[: whole.index(b"\n") + 1])  # just begun
    road.settle()
    assert road.stop(first).ended == last
    year.write_bytes(whole)
    road.settle()
    assert road.stop(first).ended == evolve(last, year=last.kind)
    again = load(found)
    assert again is not None
    assert again.stop(first) == road.stop(first)


def test_cut_off_before_the_journal_was_made(found: Inheritance) -> None:
    """The file names a journal that never came: it can be begun again."""
    road = new(found, 3)
    first = road.alliances[0].id
    beginning = road.beginning(first)
    assert not road.begun
    road.start(beginning)
    assert not beginning.journal.exists()
    again = load(found)
    assert again is not None
    assert (again.going_on(first), again.stop(first).done, again.stop(first).tries) == (None, False, 1)
    assert again.next == again.alliances[0]


def test_cut_off_in_the_middle_of_a_game(found: Inheritance) -> None:
    road = new(found, 3)
    first = road.alliances[0].id
    session = _begin(road, first)
    session.close()
    again = load(found)
    assert again is not None
    assert again.going_on(first) == session.path
    assert not again.stop(first).done
    again.skip(first)
    assert (again.going_on(first), again.kind(first)) == (None, historical(again.alliances[0]))


def test_a_write_that_fails_changes_nothing(found: Inheritance, monkeypatch: pytest.MonkeyPatch) -> None:
    road = new(found, 3)
    before = road.path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Exception, match="vol"):
        road.skip(road.alliances[0].id)
    monkeypatch.undo()
    assert road.next == road.alliances[0]
    assert road.path.read_bytes() == before
    assert [path.name for path in road.path.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("{", "vreemd"),
        ("[]", "vreemd"),
        ('{"campagne": 1}', "vreemd"),
        ('{"campagne": 1, "zaad": 3, "haltes": {"waardse": {"bezig": "../ergens"}}}', "vreemd"),
        ('{"campagne": 1, "zaad": 3, "haltes": {"waardse": 4}}', "vreemd"),
        (json.dumps({"campagne": FORMAT + 1, "zaad": 3}), "nieuwer"),
    ],
)
def test_what_is_no_campaign_is_left_as_it_is(found: Inheritance, tmp_path: Path, said: str, reason: str) -> None:
    path = tmp_path / "campagne.json"
    path.write_text(said, "utf-8")
    with pytest.raises(NotACampaign) as fault:
        load(found)
    assert fault.value.reason == reason
    assert path.read_text("utf-8") == said


def test_a_new_campaign_keeps_the_old_one(found: Inheritance, tmp_path: Path) -> None:
    assert load(found) is None
    new(found, 1).skip("bp-noordzee")
    old = (tmp_path / "campagne.json").read_bytes()
    assert new(found, 2).next is not None
    assert (tmp_path / "campagne-1.json").read_bytes() == old


def test_what_lands_later_comes_up_in_its_own_place(found: Inheritance) -> None:
    """A campaign begun before an alliance had a scenario: it is next as soon as it has one."""
    road = new(found, 1)
    names = [one.id for one in road.alliances]
    write(road.path, 1, {name: Stop(skipped=True) for name in (names[0], names[2], "nog-niet-hier")})
    again = load(found)
    assert again is not None
    assert again.next is not None
    assert again.next.id == names[1]
    again.skip(names[1])
    assert "nog-niet-hier" in json.loads(road.path.read_text("utf-8"))["haltes"]


def test_one_without_a_scenario_ended_as_in_history(found: Inheritance) -> None:
    road = new(found, 1)
    gone = road.alliances[1]
    road.alliances = tuple(one for one in road.alliances if one is not gone)
    assert road.kind(gone.id) == historical(gone)
    assert gone.id in road.endings(road.alliances[1].id)


def test_stops_are_written_whole() -> None:
    stop = Stop(Ended("a.jsonl", "geboren", "Titel", "Naam", "niet"), True, "b.jsonl", 2)
    assert evolve(stop, playing="").done
    assert not Stop(playing="b.jsonl").done
