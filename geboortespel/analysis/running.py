"""Many hands: shares of work over processes here, or over machines through any executor with `submit`."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING, Any, TypeVar

from geboortespel.analysis.tally import Tally

if TYPE_CHECKING:
    from geboortespel.analysis.simulate import Simulation

T = TypeVar("T")

AHEAD = 3
"""Shares handed out per worker: one in work, the others waiting, so that nobody ever waits for us."""


def cores() -> int:
    """Processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def packed(work: Any) -> bytes:
    """Scenario, players, whether in detail, and what to watch, to send along with every share."""
    return zlib.compress(pickle.dumps(work), 1)


@lru_cache(maxsize=2)
def _simulation(work: bytes) -> Simulation:
    """The simulation that this work is about; compiled once in every process."""
    from geboortespel.analysis.simulate import Simulation
    from geboortespel.engine.game import Game

    scenario, players, detail, watch = pickle.loads(zlib.decompress(work))
    return Simulation(Game(scenario, fast=True), players, detail=detail, watch=watch)


def share_of(work: bytes, seeds: Sequence[int]) -> Tally:
    """Count one share; runs in another process or on another machine."""
    return _simulation(work).tally(seeds)


class Hands:
    """Processes of this machine. `open` gives an executor that is stopped at the end, at once when interrupted."""

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)

    @contextmanager
    def open(self) -> Iterator[Executor]:
        before = set(active_children())
        pool = ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))
        try:
            with _uninterrupted():  # children take it over: an interrupt reaches us alone
                pool.submit(int)
            yield pool
        except BaseException:
            for child in set(active_children()) - before:
                child.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()


class Elsewhere(Hands):
    """An executor that somebody else made, such as that of a cluster; it is left as it is."""

    def __init__(self, executor: Executor, workers: int) -> None:
        super().__init__(workers)
        self.executor = executor

    @contextmanager
    def open(self) -> Iterator[Executor]:
        yield self.executor


@contextmanager
def _uninterrupted() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def gather(
    hands: Hands, work: bytes, shares: Iterable[Sequence[int]], told: Callable[[int], None] | None = None
) -> Tally:
    """Count all shares; tallies add up in whatever order they come."""
    total = Tally()
    for tally in spread(hands, share_of, ((work, share) for share in shares)):
        total.add(tally)
        if told is not None:
            told(total.games)
    return total


def spread(hands: Hands | None, task: Callable[..., T], calls: Iterable[tuple[Any, ...]]) -> Iterator[T]:
    """What `task` gives for each call's arguments, in whatever order it comes; only a few are handed out at a time.

    Without `hands` it is done here, in order.
    """
    if hands is None:
        for call in calls:
            yield task(*call)
        return
    left = iter(calls)
    with hands.open() as executor:
        busy = {executor.submit(task, *call) for call in islice(left, AHEAD * hands.workers)}
        while busy:
            done, busy = wait(busy, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
            busy |= {executor.submit(task, *call) for call in islice(left, len(done))}
