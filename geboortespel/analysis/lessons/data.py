"""Results of experiments as data: what `lessen --toets --json` gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geboortespel.analysis.lessons.trial import Difference, Result

DIGITS = 4


def as_dict(results: Sequence[Result], scenario: str, player: str, seed: int, untried: Sequence[str]) -> dict[str, Any]:
    """`proeven`: a row for each experiment. `geboren` and `groen`: with, without, and the difference (without minus
    with) with its 95% interval; `zetten`: that of actions to a birth. `zonder_proef`: lessons that nothing in the
    scenario carries."""
    return {
        "scenario": scenario,
        "speler": player,
        "zaad": seed,
        "proeven": [_row(result) for result in results],
        "zonder_proef": list(untried),
    }


def _row(result: Result) -> dict[str, Any]:
    experiment = result.experiment
    return {
        "id": experiment.name,
        "zonder": list(experiment.left_out),
        "lager": dict(experiment.lower),
        "bij": dict(experiment.where),
        "doet": list(experiment.does),
        "verwacht": experiment.then,
        "aantal": result.games,
        "moeilijkheid": result.level,
        "verzadigd": result.saturated,
        "geboren": {"met": result.born_with, "zonder": result.born_without, **_difference(result.born)},
        "groen": {
            "met": round(result.green_with, DIGITS),
            "zonder": round(result.green_without, DIGITS),
            **_difference(result.green),
        },
        "zetten": _difference(result.effort),
        "oordeel": result.verdict,
    }


def _difference(found: Difference) -> dict[str, float]:
    return {
        "verschil": round(found.mean, DIGITS),
        "laag": round(found.low, DIGITS),
        "hoog": round(found.high, DIGITS),
    }
