"""What README.md says: the command that plays works on a fresh copy, and what it lists is there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from geboortespel.cli.root import COMMANDS
from tests.install.copies import copy, readme_command
from tests.running import ROOT, Commands, Screen, environment

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.slow
def test_the_command_that_plays(tmp_path: Path) -> None:
    """On a fresh copy, with nothing set up: one command, and the menu is there."""
    tree = copy(tmp_path / "geboortespel")
    env = environment(tmp_path / "map", TERM="xterm-256color", HOME=str(tmp_path), PIP_DISABLE_PIP_VERSION_CHECK="1")
    del env["COLUMNS"], env["LINES"]
    path = [part for part in env["PATH"].split(os.pathsep) if ".venv" not in part]
    env["PATH"] = os.pathsep.join(path)
    screen = Screen("bash", ["-c", readme_command("play")], env, cwd=tree)
    screen.see("Nieuw spel", 240)
    screen.type("\x11")
    assert screen.end() == 0
    assert (tree / ".venv/bin/geboortespel").exists()
    assert b"Traceback" not in screen.raw


def test_the_gate_runs_the_readme_test_command() -> None:
    command = readme_command("test")
    assert command.startswith("python3 -m venv .venv && ")
    assert command.endswith(" && .venv/bin/python -m pytest")
    gate = (ROOT / ".ci/run").read_text("utf-8")
    assert "<!-- test-command -->" in gate
    for step in ("-m pytest -m slow", "ruff check", "ruff format --check", "mypy", "lint-imports", "controleer"):
        assert step in gate


def test_the_commands_are_listed_by_both_names() -> None:
    listed = re.findall(r"^\| `geboortespel (\S+?)[ `].*?\| `(\S+)` \|", README, re.MULTILINE)
    assert dict(listed) == {dutch: english for dutch, (english, _) in COMMANDS.items()}


def test_the_options_it_names_are_there(commands: Commands) -> None:
    said = set(re.findall(r"`(--[a-z-]+)", README))
    known = "".join(commands.here(name, "--help").out for name in COMMANDS) + commands.here("--help").out
    assert said
    for option in said:
        assert option in known, option


def test_the_example_of_a_pipe(commands: Commands) -> None:
    """`printf '…' | geboortespel WORDS` in the README does what it says."""
    ((given, words),) = re.findall(r"^printf '(.*)' \| geboortespel (.*)$", README, re.MULTILINE)
    done = commands.here(*words.split(), given=given.replace("\\n", "\n"))
    assert (done.status, done.err) == (0, "")
    assert "\n#1\n" in done.out
    assert "Verder spelen:" in done.out


def test_the_letters_it_names_are_in_the_help(commands: Commands) -> None:
    done = commands.here("speel", "eerste-dijk", "--tekst", given="1\n4\n?\n")
    section = README.partition("## Line mode")[2].partition("\n## ")[0]
    letters = set(re.findall(r"`([a-z0?])`", section))
    shown = set(re.findall(r"^ ?([a-z0]|\?3)  ", done.out.rpartition("> ?\n")[2], re.MULTILINE))
    assert {letter.replace("?3", "?") for letter in shown} <= letters | {"?"}
    assert letters <= {letter.replace("?3", "?") for letter in shown}
