"""Experiments on lessons: what is left out, pairs on the same seeds, verdicts, all of the base set in working order."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import stdev

import pytest
from attrs import evolve

from geboortespel.analysis.lessons import Experiment, Result, UnknownThing, experiments, run
from geboortespel.analysis.lessons.experiments import untried
from geboortespel.analysis.lessons.trial import Difference
from geboortespel.analysis.lessons.variants import harder, lowered, without
from geboortespel.analysis.running import Hands
from geboortespel.analysis.simulate import simulate
from geboortespel.analysis.usage import used
from geboortespel.engine.game import Game
from geboortespel.scenario.model import Scenario, Trial
from geboortespel.scenario.reader import read
from tests.running import KLEIN, Commands
from tests.shipped import scenario

GONE = {
    "zet.luisteren": ("zet.luisteren", "gok.raak"),
    "zet.vorm-kiezen.ontwerp": ("zet.vorm-kiezen.ontwerp",),
    "argument.open-boek": ("zet.overtuigen.open-boek",),
    "adviseur.meedenker": ("zet.adviseur-inschakelen.meedenker",),
    "drempel.hoofdprijs-angst": ("drempel_zichtbaar.hoofdprijs-angst", "route.hoofdprijs-angst.boek-open"),
    "route.hoofdprijs-angst.boek-open": ("route.hoofdprijs-angst.boek-open",),
    "kaart.nieuws.kantinepraat": ("kaart.nieuws.kantinepraat",),
    "afspraak.inzage.open": ("afspraak.inzage.open",),
}


@pytest.mark.parametrize("thing", GONE)
def test_what_is_left_out_is_never_used(thing: str) -> None:
    dijk = scenario("eerste-dijk")
    usual = used(simulate(dijk, "grillig", range(40), detail=True))
    less = used(simulate(without(dijk, thing), "grillig", range(40), detail=True))
    assert any(usual[name] for name in GONE[thing])
    assert not any(less[name] for name in GONE[thing])


def test_an_answer_an_event_and_an_influence_can_be_left_out() -> None:
    graaf = scenario("graaf-reinald")
    asked = next(event for event in graaf.events.values() if event.options)
    option = next(iter(asked.options))
    tally = simulate(without(graaf, f"keuze.{asked.id}.{option}"), "grillig", range(12), detail=True)
    assert not tally.used[f"keuze.{asked.id}.{option}"]
    happened = simulate(without(graaf, f"gebeurtenis.{asked.id}"), "grillig", range(12), detail=True)
    assert not happened.used[f"gebeurtenis.{asked.id}"]
    link = next(iter(graaf.influences.values()))
    still = without(graaf, f"invloed.{link.id}").influences[link.id]
    assert (still.green, still.amber, still.red) == (0, 0, 0)


@pytest.mark.parametrize(
    "thing", ["zet.weg", "zet.vorm-kiezen.weg", "keuze.weg.ja", "kaart.weg.weg", "iets.weg", "zet"]
)
def test_what_is_not_there_can_not_be_left_out(thing: str) -> None:
    with pytest.raises(UnknownThing):
        without(scenario("eerste-dijk"), thing)


def test_levels_begin_lower() -> None:
    dijk = scenario("eerste-dijk")
    stock = next(aspect.id for aspect in dijk.aspects.values() if aspect.start is not None)
    seen = next(aspect.id for aspect in dijk.aspects.values() if aspect.insight is not None)
    people = next(aspect.id for aspect in dijk.aspects.values() if aspect.derived is not None)
    start, insight = dijk.aspects[stock].start or 0, dijk.aspects[seen].insight or 0
    assert lowered(dijk, stock, 5).aspects[stock].start == start - 5
    assert lowered(dijk, seen, 200).aspects[seen].insight == 0
    assert lowered(dijk, seen, 5).aspects[seen].insight == insight - 5
    members = dijk.body.members if dijk.body else ()
    before, after = Game(dijk).rules.layout.quantities, Game(lowered(dijk, people, 7)).rules.layout.quantities
    assert members
    assert all(after[f"steun.{actor}"].start == before[f"steun.{actor}"].start - 7 for actor in members)
    assert harder(dijk, 3).aspects[stock].start == start - 3


def test_every_lesson_of_the_base_set_is_tried_or_named() -> None:
    graaf = scenario("graaf-reinald")
    found = experiments(graaf)
    names = {experiment.name for experiment in found}
    assert len(names) == len(found)
    assert {f"les.{lesson}" for lesson in graaf.lessons} == {n for n in names if n.startswith("les.")} | {
        f"les.{lesson}" for lesson in untried(graaf)
    }
    assert {f"drempel.{threshold}" for threshold in graaf.thresholds} <= names
    assert {f"aspect.{aspect}" for aspect in graaf.aspects} <= names
    for experiment in found:
        Game(experiment.variant(graaf), fast=True)


def test_a_lesson_can_say_how_it_is_tried() -> None:
    dijk = scenario("eerste-dijk")
    lesson = next(iter(dijk.lessons.values()))
    trial = Trial(without=("zet.luisteren",), lower={}, where={"verhaal": 5}, then="meer")
    own = evolve(dijk, lessons={lesson.id: evolve(lesson, trial=trial)})
    found = next(experiment for experiment in experiments(own) if experiment.name == f"les.{lesson.id}")
    assert (found.left_out, found.where, found.then) == (("zet.luisteren",), {"verhaal": 5}, "meer")
    none = evolve(dijk, lessons={lesson.id: evolve(lesson, trial=Trial((), {}))})
    assert untried(none) == (lesson.id,)


def test_listening_helps_and_pairs_are_on_the_same_seeds() -> None:
    dijk = scenario("eerste-dijk")
    wanted = [e for e in experiments(dijk) if e.name == "les.eerst-luisteren"]
    (result,) = run(dijk, wanted, games=120)
    assert result.verdict == "klopt"
    assert result.born.high < 0 or result.green.high < 0
    base = harder(wanted[0].base(dijk) if not result.level else harder(dijk, result.level), 0)
    if not result.level:
        assert simulate(base, "planner", range(1, 121)).won == round(result.born_with * 120)
        assert simulate(wanted[0].variant(dijk), "planner", range(1, 121)).won == round(result.born_without * 120)


def test_the_same_over_processes() -> None:
    dijk = scenario("eerste-dijk")
    wanted = experiments(dijk)[:3]
    assert run(dijk, wanted, games=20) == run(dijk, wanted, games=20, hands=Hands(2))


def test_the_more_are_tried_together_the_wider_the_intervals() -> None:
    """Alone 1.96 standard errors on each side, of three together 2.39 (Bonferroni)."""
    dijk = scenario("eerste-dijk")
    wanted = [e for e in experiments(dijk) if e.name in ("les.een-doel", "les.open-boek", "les.eerst-luisteren")]
    (alone,), together = run(dijk, wanted[:1], games=24), run(dijk, wanted, games=24)[0]
    widths = [(r.born.high - r.born.low) / 2 for r in (alone, together)]
    values = [other - one for one, other in zip(*_births(dijk, wanted[0], alone.level), strict=True)]
    assert widths == pytest.approx([1.960 * stdev(values) / 24**0.5, 2.394 * stdev(values) / 24**0.5], rel=1e-3)


def _births(dijk: Scenario, experiment: Experiment, level: int) -> tuple[list[bool], list[bool]]:
    """Whether each of 24 games with it ended as intended, and each without."""
    base = harder(dijk, level)
    played = experiment.base(base), experiment.variant(base)
    with_it, without = ([bool(simulate(s, "planner", [seed]).won) for seed in range(1, 25)] for s in played)
    return with_it, without


def _result(
    born: tuple[float, float], green: tuple[float, float], effort: tuple[float, float], *, more: bool = False
) -> Result:
    experiment = Experiment("les.x", (), then="meer" if more else "minder")
    differences = [Difference((low + high) / 2, low, high) for low, high in (born, green, effort)]
    return Result(experiment, 10, 0, 0.5, 0.5, 5, 5, *differences, saturated=False)


NOT = (-1.0, 1.0)
VERDICTS = [
    ((-0.2, -0.1), NOT, NOT, False, "klopt"),
    (NOT, (-1, -0.5), NOT, False, "klopt"),
    (NOT, NOT, NOT, False, "niet_te_zien"),
    (NOT, NOT, (0.5, 2), False, "in_tijd"),
    (NOT, NOT, (-2, -0.5), False, "niet_te_zien"),
    (NOT, NOT, (-2, -0.5), True, "in_tijd"),
    ((0.1, 0.2), NOT, (0.5, 2), False, "andersom"),
    (NOT, (0.5, 1), NOT, False, "andersom"),
    ((0.1, 0.2), (-1, -0.5), NOT, False, "andersom"),
    ((0.1, 0.2), NOT, NOT, True, "klopt"),
]


@pytest.mark.parametrize(("born", "green", "effort", "more", "verdict"), VERDICTS)
def test_verdicts(
    born: tuple[float, float], green: tuple[float, float], effort: tuple[float, float], more: bool, verdict: str
) -> None:
    assert _result(born, green, effort, more=more).verdict == verdict


def test_a_handful_of_pairs_tells_nothing() -> None:
    assert Difference(0.05, 0.01, 0.1, moved=5).sign == 0
    assert Difference(0.05, 0.01, 0.1, moved=6).sign == 1
    assert Difference(-0.05, -0.1, -0.01, moved=60).sign == -1


def test_a_difficulty_is_looked_for_where_neither_saturates() -> None:
    """Of a game that is always won at its own difficulty, a harder one tells more."""
    easy = harder(scenario("eerste-dijk"), -6)
    wanted = [e for e in experiments(easy) if e.name == "les.eerst-luisteren"]
    (result,) = run(easy, wanted, games=40)
    assert result.level != 0


def test_lessons_listed_and_tried(commands: Commands, english: Commands) -> None:
    listed = commands.here("lessen", "eerste-dijk")
    assert listed.status == 0
    assert "eerst-luisteren: Eerst horen wat iemand tegenhoudt\n    zet.luisteren" in listed.out
    words = ("lessen", "eerste-dijk", "--toets", "--les", "eerst-luisteren", "-n", 40, "--processen", 1)
    done = commands.here(*words)
    assert done.status == 0
    assert "les.eerst-luisteren" in done.out
    assert "1 klopt, 0 klopt in moeite, 0 andersom, 0 niet te zien." in done.out
    (row,) = json.loads(commands.here(*words, "--json").out)["proeven"]
    assert row["oordeel"] == "klopt"
    assert row["geboren"]["laag"] <= row["geboren"]["verschil"] <= row["geboren"]["hoog"]
    assert "1 as it should" in english.here("lessons", *words[1:]).out
    wrong = commands.here("lessen", "eerste-dijk", "--toets", "--les", "weg")
    assert (wrong.status, wrong.err) == (2, "Voor 'les.weg' is er geen proef.\n")
    assert commands.here("lessen", KLEIN).out == ""


def test_an_experiment_that_leaves_out_what_is_not_there(commands: Commands, tmp_path: Path) -> None:
    path = tmp_path / "klein.yaml"
    text = KLEIN.read_text("utf-8") + "lessen:\n  les-een: {titel: Een, proef: {zonder: [zet.wegg]}}\n"
    path.write_text(text, encoding="utf-8")
    assert read(path).scenario is not None
    said = "De proef voor les.les-een laat 'zet.wegg' weg, en dat is er niet.\n"
    done = commands.here("lessen", path, "--toets", "--les", "les-een")
    assert (done.status, done.err) == (1, said)
    assert commands.here("lessen", path, "--toets").err == said
