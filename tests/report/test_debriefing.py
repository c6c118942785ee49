"""The debriefing guide: six steps, questions that are true of the game and point at nobody, notes that are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.analysis.chances import Chances
from geboortespel.analysis.picture import Option, Point, Tip, change
from geboortespel.players.beginner import Beginner
from geboortespel.report.debriefing import REMARK, STEPS, Guide, guide, written
from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.text import markdown
from geboortespel.report.lookback import unheard
from geboortespel.report.lookback.past import MONTH, Past
from geboortespel.session import facilitating
from geboortespel.session.firstyear import begin_year
from geboortespel.session.replay import replay, resume
from geboortespel.session.session import Session
from geboortespel.words.catalog import Translator
from geboortespel.words.voice import Voice
from tests.running import Commands
from tests.session.conftest import Uniform
from tests.session.test_private import a_table
from tests.shipped import scenario

ORDER = ["voelen", "gebeurd", "geleerd", "werk", "stel-dat", "straks"]
BLAME = re.compile(r"\b(schuld|fout\w*|faal\w*|mislukt\w*|wie deed|dom|fault|blame|wrong|fail\w*)\b", re.I)


def again(path: Path) -> Session:
    session, lines = replay(path)
    for _ in lines:
        pass
    return session


def made(session: Session, language: str = "nl") -> Guide:
    return guide(Voice(session.board, language), session)


def every(found: Guide) -> list[str]:
    """Everything that is said in a guide."""
    said = [text for step in found.steps for text in (step.title, step.word, step.aim, step.tip)]
    return said + [text for step in found.steps for q in step.questions for text in (q.text, q.fact) if text]


@pytest.fixture(scope="module")
def games(born: Path, not_born: Path) -> list[Session]:
    """A birth, another ending, and games at random on small scenarios."""
    found = [again(born), again(not_born)]
    for name in ("klein", "apart"):
        session = Session.new(scenario(name), {}, 5, None, clock=False)
        while not session.finished and session.line < 400:
            session.act(session.driver.choose(session.state, Uniform(), session.line))
        found.append(session)
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_six_steps_in_their_order_each_with_open_questions(games: list[Session], language: str) -> None:
    for session in games:
        found = made(session, language)
        assert [step.id for step in found.steps] == ORDER == [step[0] for step in STEPS]
        assert [step.number for step in found.steps] == [1, 2, 3, 4, 5, 6]
        ids = [question.id for step in found.steps for question in step.questions]
        assert len(ids) == len(set(ids))
        for step in found.steps:
            assert 2 <= len(step.questions) <= 12
            for question in step.questions:
                assert "?" in question.text or question.text.endswith((".", "…")), question
        for said in every(found):
            assert "{" not in said
            assert "!" not in said or said not in [q.text for step in found.steps for q in step.questions]
            assert "\n" not in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_question_looks_for_somebody_to_blame(games: list[Session], language: str) -> None:
    for session in games:
        for step in made(session, language).steps:
            for question in step.questions:
                assert not BLAME.search(question.text), question.text
            assert not BLAME.search(step.tip + step.aim)


def test_the_turns_are_the_largest_and_name_no_player(games: list[Session]) -> None:
    asked = 0
    for session in games:
        voice, past = Voice(session.board, "nl"), Past(session)
        facts = Facts(voice, past)
        steps = [step.towards for step in past.steps if step.code[0] not in (MONTH, "zichtbaar")]
        if facts.nearer is not None:
            assert facts.nearer.towards == max(steps)
        if facts.further is not None:
            assert facts.further.towards == min(steps)
        for step in (facts.nearer, facts.further):
            if step is not None and step.code[0] == "zet":
                asked += 1
                assert f"({voice.titles.seat(step.code[1])})" not in facts.step(step)
    assert asked


def test_who_was_not_heard_is_asked_about_with_their_own_words(not_born: Path) -> None:
    session = again(not_born)
    kept = [person for person in unheard.people(Past(session)) if person.unheard]
    assert kept
    found = {q.id: q for step in made(session).steps for q in step.questions}
    asked = [found[name].fact for name in ("niet-gehoord", "zorg-op-het-werk", "eerder-langs")]
    names = [session.board.actor_title(person.actor) for person in kept]
    assert all(any(fact.startswith(name) for name in names) for fact in asked)


@pytest.mark.parametrize("seed", range(4))
def test_of_a_game_that_goes_on_nothing_hidden_is_told(seed: int) -> None:
    session = a_table(seed)
    while not session.finished:
        if not session.line % 6:
            found, view = "\n".join(every(made(session))), session.view(None)
            for concern in session.board.scenario.concerns.values():
                if not any(concern.id == heard for a in session.board.actors for heard, _ in view.heard(a)):
                    assert concern.line.strip() not in found
            for event in ("tip", "briefje", "borrel"):
                assert session.board.events[event].title not in found
        session.act(session.driver.choose(session.state, Uniform(), session.line))
    assert "nog niet af" not in "\n".join(every(made(session)))


def test_in_a_first_year_nobody_asks_about_a_birth(born: Path) -> None:
    year = begin_year(again(born), None)
    while not year.finished:
        year.act(year.driver.choose(year.state, Beginner(), year.line))
    asked = [q for step in made(year, "en").steps for q in step.questions]
    assert not [q.text for q in asked if re.search(r"\bborn|birth", q.text)]
    assert {"jaar-opnieuw", "waarde"} <= {q.id for q in asked}


def test_notes_of_the_facilitator_become_questions(played: Callable[..., Path]) -> None:
    path = played(seed=2, actions=6)
    session, _ = resume(path)
    facilitating.note(session, "hier werd het stil")
    session.close()
    found = {q.id: q for step in made(again(path)).steps for q in step.questions}
    asked = [q for name, q in found.items() if name.startswith("notitie-")]
    assert [("hier werd het stil" in q.fact) for q in asked] == [True]


def test_notes_are_kept_and_stand_at_their_question(played: Callable[..., Path]) -> None:
    path = played(seed=3)
    session, _ = resume(path)
    session.remark(REMARK, {"stap": "werk", "vraag": "wie-gelooft", "tekst": "de *beheerder* <b>"})
    assert "beheerder" in path.read_text(encoding="utf-8"), "on disk at once"
    session.remark(REMARK, {"stap": "straks", "vraag": "", "tekst": "op dinsdag"})
    session.close()
    kept = again(path)
    assert [note.text for note in written(kept)] == ["de *beheerder* <b>", "op dinsdag"]
    text = markdown(made(kept), Voice(kept.board, "nl").tr)
    assert "- de \\*beheerder\\* \\<b\\>" in text
    assert text.index("Wie gelooft erin") < text.index("beheerder") < text.index("Welk risico")
    assert "- op dinsdag" in text
    again_, torn = resume(path)
    again_.close()
    assert torn == 0


def test_the_same_journal_gives_the_same_text(not_born: Path) -> None:
    one, two = (markdown(made(again(not_born)), Voice(again(not_born).board, "nl").tr) for _ in range(2))
    assert one == two
    assert one.count("\n## ") == 6


def better_ways(session: Session) -> tuple[Tip, ...]:
    """Two turning points as if they had been found: the second would have given more."""
    tips: list[Tip] = []
    for moment in [m for m in session.moments.all if m.action is not None and m.action.kind == "zet"][:2]:
        before = session.moments.all[moment.parent].state
        other = next(a for a in session.game.legal(before) if a.kind == "zet" and a != moment.action)
        low, high = (Point(moment.line, 1, moment.state, games=10, won=won) for won in (1, 2 ** (2 + len(tips)) - 1))
        assert moment.action is not None
        did, better = Option(moment.action.key, low, moment.line), Option(other.key, high, moment.line)
        tips.append(Tip(change(Point(moment.parent, 1, before, games=10, won=1), low), did, better))
    return tuple(tips)


def test_a_better_way_is_asked_about_when_turning_points_were_looked_for(not_born: Path) -> None:
    """The largest of those that were surely better, with what it would have given; without them no such question."""
    session = again(not_born)
    voice, tips = Voice(session.board, "nl"), better_ways(session)
    found = guide(voice, session, tips)
    asked = next(q for q in found.steps[4].questions if q.id == "beter-toen")
    assert found.steps[4].questions[0] == asked
    assert "10% → 30%" in asked.fact
    assert voice.titles.move(tips[1].other.key[2]).lower() in asked.fact.lower()
    assert all(f"({voice.titles.seat(seat)})" not in asked.fact for seat in session.board.seats)
    assert all(q.id != "beter-toen" for q in made(session).steps[4].questions)


# -- the command -------------------------------------------------------------------------------------------------------


def test_the_command_prints_markdown_to_a_pipe(commands: Commands, english: Commands, born: Path) -> None:
    done = commands.here("nabespreken", born)
    assert done.status == 0
    assert done.out.startswith("# Nabespreken: Graaf Reinald\n")
    assert commands.here("nabespreken", "--tekst", born).out == done.out
    assert english.here("debriefing", born).out.startswith("# Debriefing of Graaf Reinald\n")


def test_the_command_asks_about_a_better_way_that_was_looked_for(
    commands: Commands, not_born: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Turning points of few games are seldom sure: which were found is made up, that they were looked for is not."""
    from geboortespel.cli import lookback

    look, asked = lookback.sharpened, list[int | None]()

    def sure(session: Session, games: int | None, tr: Translator) -> Chances:
        asked.append(games)
        chances = look(session, games, tr)
        chances.tips = better_ways(session)
        return chances

    monkeypatch.setattr(lookback, "sharpened", sure)
    text = "Stel dat jullie dit toen hadden geweten."
    done = commands.here("nabespreken", not_born, "--kansen", 1)
    assert done.status == 0
    assert text in done.out
    assert "10% → 30%" in done.out
    assert asked == [1]
    assert text not in commands.here("nabespreken", not_born).out


def test_the_command_never_writes_over_a_file(commands: Commands, born: Path, tmp_path: Path) -> None:
    path = tmp_path / "gids.md"
    assert commands.here("nabespreken", born, "-o", path).status == 0
    path.write_text(path.read_text(encoding="utf-8") + "mijn eigen aantekening", encoding="utf-8")
    before = path.read_bytes()
    assert commands.here("nabespreken", born, "-o", path).status == 2
    assert path.read_bytes() == before


def test_what_is_no_journal_is_told(commands: Commands, tmp_path: Path) -> None:
    done = commands.here("nabespreken", tmp_path / "niets.jsonl")
    assert (done.status, done.out) == (2, "")
    assert "Traceback" not in done.err
