"""`controleer` and `leg-uit`: faults as text and as JSON, their status, and the page of each code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geboortespel.scenario.codes import CODES
from tests.running import KLEIN, ROOT, Commands

CLEAN = ROOT / "tests/scenario/review/helder.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A scenario with two faults."""
    path = tmp_path / "stuk.yaml"
    path.write_text("formaat: 1\nid: stuk\ntitle: Stuk\n", encoding="utf-8")
    return path


def test_whole_scenarios_have_no_faults(commands: Commands) -> None:
    done = commands.here("controleer", KLEIN, CLEAN, "eerste-dijk", "graaf-reinald")
    assert (done.status, done.out, done.err) == (0, "", "Geen fouten.\n")


def test_faults_have_a_place_a_line_and_a_caret(broken: Path, commands: Commands, english: Commands) -> None:
    done = commands.here("controleer", broken)
    assert done.status == 1
    assert f"{broken}:3:1: fout[G011] 'title' is geen sleutel die hier kan staan. Bedoel je 'titel'?" in done.out
    assert "    title: Stuk\n    ^\n" in done.out
    assert done.err == "2 fouten, 0 waarschuwingen. Meer over een code: geboortespel leg-uit G013\n"
    other = english.here("check", broken)
    assert other.status == 1
    assert f"{broken}:3:1: error[G011]" in other.out
    assert other.err == "2 faults, 0 warnings. More about a code: geboortespel explain G013\n"


@pytest.mark.parametrize("words", [("--formaat", "json"), ("--format", "json")])
def test_faults_as_json(words: tuple[str, ...], broken: Path, commands: Commands) -> None:
    done = commands.here("controleer", KLEIN, broken, *words)
    found = json.loads(done.out)
    assert (done.status, done.err) == (1, "")
    assert [(fault["code"], fault["line"], fault["column"]) for fault in found][-1] == ("G011", 3, 1)
    assert {fault["severity"] for fault in found} == {"fout"}
    assert all(fault["path"] == str(broken) and fault["message"] for fault in found)
    assert json.loads(commands.here("controleer", KLEIN, *words).out) == []


def test_warnings_alone_are_no_fault(tmp_path: Path, commands: Commands) -> None:
    path = tmp_path / "mager.yaml"
    path.write_text("formaat: 1\nid: mager\ntitel: Mager\nuitkomsten: [{id: niet, soort: niet, titel: Niet}]\n")
    done = commands.here("controleer", path)
    assert "let-op[" in done.out
    assert done.status == 0
    assert done.err.startswith("0 fouten, 1 waarschuwing. ")


def test_a_finding_says_why_and_what_to_do(tmp_path: Path, commands: Commands, english: Commands) -> None:
    """A warning is no fault, unless that is asked for."""
    path = tmp_path / "helder.yaml"
    path.write_text(CLEAN.read_text("utf-8").replace("als: ronde = 3", "als: ronde = 8"), "utf-8")
    done = commands.here("controleer", path)
    assert done.status == 0
    assert (
        f"{path}:64:36: let-op[G140] dit kan nooit: gevraagd is 'ronde = 8', en ronde ligt tussen 1 en 5\n" in done.out
    )
    assert "    → Deze grenzen gelden in elk spel: waar het begint, " in done.out
    assert max(map(len, done.out.replace(str(path), "").splitlines()[3:])) <= 80
    assert done.err.startswith("0 fouten, 1 waarschuwing. ")
    assert commands.here("controleer", path, "--streng").status == 1
    assert english.here("check", path, "--strict").status == 1
    assert commands.here("controleer", CLEAN, "--streng").status == 0
    (found,) = json.loads(commands.here("controleer", path, "--formaat", "json").out)
    assert (found["code"], found["severity"]) == ("G140", "let-op")
    assert found["help"].startswith("Deze grenzen gelden")


def test_faults_beside_the_lines_of_a_pull_request(broken: Path, commands: Commands) -> None:
    done = commands.here("controleer", broken, "--formaat", "github")
    lines = done.out.splitlines()
    assert (done.status, done.err, len(lines)) == (1, "", 2)
    assert lines[1].startswith(f"::error file={broken},line=3,col=1,title=G011::'title' is geen sleutel")
    assert "%0A" in lines[1]


