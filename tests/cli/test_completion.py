"""Completion in bash, zsh and fish: the scripts, and what is completed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geboortespel.cli.completion import SHELLS, VARIABLE
from geboortespel.cli.root import COMMANDS, ENGLISH
from tests.running import ROOT, Commands

SHIPPED = sorted(path.parent.name for path in ROOT.glob("scenarios/*/scenario.yaml"))
PROGRAM = Path(sys.executable).with_name("geboortespel")
ASK = {
    "bash": "source {script}; COMP_WORDS=(geboortespel {words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 )); "
    '_geboortespel_completion geboortespel; printf "%s\\n" "${{COMPREPLY[@]}}"',
    "fish": 'source {script}; complete --do-complete "geboortespel {words}"',
}


def completed(commands: Commands, *words: str) -> list[str]:
    """What is offered for the last word; `TYPE:` before what is no plain word."""
    line = " ".join(("geboortespel", *words[:-1]))
    asking = {VARIABLE: "fish_complete", "COMP_WORDS": line, "COMP_CWORD": words[-1]}
    done = commands.there(**asking)
    assert (done.status, done.err) == (0, "")
    found = []
    for row in done.out.splitlines():
        kind, _, rest = row.partition(",")
        value = rest.split("\t")[0]
        found.append(value if kind == "plain" else f"{kind}:{value}")
    return found


def test_commands_in_the_language_of_the_player(commands: Commands, english: Commands) -> None:
    assert completed(commands, "") == list(COMMANDS)
    assert completed(english, "") == list(ENGLISH)
    assert completed(commands, "sp") == ["speel"]


@pytest.mark.parametrize("name", ["speel", "play", "controleer", "check"])
def test_scenarios_by_id_or_path(name: str, commands: Commands) -> None:
    assert completed(commands, name, "") == SHIPPED
    assert completed(commands, name, "gr") == ["graaf-reinald"]
    assert completed(commands, name, "tests/") == ["file:tests/"]


def test_options_codes_and_files(commands: Commands) -> None:
    assert {"--tekst", "--zaad", "--rol", "--journaal", "--zonder-klok"} <= set(completed(commands, "speel", "--"))
    assert completed(commands, "leg-uit", "g00") == completed(commands, "explain", "G00") != []
    assert completed(commands, "herhaal", "") == ["file:"]
    (commands.folder / "spellen").mkdir(parents=True)
    (commands.folder / "spellen/eerste-dijk-1.jsonl").touch()
    for command in ("herhaal", "kaartje", "terugblik"):
        assert completed(commands, command, "") == ["eerste-dijk-1"]
        assert completed(commands, command, "/tmp/") == ["file:/tmp/"]
    assert completed(commands, "controleer", "--formaat", "j") == ["json"]
    assert completed(commands, "aanvulling", "") == list(SHELLS)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_can_read_its_script(shell: str, commands: Commands, tmp_path: Path) -> None:
    done = commands.here("aanvulling", shell)
    assert (done.status, done.err) == (0, "")
    assert VARIABLE in done.out
    assert commands.here("completion", shell).out == done.out
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not on this machine")
    script = tmp_path / "script"
    script.write_text(done.out, encoding="utf-8")
    subprocess.run([program, "-n", str(script)], check=True, timeout=20)


@pytest.mark.parametrize("shell", ASK)
def test_a_real_shell_completes(shell: str, commands: Commands, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None or not PROGRAM.exists():
        pytest.skip(f"{shell} or the installed program is not on this machine")
    script = tmp_path / "script"
    script.write_text(commands.here("aanvulling", shell).out, encoding="utf-8")
    env = commands.environment(PATH=f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}", HOME=str(tmp_path))
    for words, expected in (("speel gr", {"graaf-reinald"}), ("lijst --j", {"--json"})):
        asked = ASK[shell].format(script=script, words=words)
        done = subprocess.run([program, "-c", asked], capture_output=True, env=env, cwd=ROOT, timeout=30, check=True)
        assert {line.split("\t")[0] for line in done.stdout.decode().splitlines()} == expected
