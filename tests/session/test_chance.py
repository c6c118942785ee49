"""The driver's dice."""

from __future__ import annotations

from collections import Counter

from geboortespel.session.chance import draw, key_of, pick, splitmix64, stream

GAMMA = 0x9E3779B97F4A7C15


def test_splitmix64_gives_the_published_numbers() -> None:
    # First outputs for seed 1234567, as published with the reference C code (Vigna, splitmix64.c; Rosetta Code).
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431]
    assert [splitmix64((1234567 + i * GAMMA) % 2**64) for i in range(4)] == published


def test_draws_are_fair_enough() -> None:
    counts = Counter(draw(stream(seed, "nieuws"), 3, 0, 10) for seed in range(20_000))
    assert set(counts) == set(range(10))
    assert max(counts.values()) - min(counts.values()) < 300  # six standard deviations of a fair die


def test_a_draw_depends_on_seed_element_round_and_number_only() -> None:
    base = draw(stream(7, "nieuws"), 3, 0, 2**32)
    assert draw(stream(7, "nieuws"), 3, 0, 2**32) == base
    others = [draw(stream(8, "nieuws"), 3, 0, 2**32), draw(stream(7, "buiten"), 3, 0, 2**32)]
    others += [draw(stream(7, "nieuws"), 4, 0, 2**32), draw(stream(7, "nieuws"), 3, 1, 2**32)]
    assert len({base, *others}) == 5


def test_pick_follows_the_weights() -> None:
    results = [("a", 2), ("b", 1), ("c", 3)]
    assert "".join(pick(results, value) for value in range(6)) == "aabccc"


def test_the_dice_stay_as_they_are() -> None:
    """Saved games hang on these: when they change, so must RULES_VERSION."""
    assert key_of("nieuws") == 0x418FB613DEF2446D
    assert [draw(stream(7, "nieuws"), 3, n, 1000) for n in range(4)] == [390, 518, 744, 736]
    assert [draw(stream(seed, "zet.marktconsultatie"), 1, 0, 100) for seed in (0, 1, 2**31 - 1)] == [36, 88, 58]
