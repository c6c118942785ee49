"""What a facilitator does on a running game: in the journal, replayed byte for byte, and no player is the wiser."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geboortespel.engine.actions import IllegalAction
from geboortespel.engine.behind import behind
from geboortespel.players.beginner import Beginner
from geboortespel.report import facilitator as hidden
from geboortespel.report.lookback import look_back
from geboortespel.scenario.reader import rebuild
from geboortespel.session import facilitating
from geboortespel.session.journal import PARTS, read_journal
from geboortespel.session.replay import replay, resume
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.session.conftest import Begin, Uniform, a_game
from tests.session.test_private import Last, a_table
from tests.shipped import EVERYTHING, scenario

MARKED = (facilitating.NOTE, facilitating.PAUSE, facilitating.LOOK)


def facilitated(session: Session, seed: int) -> int:
    """A game at random with a facilitator who does everything; how many cards they let happen."""
    chosen, brought = Random(seed), 0
    while not session.finished and session.line < 150:
        if chosen.random() < 0.3:
            facilitating.note(session, f"bij regel {session.line} ‘ah’")
        if chosen.random() < 0.2:
            facilitating.pause(session)
            facilitating.pause(session, over=True)
        if chosen.random() < 0.2:
            facilitating.look(session)
            hidden.told(Voice(session.board, "nl"), session)
        cards = facilitating.cards(session)
        if cards and chosen.random() < 0.3:
            session.act(chosen.choice(cards))
            brought += 1
        if not session.finished:
            session.act(session.driver.choose(session.state, Uniform(), session.line))
    return brought


@pytest.mark.parametrize("seed", range(5))
def test_a_replay_holds_byte_for_byte(begin: Begin, seed: int) -> None:
    """The journal played again gives every state it holds, and written again as it says the same bytes."""
    session = begin(seed)
    path, brought = session.path, facilitated(session, seed)
    assert path is not None
    session.close()
    data = path.read_bytes()
    again, lines = replay(path)
    kinds = [played.body["soort"] for played in lines]
    assert again.state == session.state
    assert again.remarks == session.remarks
    assert kinds.count("ingreep") == brought
    twin = begin(seed, "twin.jsonl")
    for body in read_journal(path).bodies[1:]:
        if body["soort"] == "tafel":
            twin.remark(body["wat"], body["gegevens"])
        else:
            twin.act(twin.game.action(body["soort"], *(body["actie"].get(part, "") for part in PARTS)))
    twin.close()
    assert twin.path is not None
    assert twin.path.read_bytes() == data
    resumed, torn = resume(path)
    resumed.close()
    assert (resumed.state, torn, path.read_bytes()) == (session.state, 0, data)


def test_what_was_done_stands_in_the_journal_as_theirs(begin: Begin) -> None:
    session = begin()
    card = facilitating.cards(session)[0]
    lines = [facilitating.note(session, "kijk"), facilitating.pause(session), facilitating.look(session)]
    brought = session.act(card).line
    assert session.path is not None
    bodies = read_journal(session.path).bodies
    assert [(bodies[n]["soort"], bodies[n]["wat"]) for n in lines] == [("tafel", kind) for kind in MARKED]
    assert (bodies[brought]["soort"], bodies[brought]["actie"]["wat"]) == ("ingreep", card.what)
    with pytest.raises(ValueError, match="empty"):
        facilitating.note(session, "  ")


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(EVERYTHING), st.integers(0, 2**31 - 1))
def test_looking_changes_nothing(name: str, seed: int) -> None:
    """Two games with the same players, one of which is looked at all the time: the same states, draws and stand-ins."""
    plain, watched = (
        Session.new(scenario(name), {}, seed, None, people=["nobody"], stand_in=Uniform(), clock=False)
        for _ in range(2)
    )
    for n in range(40):
        if plain.finished:
            break
        before = watched.state[:]
        facilitating.look(watched)
        facilitating.cards(watched)
        if not n % 4:
            hidden.told(Voice(watched.board, "nl"), watched)
        assert watched.state == before
        assert watched.view(None).as_dict() == plain.view(None).as_dict()
        if plain.view(None).to_act[0]:
            receipts = [session.stand_in() for session in (plain, watched)]
        else:
            action = plain.driver.choose(plain.state, Uniform(), n)
            receipts = [session.act(action) for session in (plain, watched)]
        assert receipts[0].notes == receipts[1].notes
        assert watched.state == plain.state


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_is_so(seed: int) -> None:
    session = a_table(seed)
    index = session.game.rules.layout.index
    while not session.finished:
        found = behind(session.game, session.state)
        for person in found.people:
            assert person.support == session.state[index[f"steun.{person.actor}"]]
            assert person.known is not session.view(None).hides(f"steun.{person.actor}")
            for concern, weight, heard in person.concerns:
                assert weight == session.state[index[f"zorg.{person.actor}.{concern}"]] > 0
                assert heard == bool(session.state[index[f"gehoord.{person.actor}.{concern}"]])
        assert found.counters == (("schaduw", session.state[index["schaduw"]]),)
        session.act(session.driver.choose(session.state, Uniform(), session.line))


def test_the_bound_of_a_party_is_theirs() -> None:
    session = Session.new(scenario("graaf-reinald"), {}, 1, None, clock=False)
    talks = session.game.talks
    assert talks is not None
    for party in behind(session.game, session.state).parties:
        wants = talks.wants(next(one for one in talks.parties if one.id == party.id))
        assert abs(party.reservation - 100 * wants.reservation / wants.best) <= 0.5
        assert party.ours is party.theirs is None


def test_a_card_happens_as_if_it_was_drawn() -> None:
    """Its effects and its choice; and the deck keeps its own draws of the month."""
    session = a_table(2)
    game, index = session.game, session.game.rules.layout.index
    while session.view(None).waiting != "zet":
        session.act(session.driver.choose(session.state, Uniform(), session.line))
    found = {action.what: action for action in facilitating.cards(session)}
    assert set(found) == {"rustig", "borrel", "lek"}
    before = session.state
    session.act(found["lek"])
    trust = index["stand.vertrouwen"]
    assert session.state[trust] == before[trust] - 2
    assert session.state[index["gebeurd.lek"]] == before[index["gebeurd.lek"]] + 1
    assert session.state[index[".getrokken"]] == before[index[".getrokken"]]
    assert not session.can_undo
    session.act(found["borrel"])
    assert (session.view(None).waiting, session.view(None).private) == ("keuze", "manager")
    assert facilitating.cards(session) == ()
    with pytest.raises(IllegalAction):
        session.act(found["lek"])
    assert "Borrel" not in str([session.notes(n) for n in range(session.line + 1)])
    session.act(game.action("keuze", "manager", "borrel", "", "niet"))
    assert session.view(None).waiting == "zet"
    session.allow_undo("altijd")
    session.undo()
    assert session.view(None).pending == session.view("manager").pending or session.view(None).private == "manager"


def test_no_player_can_do_it() -> None:
    session = a_table(3)
    session.stand_in_policy = Last()
    while not session.finished:
        for seat in (None, *session.board.seats):
            assert all(action.kind != "ingreep" for action in session.view(seat).legal)
        session.act(session.driver.choose(session.state, Uniform(), session.line))
    assert facilitating.cards(session) == ()


def test_a_journal_without_a_facilitator_is_what_it_was(begin: Begin) -> None:
    path, data = a_game(begin)
    assert b"ingreep" not in data
    assert rebuild(read_journal(path).bodies[0]["inhoud"]).scenario is not None
    list(replay(path)[1])


def test_a_note_of_an_older_game_is_a_note(begin: Begin, tmp_path: Path) -> None:
    session = begin()
    session.remark("notitie", {"tekst": "van vroeger", "getal": 3})
    session.close()
    assert session.path is not None
    again, _ = resume(session.path)
    again.close()
    assert again.remarks == [("notitie", {"tekst": "van vroeger", "getal": 3})]


def test_the_look_back_tells_it_with_its_moment(begin: Begin) -> None:
    session = begin()
    facilitating.note(session, "\x1b[31mhier werd het [b]stil[/b]")
    session.act(session.driver.choose(session.state, Uniform(), session.line))
    while not facilitating.cards(session):
        session.act(session.driver.choose(session.state, Uniform(), session.line))
    card = facilitating.cards(session)[0]
    session.act(card)
    facilitating.pause(session)
    facilitating.pause(session, over=True)
    facilitating.look(session)
    voice = Voice(session.board, "nl")
    chapter = look_back(voice, session)[-1]
    told = "\n".join(line.plain for line in chapter.lines)
    assert chapter.id == "notities"
    assert "hier werd het [b]stil[/b]" in told
    assert "\x1b" not in told
    assert f"Kaart op tafel gelegd: {voice.titles.event(card.what)}." in told
    assert told.count("Een pauze.") == told.count("Een blik op wat de spelers niet zien.") == 1
    assert "na: " in told
    assert all(chapter.id != "notities" for chapter in look_back(voice, begin(name="b.jsonl")))


def test_at_the_negotiating_table_the_other_side_comes_first() -> None:
    session = Session.new(scenario("graaf-reinald"), {}, 4, None, clock=False)
    policy = Beginner()
    voice = Voice(session.board, "nl")
    before = [line.plain for line in hidden.told(voice, session)]
    assert before[0] == "Wat mensen echt vinden"
    assert any(line.startswith("  Nog op 0") for line in before)
    while session.view(None).waiting != "zitting":
        session.act(session.driver.choose(session.state, policy, session.line))
    told = [line.plain for line in hidden.told(voice, session)]
    assert told[0].endswith(", nu aan tafel")
    party = next(party for party in behind(session.game, session.state).parties if party.here)
    assert told[1] == f"  Gaat nooit akkoord met minder dan {party.reservation} van 100: het beste alternatief."
