"""Replay: a journal played again against what it says, and carried to a newer scenario."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import Reading, read, rebuild
from geboortespel.session.journal import read_journal
from geboortespel.session.renames import new_name, new_names
from geboortespel.session.replay import Divergence, ForeignJournal, carry, replay, resume
from geboortespel.session.session import Session
from tests.session.conftest import Begin, Uniform, a_game
from tests.session.test_journal import forged
from tests.session.test_undo import do


def test_a_replay_follows_the_journal_line_by_line(begin: Begin) -> None:
    path, data = a_game(begin)
    session, lines = replay(path)
    played = list(lines)
    assert [line.body["n"] for line in played] == list(range(len(data.splitlines())))
    assert played[0].moment.notes == session.opening
    assert session.outcome is not None
    assert played[-1].moment.notes[-1] == ("einde", session.outcome.id)
    assert path.read_bytes() == data


def test_a_replay_stops_where_it_is_asked_to(begin: Begin) -> None:
    path, _ = a_game(begin)
    session, lines = replay(path, until=3)
    assert [line.body["n"] for line in lines] == [0, 1, 2, 3]
    assert session.line == 3
    assert session.outcome is None


def test_an_unfinished_game_is_no_fault(begin: Begin) -> None:
    path, data = a_game(begin)
    path.write_bytes(data[: len(data) // 2 * 2 - 300])
    session, lines = replay(path)
    assert len(list(lines)) == session.line + 1
    assert session.outcome is None


@pytest.mark.parametrize(
    ("number", "change", "reason"),
    [
        (0, {"stand": "0" * 16}, "stand"),
        (4, {"stand": "0" * 16}, "stand"),
        (4, {"actie": {"wie": "speler", "wat": "dromen"}}, "onbekend"),
        (1, {"actie": {"wie": "speler", "wat": "versoberen"}}, "geweigerd"),
        (4, {"soort": "wens"}, "onbekend"),
    ],
)
def test_the_first_difference_is_named(begin: Begin, number: int, change: dict[str, object], reason: str) -> None:
    path, _ = a_game(begin)
    forged(path, number, lambda body: body.update(change))
    for play_again in (resume, lambda path: list(replay(path)[1])):
        with pytest.raises(Divergence) as caught:
            play_again(path)
        assert (caught.value.line, caught.value.reason, caught.value.rules) == (number, reason, 0)
    with pytest.raises(Divergence):
        resume(path)  # the journal was let go


def test_other_dice_are_noticed_at_once(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = a_game(begin)
    monkeypatch.setattr("geboortespel.session.driver.draw", lambda *_: 0)
    with pytest.raises(Divergence) as caught:
        list(replay(path)[1])
    assert caught.value.reason in ("stand", "geweigerd")


def test_a_difference_under_other_rules_says_which(begin: Begin) -> None:
    path, _ = a_game(begin)
    forged(path, 0, lambda body: body.update(regels=99))
    resume(path)[0].close()  # the same course all the same
    forged(path, 2, lambda body: body.update(stand="x"))
    with pytest.raises(Divergence) as caught:
        resume(path)
    assert (caught.value.line, caught.value.rules) == (2, 99)


def test_a_scenario_that_cannot_be_read_is_said_with_its_faults(begin: Begin) -> None:
    path, _ = a_game(begin)
    forged(path, 0, lambda body: body["inhoud"].update(rondes="veel"))
    with pytest.raises(ForeignJournal) as caught:
        resume(path)
    assert caught.value.faults


STEPS = st.lists(st.tuples(st.sampled_from("aaaaaaurgts!"), st.integers(0, 10_000)), max_size=30)


def take(session: Session, kind: str, number: int) -> Session:
    """Do one thing: act, undo, redo, go somewhere, say something, or (`s`, `!`) stop and go on."""
    match kind:
        case "a" if not session.finished:
            session.act(session.driver.choose(session.state, Uniform(), number))
        case "u" if session.can_undo:
            session.undo()
        case "r" if session.can_redo:
            session.redo()
        case "g":
            session.go_to(number % (session.line + 1))
        case "t":
            session.remark("notitie", {"tekst": f"ß{number}"})
        case "!" if session.path is not None:
            session.close()
            return resume(session.path, clock=False)[0]
    return session


@settings(max_examples=40, deadline=None)
@given(STEPS, st.booleans())
def test_replay_equals_live_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory, steps: object, which: bool
) -> None:
    """Undo, redo, branches, remarks and resuming: the same bytes, and the same game when played again."""
    root = Path(__file__).parent
    reading = read(root / "tafel.yaml" if which else root.parent / "scenario" / "klein.yaml")
    folder = tmp_path_factory.mktemp("replay")
    plain = Session.new(reading.scenario, reading.resolved, 11, folder / "plain.jsonl", clock=False)
    live = Session.new(reading.scenario, reading.resolved, 11, folder / "live.jsonl", clock=False)
    for kind, number in steps:  # type: ignore[attr-defined]
        live = take(live, kind, number)
        if kind != "!":
            take(plain, kind, number)
    live.close()
    plain.close()
    assert (folder / "live.jsonl").read_bytes() == (folder / "plain.jsonl").read_bytes()
    again, lines = replay(folder / "live.jsonl")
    played = [line.moment for line in lines]
    assert played == plain.moments.all == live.moments.all
    assert again.remarks == plain.remarks == live.remarks
    assert (again.can_undo, again.can_redo) == (plain.can_undo, plain.can_redo)
    for name in again.game.rules.layout.names[: again.game.rules.layout.named]:
        assert again.causes(name) == plain.causes(name)


def test_names_are_followed_through_every_rename() -> None:
    renamed = {"luisteren": "horen", "horen": "verstaan", "a": "b", "b": "a"}
    assert new_names({"wat": "luisteren", "wie": "ann"}, renamed) == {"wat": "verstaan", "wie": "ann"}
    assert new_name("a", renamed) in ("a", "b")  # a circle ends


def newer(tafel: Reading, renamed: dict[str, str]) -> Scenario:
    """The table's scenario after an edit: a move has another name."""
    text = (Path(__file__).parent / "tafel.yaml").read_text(encoding="utf-8").replace("kopen", "inkopen")
    resolved = {**tafel.resolved, "hernoemd": renamed}
    resolved["zetten"] = [
        {**move, "id": "inkopen"} if move["id"] == "kopen" else move for move in tafel.resolved["zetten"]
    ]
    scenario = rebuild(resolved).scenario
    assert scenario is not None, text
    return scenario


def test_a_game_is_carried_to_a_newer_scenario_by_its_renames(sit: Begin, tafel: Reading) -> None:
    session = do(do(sit(), "schaven"), "kopen")
    session.undo()
    session.redo()
    assert session.path is not None
    session.close()
    carried, stopped = carry(session.path, newer(tafel, {"kopen": "inkopen"}))
    assert stopped is None
    assert carried.view(None).value("gedaan.inkopen") == 1
    assert carried.line == session.line


def test_a_game_that_does_not_fit_a_newer_scenario_stops_where_it_does_not(sit: Begin, tafel: Reading) -> None:
    session = do(do(sit(), "schaven"), "kopen")
    assert session.path is not None
    session.close()
    carried, stopped = carry(session.path, newer(tafel, {}))
    assert stopped is not None
    assert (stopped.line, stopped.reason, carried.line) == (2, "onbekend", 1)
    assert len(read_journal(session.path).bodies) == 3
