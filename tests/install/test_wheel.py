"""The wheel, made from the source archive, in an empty virtual environment away from the checkout: it plays.

And on every Python that we speak of, with the same journal for the same answers, byte for byte.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from attrs import frozen

from tests.install.copies import copy
from tests.lines.robot import at_random, play
from tests.running import PROEF, ROOT, Commands, Screen, environment, interpreter

pytestmark = pytest.mark.slow

PYTHONS = ("3.11", "3.12", "3.13")


@frozen
class Installed:
    """A virtual environment with the wheel in it, and an empty folder to be in."""

    folder: Path

    @property
    def program(self) -> Path:
        return self.folder / "venv/bin/geboortespel"

    def run(self, *words: object, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.program, *map(str, words)],
            input=given, capture_output=True, encoding="utf-8", cwd=self.away, timeout=120, check=False,
            env=environment(self.folder / "map", **more),
        )  # fmt: skip

    @property
    def away(self) -> Path:
        path = self.folder / "elders"
        path.mkdir(exist_ok=True)
        return path


def install(python: str, wheel: Path, folder: Path) -> Installed:
    subprocess.run([python, "-m", "venv", folder / "venv"], check=True, capture_output=True, timeout=120)
    pip = [folder / "venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
    subprocess.run(pip, check=True, capture_output=True, cwd=folder, timeout=300)
    return Installed(folder)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as a release is: the source archive first, the wheel from that."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = copy(folder / "boom")
    command = [sys.executable, "-m", "build", "--outdir", folder / "dist", tree]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = (folder / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(sys.executable, wheel, tmp_path_factory.mktemp("leeg"))


def test_everything_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {str(path.relative_to(ROOT)) for path in (ROOT / "geboortespel").rglob("*") if path.is_file()}
    missing = {name for name in package if "__pycache__" not in name and "_shipped" not in name} - names
    assert missing == set()
    for folder in ("scenarios", "assets"):
        files = {f"geboortespel/_shipped/{p.relative_to(ROOT)}" for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert {name for name in files if "__pycache__" not in name} <= names
    for kind in (".tcss", ".mo", "scenario.yaml", "basis.yaml", "licenses/LICENSE"):
        assert any(name.endswith(kind) for name in names), kind
    assert not any(name.startswith(("tests", "scenarios", "assets")) for name in names)


def test_it_stands_on_its_own(installed: Installed) -> None:
    code = "import geboortespel.cli.main as m; print(m.__file__)"
    python = installed.folder / "venv/bin/python"
    done = subprocess.run([python, "-c", code], capture_output=True, encoding="utf-8", cwd=installed.away, check=True)
    assert done.stdout.startswith(str(installed.folder / "venv"))
    listed = installed.run("lijst", "--json")
    assert listed.returncode == 0
    entries = json.loads(listed.stdout)
    shipped = sorted(path.parent.name for path in (ROOT / "scenarios").glob("*/scenario.yaml"))
    assert sorted(entry["id"] for entry in entries) == shipped
    assert all(entry["path"].startswith(str(installed.folder / "venv")) for entry in entries)
    checked = installed.run("controleer", *(entry["id"] for entry in entries))
    assert (checked.returncode, checked.stdout) == (0, "")
    assert installed.run("check", "eerste-dijk", LANG="en_US.UTF-8").stderr == "No faults.\n"


def test_it_plays_in_line_mode(installed: Installed) -> None:
    done = installed.run("speel", "eerste-dijk", "--tekst", "--zaad", 7, given="1\n4\n1\n1\n1\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n#2\n" in done.stdout
    (journal,) = (installed.folder / "map/spellen").glob("*.jsonl")
    assert installed.run("herhaal", journal).returncode == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_it_shows_the_table(installed: Installed, size: tuple[int, int]) -> None:
    env = environment(installed.folder / "tafel", TERM="xterm-256color")
    del env["COLUMNS"], env["LINES"]
    menu = Screen(str(installed.program), [], env, size, installed.away)
    menu.see("Nieuw spel")
    menu.type("\x11")
    assert menu.end() == 0
    game = Screen(str(installed.program), ["speel", "eerste-dijk", "--zaad", "7"], env, size, installed.away)
    game.see("De eerste dijk")
    game.type("\x11")
    assert game.end() == 0
    for screen in (menu, game):
        assert b"Traceback" not in screen.raw
        assert b"\x1b[?1049l" in screen.raw


@pytest.mark.parametrize("version", PYTHONS)
def test_same_answers_same_journal(
    version: str, wheel: Path, commands: Commands, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Games in line mode, played here and played by the wheel on another Python."""
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version} on this machine, so its journals could not be compared")
    other = install(python, wheel, tmp_path_factory.mktemp(f"python{version}"))
    told = subprocess.run([other.folder / "venv/bin/python", "-V"], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.startswith(f"Python {version}.")
    for number, scenario in enumerate(("eerste-dijk", "graaf-reinald", PROEF)):
        words = ("--zaad", 21, "--journaal")
        here = tmp_path / "hier.jsonl"
        here.unlink(missing_ok=True)
        done, keyboard = play(commands, at_random(21, most=900, letters="u y b w"), scenario, *words, here)
        there = other.away / f"daar-{number}.jsonl"
        answers = "".join(f"{answer}\n" for _, answer in keyboard.asked)
        same = other.run(
            "speel", scenario, "--tekst", "--zonder-klok", *words, there, given=answers, PYTHONHASHSEED="random"
        )
        assert (same.returncode, same.stderr) == (0, "")
        assert there.read_bytes() == here.read_bytes()
        assert same.stdout.replace(str(there), "") == done.out.replace(str(here), "")
