"""Line mode is chosen when asked for or when the table can't be, says why, and never loads the table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import PROEF, ROOT, Commands

FIRST = {
    "nl": {
        "asked": "Geboortespel als tekst, vanwege --tekst. ? geeft hulp.",
        "accessible": "Geboortespel als tekst, omdat ACCESSIBLE=1 is gezet. ? geeft hulp.",
        "dumb": "Geboortespel als tekst, omdat TERM op dumb staat. ? geeft hulp.",
        "none": "Geboortespel als tekst, omdat er geen terminal is. ? geeft hulp.",
    },
    "en": {
        "asked": "Geboortespel in line mode, because of --tekst. ? gives help.",
        "accessible": "Geboortespel in line mode, because ACCESSIBLE=1 is set. ? gives help.",
        "dumb": "Geboortespel in line mode, because TERM=dumb. ? gives help.",
        "none": "Geboortespel in line mode, because there is no terminal. ? gives help.",
    },
}
ASKED = {"asked": (("--tekst",), {}), "accessible": ((), {"ACCESSIBLE": "1"}), "dumb": ((), {"TERM": "dumb"})}


@pytest.mark.parametrize("language", FIRST)
@pytest.mark.parametrize("why", ASKED)
def test_in_a_terminal_the_first_line_says_why(why: str, language: str, commands: Commands, journal: Path) -> None:
    words, env = ASKED[why]
    own = Commands(commands.folder, language)
    screen = own.terminal("speel", PROEF, "--journaal", journal, *words, **env)
    screen.see("> ")
    screen.type("q\r")
    assert screen.end() == 0
    assert screen.text.splitlines()[0] == FIRST[language][why]
    assert b"\x1b" not in screen.raw


@pytest.mark.parametrize("language", FIRST)
def test_without_a_terminal(language: str, commands: Commands, journal: Path) -> None:
    own = Commands(commands.folder, language)
    for words in ((), ("speel", PROEF, "--journaal", journal)):
        done = own.there(*words)
        assert (done.status, done.err) == (0, "")
        assert done.out.splitlines()[0] == FIRST[language]["none"]
        assert "\x1b" not in done.out


def test_accessible_0_is_not_asked_for(commands: Commands) -> None:
    from geboortespel.lines.mode import line_mode_reason

    for value, reason in (("", "NO_TERMINAL"), ("0", "NO_TERMINAL"), ("1", "ACCESSIBLE"), ("yes", "ACCESSIBLE")):
        from geboortespel.lines import mode

        assert line_mode_reason(False, {"ACCESSIBLE": value}) == getattr(mode, reason)


@pytest.mark.parametrize("answers", ["", "1\n", "1\n4\n1\n1\nb\nw\n1\n1\n0\n0\n"])
@pytest.mark.parametrize("words", [["--tekst"], ["speel", "eerste-dijk", "--tekst"], ["speel", str(PROEF)]])
def test_line_mode_never_loads_the_table(words: list[str], answers: str, commands: Commands) -> None:
    code = (
        "import sys; from geboortespel.cli.main import run; status = run(sys.argv[1:]);"
        "found = sorted({name.split('.')[0] for name in sys.modules} & {'textual', 'rich', 'pygments'});"
        "print(found, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        input=answers.encode(), capture_output=True, cwd=ROOT, env=commands.environment(), timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr.decode() == "[]\n"


def test_the_first_prompt_waits_for_nothing_of_the_game(commands: Commands) -> None:
    """The briefing and its first question need the scenario alone: no engine, no players, no journal."""
    code = (
        "import io, os, sys; from geboortespel.cli.main import run\n"
        "class First(io.StringIO):\n"
        "    def readline(self, *_):\n"
        "        found = [name for name in sys.modules if name.startswith(LATE)]\n"
        "        print(found, file=sys.stderr); os._exit(bool(found))\n"
        "LATE = tuple(f'geboortespel.{part}' for part in 'engine players session market analysis report tui'.split())\n"
        "sys.stdin = First(); run(['speel', 'eerste-dijk', '--tekst'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=commands.environment(), timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"[]\n")


def test_no_colour_changes_nothing(commands: Commands, tmp_path: Path) -> None:
    outs = [
        commands.here(
            "speel", PROEF, "--tekst", "--zaad", 7, "--journaal", tmp_path / name / "x", given="1\n4\nb\n", **env
        )
        for name, env in (("a", {}), ("b", {"NO_COLOR": "1"}))
    ]
    assert outs[0].out.replace("/a/x", "") == outs[1].out.replace("/b/x", "")


@pytest.mark.parametrize("width", [20, 40, 80, 100, 300])
def test_lines_fit_the_terminal(width: int, commands: Commands, journal: Path) -> None:
    answers = "1\n4\n?\nb\n?1\n1\n1\n"
    done = commands.here(
        "speel", "eerste-dijk", "--tekst", "--zaad", 7, "--journaal", journal, given=answers, COLUMNS=str(width)
    )
    *lines, command = done.out.splitlines()
    assert str(journal) in command
    assert max(map(len, lines)) <= min(width, 100)


def test_lines_follow_a_window_that_changes_its_size(commands: Commands, journal: Path) -> None:
    screen = commands.terminal("speel", PROEF, "--tekst", "--zaad", 7, "--journaal", journal, size=(100, 60))
    screen.see("Met hoeveel")
    begun = len(screen.text)
    screen.child.setwinsize(60, 40)
    screen.type("1\r4\r?\r")
    screen.see("laat eerst een andere rol")
    screen.see("klaar voor deze ronde")
    after = screen.text[begun:]
    screen.type("q\r")
    assert screen.end() == 0
    assert max(map(len, screen.text[:begun].splitlines())) > 70
    assert max(map(len, after.splitlines())) <= 40


def test_stopping_in_the_menu_is_no_end_of_input(commands: Commands) -> None:
    done = commands.here("--tekst", given="?\nq\n")
    assert done.status == 0
    assert "Typ het nummer van je keuze" in done.out
    assert "Einde van de invoer" not in done.out
    assert "Einde van de invoer" in commands.here("--tekst", given="?\n").out
