"""The live preview in line mode: a panel after every action, and the new version after every save."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from tests.running import ROOT, Commands

HELDER = (ROOT / "tests/scenario/review/helder.yaml").read_text("utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "helder" / "scenario.yaml"
    made.parent.mkdir()
    made.write_text(HELDER, "utf-8")
    return made


class Author(io.StringIO):
    """Types lines, and saves the scenario in between: a line `save: OLD | NEW` is not typed but done."""

    def __init__(self, path: Path, *lines: str) -> None:
        super().__init__()
        self.path, self.lines = path, list(lines)

    def readline(self, *_: object) -> str:  # type: ignore[override]
        if not self.lines:
            return ""
        line = self.lines.pop(0)
        while self.lines and self.lines[0].startswith("save: "):
            old, new = self.lines.pop(0).removeprefix("save: ").split(" | ")
            text = self.path.read_text("utf-8")
            assert text.count(old) == 1, old
            stamp = self.path.stat().st_mtime_ns + 10_000_000
            self.path.write_text(text.replace(old, new), "utf-8")
            os.utime(self.path, ns=(stamp, stamp))
        return line + "\n"


def number_of(path: Path, commands: Commands, move: str) -> str:
    """The number under which a move is listed first."""
    out = commands.here("speel", path, "--tekst", "--kijk", "--zaad", "3").out
    (found,) = re.findall(rf"^ *(\d+)  {move}", out, re.MULTILINE)
    return found


def test_after_a_save_the_game_goes_on_in_the_new_version(path: Path, commands: Commands) -> None:
    n = number_of(path, commands, "Agenderen")
    author = Author(path, n, "b", "save: kader: +12 | kader: +20", "b", "q")
    done = commands.here("speel", path, "--tekst", "--kijk", "--zaad", "3", given=author)
    assert (done.status, done.err) == (0, "")
    assert "Standen: kader 48 → 60 (+12)" in done.out
    told = done.out.partition("Bewaard, en in ")[2]
    assert "Veranderingen in het scenario: 1.\n  zetten.agenderen.effecten.kader: +12 → +20\n" in told
    assert "Alle 1 acties zijn opnieuw gedaan." in told
    assert "Standen: kader 60 → 68 (+8)" in told
    assert not list(commands.folder.rglob("*.jsonl"))


def test_it_says_where_it_stops(path: Path, commands: Commands) -> None:
    n = number_of(path, commands, "Agenderen")
    gone = (
        "save:   - {id: agenderen, titel: Agenderen, wie: [manager], | "
        "  - {id: agendapunt, titel: Agenderen, wie: [manager],"
    )
    author = Author(path, n, "b", gone, "q")
    routes = path.read_text("utf-8").replace("zet: agenderen, ", "zet: overtuigen, ")
    path.write_text(routes, "utf-8")
    out = " ".join(commands.here("speel", path, "--tekst", "--kijk", "--zaad", "3", given=author).out.split())
    assert "0 van de 1 acties zijn opnieuw gedaan. Hier houdt het op: zet manager agenderen kan niet meer." in out


def test_a_mistake_is_told_and_the_game_waits(path: Path, commands: Commands) -> None:
    author = Author(
        path, "b", "save: als: ronde = 3 | als: rondje = 3", "b", "save: als: rondje = 3 | als: ronde = 3", "q"
    )
    out = commands.here("speel", path, "--tekst", "--kijk", "--zaad", "3", given=author).out
    assert "fout[G064] er is geen grootheid 'rondje'. Bedoel je 'ronde'?" in out
    assert "Zo is het scenario niet te spelen; het spel wacht zoals het was." in out
    assert "Alle 0 acties zijn opnieuw gedaan." in out.partition("wacht zoals het was.")[2]


def test_the_panel(path: Path, commands: Commands, english: Commands) -> None:
    words = ("--text", "--from", "eind", "--lead-in", "niemand", "--state", "verhaal=70", "--seed", "3")
    out = english.here("play", path, *words, given="p\nq\n").out
    assert out.startswith("Geboortespel in line mode, because of --tekst. ? gives help.\nA preview of Helder: ")
    assert "Month 3 of 5. Phase Eind" in out
    first = " ".join(out.partition("Phase Eind")[2].split("> ")[0].split())
    assert re.search(r"Panel: verhaal \d+ → 70 \(\+\d+\);", first)
    everything = " ".join(out.partition("> p\n")[2].split("\n 1  ")[0].split())
    for said in ("verhaal 70;", "steun.raad ", "gerucht ", "drempel.niet-in-kader staat;", "akkoord nee;"):
        assert said in everything
    assert " p  panel: every quantity, hidden ones too" in english.here("play", path, *words, given="?\nq\n").out


def test_a_preview_of_a_game_to_its_end(path: Path, commands: Commands) -> None:
    """Passing to the end; after it, the author can take something back or stop."""
    out = commands.here(
        "speel", path, "--tekst", "--kijk", "--zaad", "3", given="0\n" * 16 + "1\n" * 3 + "0\n" * 9 + "q\n"
    ).out
    assert "Hier eindigt het spel: " in out
    assert "Verander het scenario om verder te gaan. ? zegt wat er nog meer kan." in out
    assert "Hoe noemen jullie" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--vanaf", "ein"), "Er is geen fase of ronde 'ein'. Er zijn: begin, eind, en ronde 1 tot en met 5."),
        (("--vanaf", "9"), "Er is geen fase of ronde '9'."),
        (("--stand", "verhaal"), "'verhaal' is geen stand met een waarde"),
        (("--stand", "verhall=3"), "--stand: er is geen grootheid 'verhall'. Bedoel je 'verhaal'?"),
        (("--vanaf", "eind", "--voorspel", "niemant"), "Er is geen speler 'niemant'."),
        (("--kijk", "--journaal", "x.jsonl"), "Een voorproef houdt geen journaal bij"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], said: str, path: Path, commands: Commands) -> None:
    done = commands.here("speel", path, "--tekst", *words)
    assert done.status == 2
    assert said in done.err
    assert "Traceback" not in done.err
