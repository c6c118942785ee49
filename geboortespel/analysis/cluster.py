"""A cluster of machines through Dask: an optional extra (`pip install geboortespel[cluster]`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from geboortespel.analysis.running import Elsewhere, Hands

PATIENCE = 10
"""Seconds to wait for a scheduler."""


class NoCluster(Exception):
    """There is no cluster to work on. `reason`: `extra` (Dask is not installed), `adres` (no scheduler answers there),
    `leeg` (no workers)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@contextmanager
def cluster(address: str) -> Iterator[Hands]:
    """The workers behind a scheduler's address (`tcp://host:8786`); they need this game installed, same version."""
    if find_spec("distributed") is None:
        raise NoCluster("extra")
    distributed: Any = import_module("distributed")  # no types
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise NoCluster("adres") from fault
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise NoCluster("leeg")
        executor = client.get_executor(pure=False)
        try:
            yield Elsewhere(executor, workers)
        finally:
            executor.shutdown(wait=False)
