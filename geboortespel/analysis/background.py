"""The work on a picture of chances in a process of its own, so that no key ever waits for it.

A plain child with pipes, as `multiprocessing` can't begin one under a screen that has taken standard error over. The
child hears what to work on from its standard input and writes its news to its standard output, each as its length and
its pickled bytes; it stops when nobody reads any more.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from geboortespel.analysis.course import Course
from geboortespel.analysis.news import News

BEGIN = (
    "import sys; sys.path[:] = sys.argv[1:]; from geboortespel.analysis.background import serve; "
    "serve(sys.stdin.buffer, sys.stdout.buffer)"
)
"""The child looks for modules where we do, and never in the folder that it happens to begin in."""
POLITE = 5
"""How much the child leaves the processor to others (`nice`), once there is a first picture."""
HEAD = 8
"""Bytes that hold a length."""


Task = tuple[Course, int | None, tuple[Path, ...]]


class Background:
    """Works on one game, and the curves of `others`, until it is done or `stop` is called. OSError when no process can
    be begun."""

    def __init__(self, course: Course, games: int | None = None, others: Sequence[Path] = ()) -> None:
        self._heard: deque[News] = deque()
        self._child = subprocess.Popen(
            [sys.executable, "-c", BEGIN, *filter(None, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._reader = threading.Thread(target=self._follow, args=((course, games, tuple(others)),), daemon=True)
        self._reader.start()

    def _follow(self, task: Task) -> None:
        """In a thread: hand the work over, then collect news until there is no more."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        with contextlib.suppress(OSError, ValueError, EOFError):  # stopped meanwhile
            write(self._child.stdin, task)
            self._child.stdin.close()
            while True:
                self._heard.append(read(self._child.stdout))

    def news(self) -> list[News]:
        """What came in since the last time; never waits."""
        found = []
        with contextlib.suppress(IndexError):
            while True:
                found.append(self._heard.popleft())
        return found

    @property
    def running(self) -> bool:
        """Whether more news can come."""
        return bool(self._heard) or self._reader.is_alive()

    def stop(self) -> None:
        """End the child, and wait until it has gone."""
        with contextlib.suppress(OSError):
            self._child.kill()
        self._child.wait()
        self._reader.join()
        for pipe in (self._child.stdin, self._child.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def write(pipe: IO[bytes], what: object) -> None:
    """One thing, with its length before it."""
    data = pickle.dumps(what)
    pipe.write(len(data).to_bytes(HEAD, "big") + data)
    pipe.flush()


def read(pipe: IO[bytes]) -> News:
    """The next thing. EOFError when there is none."""
    head = pipe.read(HEAD)
    if len(head) < HEAD:
        raise EOFError
    size = int.from_bytes(head, "big")
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    found: News = pickle.loads(data)
    return found


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """The child: read what to work on, and write what comes of it."""
    from geboortespel.analysis.chances import Chances
    from geboortespel.analysis.working import work

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is meant for the game
    eager = hasattr(os, "nice")
    task: Task = pickle.loads(source.read(int.from_bytes(source.read(HEAD), "big")))
    try:
        course, games, others = task
        for news in work(Chances(course), games, others):
            write(sink, news)
            if eager and news.done > 0:  # the first picture is there
                os.nice(POLITE)
                eager = False
    except OSError:  # nobody listens any more
        os._exit(0)