def test_what_can_not_be_read_weighs_most(tmp_path: Path, broken: Path, commands: Commands) -> None:
    folder = tmp_path / "map.yaml"
    folder.mkdir()
    assert commands.here("controleer", broken, folder).status == 2
    assert commands.here("controleer", broken, tmp_path / "weg.yaml").status == 2


def test_a_part_is_checked_with_the_scenario_that_takes_it_over(tmp_path: Path, commands: Commands) -> None:
    """It may name what stands in the rest of the scenario; what is wrong in it is told once."""
    whole, part, other = tmp_path / "scenario.yaml", tmp_path / "mensen.yaml", tmp_path / "los.yaml"
    text = KLEIN.read_text("utf-8")
    name, kept = next(line for line in text.split("\n") if line.startswith("id: ")), "id: mensen\ntitel: Mensen\n"
    whole.write_text(text.replace(name, f"{name}\ngebruikt: mensen"), encoding="utf-8")
    part.write_text(f"formaat: 1\n{kept}tips:\n  - {{als: budget >= 1, tekst: Tel}}\n", encoding="utf-8")
    other.write_text(f"formaat: 1\n{kept}tips:\n  - {{als: budget >= 1, tekst: Tel}}\n", encoding="utf-8")
    alone = commands.here("controleer", other)
    assert "budget" in alone.out
    both = commands.here("controleer", part, whole)
    assert (both.status, both.out) == (0, "")
    part.write_text(f"formaat: 1\n{kept}tips:\n  - {{als: niets >= 1, tekst: Tel}}\n", encoding="utf-8")
    assert commands.here("controleer", part, whole, part).out.count("'niets'") == 1


def test_the_scenario_of_a_part_is_read_once(
    tmp_path: Path, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from geboortespel.scenario import reader

    opened: list[str] = []
    load = reader._Reader.load

    def counted(self: reader._Reader, path: Path, *args: object, **more: object) -> object:
        opened.append(path.name)
        return load(self, path, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reader._Reader, "load", counted)
    whole = ROOT / "scenarios" / "zwolse-zwaluw"
    done = commands.here("controleer", whole / "mensen.yaml", whole / "scenario.yaml")
    assert (done.status, done.out) == (0, "")
    assert opened.count("scenario.yaml") == 1


def test_a_broken_scenario_is_not_played(broken: Path, commands: Commands, tmp_path: Path) -> None:
    done = commands.here("speel", broken, "--tekst", "--journaal", tmp_path / "spel.jsonl")
    assert done.status == 1
    assert "fout[G011]" in done.err
    assert done.err.endswith("Dit scenario is pas te spelen als dat hersteld is.\n")
    assert not (tmp_path / "spel.jsonl").exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_has_its_page(language: str, commands: Commands) -> None:
    word = {"fout": {"nl": "fout", "en": "error"}, "let-op": {"nl": "let-op", "en": "warning"}}
    pages = set()
    for code, about in CODES.items():
        done = commands.here("leg-uit", code.lower(), "--taal", language)
        assert (done.status, done.err) == (0, "")
        heading, empty, *page = done.out.splitlines()
        assert heading.startswith(f"{code} ({word[about.severity][language]}): ")
        assert not empty
        assert "".join(page).strip()
        assert done.out == commands.here("explain", code, "--taal", language).out
        pages.add(done.out)
    assert len(pages) == len(CODES)


def test_a_code_that_is_told_can_be_explained(broken: Path, commands: Commands) -> None:
    for fault in json.loads(commands.here("controleer", broken, "--formaat", "json").out):
        assert commands.here("leg-uit", fault["code"]).status == 0


def test_paths_are_told_as_they_were_given(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "tests/scenario/corpus")
    name = sorted(path.name for path in Path().glob("voorwaarde-*.yaml"))[0]
    done = commands.here("controleer", name)
    assert done.status == 1
    assert done.out.startswith(f"{name}:")
