"""What the goldens hold: transcripts of line mode, what commands print, and a catalogue of seeds with their games.

Renew them with `python -m tests.golden` (it says which changed), and read the difference before it is committed. They
play on the small scenarios of the tests, so that new numbers in a shipped scenario change next to nothing here.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.lines.robot import at_random, finished_game, play
from tests.running import KLEIN, PROEF, ROOT, TAFEL, VOL, Commands, measured

FOLDER = ROOT / "tests" / "golden" / "texts"
SMALL = {
    "klein": KLEIN, "proef": PROEF, "tafel": TAFEL, "vol": VOL, "apart": ROOT / "tests/scenario/apart.yaml",
    "zitting": ROOT / "tests/engine/zitting.yaml",
}  # fmt: skip
SEEDS = range(1, 9)
LETTERS = "b w ?1 u ?"
JOURNAL = Path("spel.jsonl")

Make = Callable[[Commands], str]


def goldens() -> dict[str, Callable[[], str]]:
    """File name → what has to be in it."""
    found: dict[str, Callable[[], str]] = {}

    def bound(make: Make, language: str) -> Callable[[], str]:
        return lambda: _made(make, language)

    for name, seed, languages in (
        ("klein", 1, "nl en"), ("proef", 1, "nl en"), ("proef", 4, "nl"), ("tafel", 2, "nl en"), ("vol", 3, "nl en"),
        ("apart", 2, "nl"), ("zitting", 1, "nl en"),
    ):  # fmt: skip
        for language in languages.split():
            found[f"spel-{name}-{seed}.{language}.txt"] = bound(_game(name, seed), language)
    for name, make in {
        "lijst": _command("lijst"),
        "leg-uit": _command("leg-uit", "G011"),
        "controleer": _command("controleer", "tests/scenario/corpus/voorwaarde-getal-ja.yaml"),
        "herhaal": _of_a_birth("herhaal"),
        "kaartje": _of_a_birth("kaartje"),
        "opening": _opening,
        "terugblik": _of_talks,
    }.items():
        for language in ("nl", "en"):
            found[f"{name}.{language}.txt"] = bound(make, language)
    found["zaden.txt"] = bound(_seeds, "nl")
    return found


def _made(make: Make, language: str) -> str:
    with _elsewhere() as folder:
        return make(Commands(folder / "map", language))


@contextlib.contextmanager
def _elsewhere() -> Iterator[Path]:
    """An empty folder to be in, so that paths in the texts are always the same."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        yield Path(name)


def _game(name: str, seed: int) -> Make:
    """A whole game of answers at random, with looks at the board, at reasons and at help in between."""

    def make(commands: Commands) -> str:
        rule = at_random(seed, letters=LETTERS)
        return play(commands, rule, SMALL[name], "--zaad", seed, "--journaal", JOURNAL)[0].out

    return make


def _command(*words: str) -> Make:
    def make(commands: Commands) -> str:
        with contextlib.chdir(ROOT), measured():
            done = commands.here(*words)
        return f"{done.out}--\n{done.err}"

    return make


def _of_a_birth(command: str) -> Make:
    def make(commands: Commands) -> str:
        return commands.here(command, finished_game(commands, PROEF, JOURNAL, "geboren")).out

    return make


def _of_talks(commands: Commands) -> str:
    """The look back on a game that ended after a negotiation, with its map."""
    play(commands, at_random(1, letters=LETTERS), SMALL["zitting"], "--zaad", 1, "--journaal", JOURNAL)
    return commands.here("terugblik", JOURNAL).out


def _opening(commands: Commands) -> str:
    """The first screen of somebody who never played."""
    return commands.here("speel", "eerste-dijk", "--tekst", "--zaad", 1, "--journaal", JOURNAL).out


def _seeds(commands: Commands) -> str:
    """A line for each game: its scenario and seed, how many journal lines, how it ended, and the chain at its end."""
    said = []
    for name, scenario in SMALL.items():
        for seed in SEEDS:
            JOURNAL.unlink(missing_ok=True)
            play(commands, at_random(seed), scenario, "--zaad", seed, "--journaal", JOURNAL)
            lines = JOURNAL.read_text("utf-8").splitlines()
            last = json.loads(lines[-1])
            said.append(f"{name} {seed}: {len(lines) - 1} {last.get('einde', '-')} {last['keten']}\n")
    return "".join(said)
