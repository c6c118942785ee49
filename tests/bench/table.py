"""Figures of the table: `python -m tests.bench.table`. First frame against an empty Textual app, and key to paint.

Both run the real program in a pseudo-terminal of 200×60 and watch its output; times are wall clock on this machine.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
EMPTY = "from textual.app import App; App().run()"
MENU = "from geboortespel.tui import run; run()"
GAME = "from geboortespel.tui import run; run('graaf-reinald', 7)"
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


def key_to_paint(folder: str, times: int = 25) -> dict[str, list[float]]:
    """Milliseconds from a key to the last byte it led to, at the table."""
    pid, terminal, begun = spawn(GAME, folder)
    drain(terminal, 1.5, begun)

    def key(keys: bytes) -> float:
        begun = time.perf_counter()
        os.write(terminal, keys)
        return drain(terminal, 0.25, begun)[0] * 1000

    for _ in range(6):
        key(b"\r")
    found: dict[str, list[float]] = {"cursor": [], "into a list": []}
    for _ in range(times):
        found["cursor"] += [key(b"\x1b[B"), key(b"\x1b[A")]
        found["into a list"] += [key(b"1"), key(b"\x7f")]
    os.write(terminal, b"\x11")
    drain(terminal, 1.0, begun)
    os.close(terminal)
    os.waitpid(pid, 0)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(2):  # warm the disk
            first_frame(EMPTY, folder), first_frame(MENU, folder)
        empty = median(first_frame(EMPTY, folder) for _ in range(9))
        menu = median(first_frame(MENU, folder) for _ in range(9))
        print(f"first frame: empty app {empty:.0f} ms, menu {menu:.0f} ms, {menu / empty:.2f}×")
        for name, took in key_to_paint(folder).items():
            took = sorted(t for t in took if t)
            p95 = took[int(len(took) * 0.95) - 1]
            print(f"key to paint, {name}: median {median(took):.1f} ms, p95 {p95:.1f} ms ({len(took)} keys)")


if __name__ == "__main__":
    main()
