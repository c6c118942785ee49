"""The driver's chance: SplitMix64 over (seed, the element's key, round, n). No `random`, no `hash()`.

Every draw stands by itself: adding an event to a scenario never shifts another die. SplitMix64 is Steele, Lea and
Flood (2014), Fast splittable pseudorandom number generators; numbers are mapped to a range by multiply-shift.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

_MASK = 2**64 - 1
_GAMMA = 0x9E3779B97F4A7C15


def splitmix64(state: int) -> int:
    """The first output of a SplitMix64 generator seeded with `state`."""
    z = (state + _GAMMA) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


@lru_cache(maxsize=4096)
def key_of(name: str) -> int:
    """The 64-bit key of an element's id: BLAKE2b over its UTF-8, little-endian."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def stream(seed: int, name: str) -> int:
    """Where the draws of one element begin, for one seed."""
    return splitmix64((seed & _MASK) ^ key_of(name))


def draw(start: int, round_number: int, n: int, total: int) -> int:
    """A whole number in [0, total) from a stream, by multiply-shift: the n-th draw of this round; total > 0."""
    return (splitmix64(start ^ (round_number << 32) ^ n) * total) >> 64


def pick(results: Sequence[tuple[str, int]], value: int) -> str:
    """The result in whose weight `value` falls; value in [0, sum of weights)."""
    for result, weight in results:
        if value < weight:
            return result
        value -= weight
    raise ValueError("value past the weights")
