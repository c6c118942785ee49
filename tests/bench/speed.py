"""Actions per second of the random player, one core, ledger off: `python -m tests.bench.speed [SECONDS]`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from geboortespel.analysis.unrolled import unroll
from geboortespel.session.driver import Driver
from tests.shipped import PLAYABLE, Uniform, game


def rate(play: Callable[[int], int], seconds: float) -> float:
    """Actions per second of `play` (seed → actions), over at least `seconds`."""
    play(0)
    start, actions, seed = time.perf_counter(), 0, 0
    while time.perf_counter() - start < seconds:
        actions += play(seed)
        seed += 1
    return actions / (time.perf_counter() - start)


def by_driver(name: str, fast: bool) -> Callable[[int], int]:
    played = game(name, fast)

    def play(seed: int) -> int:
        taken = 0

        def count(*_: object) -> None:
            nonlocal taken
            taken += 1

        Driver(played, seed).play(Uniform(), seen=count)
        return taken

    return play


def main(seconds: float) -> None:
    for name in PLAYABLE:
        run = unroll(game(name, True))
        if run is not None:
            print(
                f"{name:15} unrolled     {rate(lambda seed, run=run: run(seed).decisions, seconds):>10,.0f} actions/s"
            )
        print(f"{name:15} generated    {rate(by_driver(name, True), seconds):>10,.0f} actions/s")
        print(f"{name:15} interpreted  {rate(by_driver(name, False), seconds):>10,.0f} actions/s")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
