"""Figures of the table: `python -m tests.bench.table` writes table.md. Against an empty Textual app where it can be.

First frame and key to paint: the real program in a pseudo-terminal of 200×60, its output watched. Wall clock, so other
work on the machine adds to it: runs of both programs take turns, and the least is given beside the median. Memory: ten
games in one program, each played to its end and left for the menu.
"""

from __future__ import annotations

import asyncio
import fcntl
import gc
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
import tracemalloc
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
EMPTY = "from textual.app import App; App().run()"
MENU = "from geboortespel.tui import run; run()"
GAME = "from pathlib import Path; from geboortespel.tui import run; run(None, None, (), Path({!r}))"
SIZE = (200, 60)


def spawn(code: str, folder: str) -> tuple[int, int, float]:
    """(pid, terminal, when it was started) of a Python program in a terminal."""
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", GEBOORTESPEL_MAP=folder)
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-c", code])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    return pid, terminal, begun


def drain(terminal: int, quiet: float, begun: float) -> tuple[float, bytes]:
    """Read until nothing comes for `quiet` seconds: (seconds from `begun` to the last byte, what was read)."""
    last, data = 0.0, b""
    while select.select([terminal], [], [], quiet)[0]:
        try:
            data += os.read(terminal, 1 << 16)
        except OSError:
            break
        last = time.perf_counter() - begun
    return last, data


def first_frame(code: str, folder: str) -> float:
    """Milliseconds from start until the first frame has been written."""
    pid, terminal, begun = spawn(code, folder)
    seen = b""
    while b"\x1b[?2026l" not in seen and len(seen) < 3_000:
        if not select.select([terminal], [], [], 10)[0]:
            break
        seen += os.read(terminal, 1 << 16)
    took = (time.perf_counter() - begun) * 1000
    os.write(terminal, b"\x11")
    drain(terminal, 1.0, begun)
    os.close(terminal)
    os.waitpid(pid, 0)
    return took


def kept_game(folder: str, moves: int = 12) -> str:
    """The journal of a game of some moves, to go on with: the table without what comes before it."""
    from geboortespel.players.planner import Planner
    from geboortespel.session.session import Session
    from tests.shipped import read

    reading = read(ROOT / "scenarios" / "graaf-reinald" / "scenario.yaml")
    assert reading.scenario is not None
    path = Path(folder) / "spel.jsonl"
    session = Session.new(reading.scenario, reading.resolved, 7, path)
    session.remark("vingers", {"vingers": [3]})
    policy, n = Planner(), 0
    while n < moves or session.view(None).waiting != "zet":
        session.act(session.driver.choose(session.state, policy, n, session.view(None).to_act[0]))
        n += 1
    session.close()
    return str(path)


def key_to_paint(folder: str, times: int = 25) -> dict[str, list[float]]:
    """Milliseconds from a key to the last byte it led to, at the table."""
    pid, terminal, begun = spawn(GAME.format(kept_game(folder)), folder)
    drain(terminal, 2.5, begun)

    def key(keys: bytes) -> float:
        begun = time.perf_counter()
        os.write(terminal, keys)
        return drain(terminal, 0.25, begun)[0] * 1000

    drain(terminal, 6.0, begun)  # the toast has gone
    found: dict[str, list[float]] = {}
    for _ in range(times):
        for name, there, back in KEYS:
            found.setdefault(name, []).extend((key(there), key(back)))
    os.write(terminal, b"\x11")
    drain(terminal, 1.0, begun)
    os.close(terminal)
    os.waitpid(pid, 0)
    return found


KEYS = (
    ("cursor", b"\x1b[B", b"\x1b[A"),
    ("into a list and back", b"1", b"\x7f"),
    ("to another pane and back", b"p", b"z"),
    ("the log and back", b"l", b"\x1b[27u"),
    ("settings and back", b"\x1bOQ", b"\x1b[27u"),
)


async def memory(games: int) -> list[float]:
    """MB of Python objects after each game that was played to its end at the table and left for the menu."""
    from geboortespel.players.beginner import Beginner
    from geboortespel.tui.app import TableApp
    from geboortespel.tui.games import begin, open_scenario
    from geboortespel.tui.screens.table import TableScreen
    from geboortespel.tui.settings import Settings

    app = TableApp(chosen=Settings(motion=False))
    found = []
    async with app.run_test(size=SIZE) as pilot:
        for game in range(games):
            session = begin(open_scenario("eerste-dijk", app.tr), (), app.tr, seed=game)
            app.play(session)
            await pilot.pause()
            policy = Beginner()
            for n in range(500):
                if session.finished:
                    break
                session.act(session.driver.choose(session.state, policy, n, session.view(None).to_act[0]))
                if n % 5 == 0:
                    next(one for one in app.screen_stack if isinstance(one, TableScreen)).refresh_board()
                    await pilot.pause()
            app.to_menu()
            await pilot.pause()
            del session
            gc.collect()
            found.append(tracemalloc.get_traced_memory()[0] / 1e6)
    return found


def main() -> None:
    lines = [
        "# Figures of the table",
        "",
        "Written by `python -m tests.bench.table`; see there how it is measured.",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GEBOORTESPEL_MAP"] = folder
        first_frame(EMPTY, folder), first_frame(MENU, folder)  # warm the disk
        pairs = [(first_frame(EMPTY, folder), first_frame(MENU, folder)) for _ in range(13)]
        empty, menu = ([pair[i] for pair in pairs] for i in (0, 1))
        ratio = median(b / a for a, b in pairs)
        lines += [
            "| first frame | least ms | median ms |", "|---|---|---|",
            f"| empty Textual app | {min(empty):.0f} | {median(empty):.0f} |",
            f"| menu | {min(menu):.0f} | {median(menu):.0f} |", "",
            f"Least against least {min(menu) / min(empty):.2f}×, median of {len(pairs)} pairs {ratio:.2f}×.", "",
            "| key to last byte, 200×60 | least ms | median ms | p95 ms | keys |", "|---|---|---|---|---|",
        ]  # fmt: skip
        for name, took in key_to_paint(folder).items():
            took = sorted(t for t in took if t)
            p95 = took[max(0, int(len(took) * 0.95) - 1)]
            lines.append(f"| {name} | {took[0]:.1f} | {median(took):.1f} | {p95:.1f} | {len(took)} |")
        tracemalloc.start()
        used = asyncio.run(memory(10))
        lines += ["", "MB after each of ten games: " + " ".join(f"{mb:.1f}" for mb in used), ""]
    Path(__file__).with_name("table.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
