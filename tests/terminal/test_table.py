"""The real program in a pseudo-terminal: the menu comes up, a game can be played, the terminal is left as it was."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pyte
import pytest

ROOT = Path(__file__).parents[2]
KLEIN = ROOT / "tests" / "scenario" / "klein.yaml"


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a program in a terminal: what the terminal of these tests says of its own size is not passed
    on."""
    own = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return {**own, "TERM": "xterm-256color", "GEBOORTESPEL_MAP": str(folder), **more}


class Terminal:
    """A program in a terminal of this size, with what is on the screen."""

    def __init__(self, folder: Path, size: tuple[int, int], arguments: str = "", **env: str) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        code = f"import sys; from geboortespel.tui import run; sys.exit(run({arguments}))"
        self.child = pexpect.spawn(
            sys.executable,
            ["-c", code],
            dimensions=(lines, columns),
            cwd=str(ROOT),
            timeout=15,
            env=environment(folder, **env),
        )

    def see(self, text: str) -> None:
        """Wait until the text is on screen."""
        for _ in range(150):
            self._read()
            if any(text in line for line in self.screen.display):
                return
        raise AssertionError(f"{text!r} is not on screen:\n" + "\n".join(self.screen.display))

    def see_standing_out(self, text: str) -> None:
        """Wait until the text is on screen in reverse video."""
        self.see(text)
        for _ in range(50):
            if self.standing_out(text):
                return
            self._read()
        raise AssertionError(f"{text!r} does not stand out")

    def standing_out(self, text: str) -> bool:
        """Whether the text is on screen in reverse video."""
        y, line = next(((y, line) for y, line in enumerate(self.screen.display) if text in line), (0, ""))
        x = line.find(text)
        return x >= 0 and all(self.screen.buffer[y][column].reverse for column in range(x, x + len(text)))

    def _read(self) -> None:
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += data
        self._stream.feed(data)

    def leave(self) -> int | None:
        """Quit with ctrl+q; the exit status."""
        self.child.send("\x11")
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before or b""
        self.child.close()
        status: int | None = self.child.exitstatus
        return status


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
def test_the_menu_and_out_again(tmp_path: Path, size: tuple[int, int]) -> None:
    terminal = Terminal(tmp_path, size)
    terminal.see("Nieuw spel")
    terminal.see("Verder spelen")
    assert terminal.leave() == 0
    assert b"\x1b[?1049l" in terminal.raw, "the terminal is given back"


def test_a_game_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    journal = tmp_path / "spel.jsonl"
    terminal = Terminal(tmp_path, (100, 30), f"{str(KLEIN)!r}, 7, (), __import__('pathlib').Path({str(journal)!r})")
    terminal.see("Begin het spel")
    terminal.child.send("\r")
    terminal.see("ronde 1 van 12")
    terminal.child.send("1")
    terminal.see("ronde 2 van 12")
    terminal.child.kill(9)
    again = Terminal(tmp_path, (80, 24), f"None, None, (), __import__('pathlib').Path({str(journal)!r})")
    again.see("ronde 2 van 12")
    again.leave()
    assert b"--journaal" in again.raw


def test_who_is_asked_to_stop_gives_the_terminal_back(tmp_path: Path) -> None:
    """SIGTERM: as ctrl+q, with the status that shells expect, and with the command to go on."""
    terminal = Terminal(tmp_path, (100, 30), f"{str(KLEIN)!r}, 7")
    terminal.see("Begin het spel")
    terminal.child.send("\r")
    terminal.see("ronde 1 van 12")
    terminal.child.kill(15)
    terminal.child.expect(pexpect.EOF)
    terminal.raw += terminal.child.before or b""
    terminal.child.close()
    assert terminal.child.exitstatus == 143
    assert b"\x1b[?1049l" in terminal.raw
    assert b"--journaal" in terminal.raw.rpartition(b"\x1b[?1049l")[2]


COLOUR = re.compile(rb"\x1b\[(?:[\d:;]*;)?(?:[34]8[;:]|3[0-7]|39|4[0-7]|49|9[0-7]|10[0-7])[\d:;]*m")
"""A sequence that asks for a colour, the default colour included."""


def test_no_colour_is_no_colour_at_all(tmp_path: Path) -> None:
    """Through the menu, a moment and the table; where the cursor is shows by reverse video."""
    terminal = Terminal(tmp_path, (100, 30), f"{str(KLEIN)!r}, 7", NO_COLOR="1")
    terminal.see_standing_out("Begin het spel")
    assert not terminal.standing_out("Met hoeveel")
    terminal.child.send("\x10")
    terminal.see_standing_out("beginnen (s)")  # in the palette as well
    terminal.child.send("\x1b")
    terminal.see_standing_out("Begin het spel")
    terminal.child.send("\r")
    terminal.see("ronde 1 van 12")
    terminal.child.send("1")
    terminal.see("ronde 2 van 12")
    terminal.child.send("\x1bOP")
    terminal.see("Hulp")
    assert terminal.leave() == 0
    assert not COLOUR.findall(terminal.raw)


def test_colour_is_found_where_it_is(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, (80, 24))
    terminal.see("Nieuw spel")
    assert terminal.leave() == 0
    assert COLOUR.findall(terminal.raw)


@pytest.mark.parametrize("term", ["vt100", "linux", "screen", "xterm-16color"])
def test_poor_terminals_show_the_menu_too(tmp_path: Path, term: str) -> None:
    terminal = Terminal(tmp_path, (80, 24), TERM=term, COLORTERM="")
    terminal.see("Nieuw spel")
    assert terminal.leave() == 0


def test_ascii_is_ascii_to_the_last_byte(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, (100, 30), f"{str(KLEIN)!r}, 7, (), None, True, 'nl', True")
    terminal.see("Begin het spel")
    terminal.child.send("\r")
    terminal.see("ronde 1 van 12")
    terminal.leave()
    assert terminal.raw.isascii()


def test_without_a_terminal_nothing_is_drawn(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from geboortespel.tui import run; sys.exit(run())"],
        cwd=ROOT,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=30,
        check=False,
        env={**os.environ, "GEBOORTESPEL_MAP": str(tmp_path)},
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"\x1b" not in done.stderr
    assert b"--tekst" in done.stderr


def test_the_menu_needs_nothing_of_the_game(tmp_path: Path) -> None:
    """YAML, attrs, scenarios and the engine are imported after the first frame."""
    code = (
        "import sys; import geboortespel.tui.app, geboortespel.tui.screens.menu;"
        "late = [m for m in ('yaml', 'attrs', 'attr', 'cattrs', 'geboortespel.engine', 'geboortespel.scenario')"
        " if m in sys.modules]; print(late); sys.exit(bool(late))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stdout


def test_the_table_is_not_drawn_into_a_file(tmp_path):
    """It is drawn on stderr: with that in a file the game plays in lines, and the file holds no escape."""
    notes = tmp_path / "notes"
    command = f"{sys.executable} -m geboortespel 2>{notes}"
    env = environment(tmp_path)
    child = pexpect.spawn("sh", ["-c", command], cwd=str(ROOT), timeout=20, env=env)
    child.expect("Geboortespel als tekst")
    child.sendline("q")
    child.expect(pexpect.EOF)
    assert b"\x1b" not in notes.read_bytes()
