"""Every command by its Dutch and its English name: help, wrong use, exit status, data apart from notes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from geboortespel import __version__
from geboortespel.cli.root import COMMANDS
from tests.running import KLEIN, PROEF, ROOT, Commands

NAMES = [(dutch, english) for dutch, (english, _) in COMMANDS.items()]
OPTIONS = {
    "speel": ("--tekst --text", "--zaad --seed", "--rol --role", "--journaal --journal", "--zonder-klok --no-clock"),
    "lijst": ("--json",),
    "controleer": ("--formaat --format",),
    "leg-uit": (),
    "herhaal": ("--tot --until",),
    "kaartje": (),
    "fluisterkaarten": ("-o", "--uit --output"),
    "simuleer": (
        "--aantal --games",
        "--speler --player",
        "--zaad --seed",
        "--processen --processes",
        "--cluster --json",
    ),
    "kansen": ("--toestanden --states", "--aantal --games", "--speler --player", "--json"),
    "bereik": ("--aantal --games", "-o, --uit --output", "--processen --processes", "--json"),
    "lessen": ("--toets --try", "--les --only", "--aantal --games", "--json"),
    "aanvulling": (),
}


def test_the_commands_are_those_of_the_design() -> None:
    designed = {
        "speel": "play",
        "lijst": "list",
        "controleer": "check",
        "leg-uit": "explain",
        "herhaal": "replay",
        "kaartje": "card",
        "fluisterkaarten": "whisper",
        "simuleer": "simulate",
        "kansen": "odds",
        "bereik": "reach",
        "lessen": "lessons",
        "aanvulling": "completion",
    }
    assert designed.items() <= dict(NAMES).items()


@pytest.mark.parametrize(("dutch", "english"), NAMES)
def test_either_name_shows_the_same_help(dutch: str, english: str, commands: Commands) -> None:
    own, other = commands.here(dutch, "--help"), commands.here(english, "--hulp")
    assert own.status == other.status == 0
    assert own.out.replace(f"geboortespel {dutch} [", "") == other.out.replace(f"geboortespel {english} [", "")
    assert own.err == other.err == ""
    for names in OPTIONS.get(dutch, ()):
        for name in names.split():
            assert name in own.out


@pytest.mark.parametrize("option", ["--versie", "--version"])
def test_the_version_is_data(option: str, commands: Commands) -> None:
    done = commands.here(option)
    assert (done.status, done.out, done.err) == (0, f"geboortespel {__version__}\n", "")


def test_help_lists_the_commands_in_its_own_language(commands: Commands, english: Commands) -> None:
    dutch, other = commands.here("--help").out, english.here("-h").out
    for name, alias in NAMES:
        assert re.search(rf"^  {name} ", dutch, re.MULTILINE)
        assert re.search(rf"^  {alias} ", other, re.MULTILINE)
        assert name == alias or not re.search(rf"^  {alias} ", dutch, re.MULTILINE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_language_comes_from_option_variable_or_locale(
    language: str, commands: Commands, english: Commands
) -> None:
    expected = {"nl": commands, "en": english}[language].here("lijst", "--help").out
    other = {"nl": english, "en": commands}[language]
    assert other.here("lijst", "--help", "--taal", language).out == expected
    assert other.here("lijst", f"--language={language}", "--help").out == expected
    assert other.here("--taal", language, "lijst", "--help").out == expected
    assert other.here("lijst", "--help", GEBOORTESPEL_TAAL=language).out == expected
    lang = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}[language]
    assert other.here("lijst", "--help", GEBOORTESPEL_TAAL="", LANG=lang).out == expected


WRONG = [
    ("bestaat-niet",),
    ("--bestaat-niet",),
    ("speel", "eerste-dijk", "te-veel"),
    ("speel", "eerste-dijk", "--zaad", "twaalf"),
    ("speel", "eerste-dijk", "--zaad", "-1"),
    ("speel", "eerste-dijk", "--zaad", str(2**31)),
    ("speel", "eerste-dijk", "--zaad"),
    ("speel", "eerste-dijk", "--rol", "niemand", "--tekst"),
    ("speel", "eerste-dik", "--tekst"),
    ("speel", "--journaal", "bestaat-niet.jsonl", "--tekst"),
    ("lijst", "te-veel"),
    ("controleer",),
    ("controleer", "bestaat-niet.yaml"),
    ("controleer", "eerste-dijk", "--formaat", "xml"),
    ("leg-uit",),
    ("leg-uit", "G999"),
    ("leg-uit", "\x1b[31mrood"),
    ("herhaal",),
    ("herhaal", "bestaat-niet.jsonl"),
    ("herhaal", "bestaat-niet.jsonl", "--tot", "min"),
    ("herhaal", str(ROOT)),
    ("herhaal", str(KLEIN)),
    ("kaartje",),
    ("kaartje", "bestaat-niet.jsonl"),
    ("kaartje", str(KLEIN)),
    ("aanvulling",),
    ("aanvulling", "csh"),
    ("lijst", "--taal", "fr"),
    ("\x1b]0;titel\x07",),
    ("herhaal", "\x1b[31m.jsonl"),
    ("controleer", "a\nb\x9b31m.yaml"),
    ("speel", "--journaal", "\x1b[2J", "--tekst"),
]


@pytest.mark.parametrize("words", WRONG, ids=lambda words: " ".join(words).encode("unicode_escape").decode())
def test_wrong_use_is_status_2_and_a_note(words: tuple[str, ...], commands: Commands, english: Commands) -> None:
    for language in (commands, english):
        done = language.here(*words)
        assert done.status == 2
        assert done.err.strip()
        announced = "speel" in words and "--tekst" in words
        assert done.out.count("\n") == announced, "what is wrong is no data"
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]|Traceback", done.out + done.err)


def test_a_near_miss_is_suggested(commands: Commands) -> None:
    assert "Bedoel je 'eerste-dijk'?" in commands.here("controleer", "eerste-dik").err


def test_the_list_names_what_is_shipped(commands: Commands) -> None:
    found = json.loads(commands.here("lijst", "--json").out)
    assert found == json.loads(commands.here("list", "--json").out)
    assert {entry["id"] for entry in found} == {path.parent.name for path in ROOT.glob("scenarios/*/scenario.yaml")}
    told = commands.here("lijst", COLUMNS="80")
    assert (told.status, told.err) == (0, "")
    assert max(map(len, told.out.splitlines())) <= 80
    parts = [part.split("\n") for part in told.out.strip().split("\n\n")]
    said = {part[0]: part[1:] for part in parts}
    assert len(said) == len(found)
    for entry in found:
        assert Path(entry["path"]).is_file()
        assert all(entry[key] for key in ("id", "title", "about", "players", "playtime"))
        facts, hard, *rest = said[f"{entry['title']} ({entry['id']})"]
        assert facts.startswith(f"  {entry['players']} spelers, {entry['playtime']}, ")
        assert hard.startswith("  Moeilijkheid: ")
        whole = " ".join(" ".join(rest).split())
        assert entry["about"] in whole
        assert entry["teaches"] in whole
        assert all(lesson["title"] in whole for lesson in entry["lessons"])


@pytest.mark.parametrize(
    "name", ["eerste-dijk", str(ROOT / "scenarios/eerste-dijk/scenario.yaml"), "scenarios/eerste-dijk"]
)
def test_a_scenario_is_an_id_or_a_path(
    name: str, commands: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    checked = commands.here("controleer", name)
    assert (checked.status, checked.out, checked.err) == (0, "", "Geen fouten.\n")
    journal = tmp_path / "spel.jsonl"
    played = commands.here("speel", name, "--tekst", "--zaad", 3, "--journaal", journal)
    assert played.status == 0
    assert "De eerste dijk" in played.out
    assert commands.here("speel", name, "--tekst", "--journaal", journal).status == 0, "going on, named again"
    other = commands.here("speel", PROEF, "--tekst", "--journaal", journal)
    assert (other.status, "eerste-dijk" in other.err) == (2, True)
    assert commands.here("speel", name, "--tekst", "--zaad", 4, "--journaal", journal).status == 2


def test_text_mode_may_be_asked_before_the_command(commands: Commands) -> None:
    assert "vanwege --tekst" in commands.here("--tekst", "speel", KLEIN).out
    assert "vanwege --tekst" in commands.here("--text").out


def test_roles_that_people_play(commands: Commands, tmp_path: Path) -> None:
    journal = tmp_path / "spel.jsonl"
    done = commands.here("speel", PROEF, "--tekst", "--rol", "jurist", "--journaal", journal)
    assert done.status == 0
    assert "  Jurist. Jij schrijft het op." in done.out
    assert "  Projectmanager. " not in done.out
    assert json.loads(journal.read_text("utf-8").splitlines()[0])["mensen"] == ["jurist"]
    wrong = commands.here("speel", PROEF, "--tekst", "--role", "jurist", "--role", "koning")
    assert wrong.err == "Rol 'koning' is er niet. Wel: projectmanager, jurist.\n"
