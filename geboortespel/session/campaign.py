"""A campaign on disk: which alliances were played, skipped or are being played, and what the next one begins with.

One small file beside the games folder, written whole or not at all. Each game has its own journal among the other
games, begun under a name that stands in the file first: what became of it is read from the journal, so nothing is lost
when the program is killed in between. The file has no clock in it: same seed and same choices, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from geboortespel.scenario.family import Alliance
from geboortespel.scenario.inheritance import Inheritance, historical, scenario_with
from geboortespel.scenario.library import Library
from geboortespel.scenario.merge import SECTION
from geboortespel.scenario.model import OUTCOME_KINDS, Carried
from geboortespel.scenario.reader import Reading
from geboortespel.session.chance import stream
from geboortespel.session.journal import TABLE, DamagedJournal, read_journal
from geboortespel.session.store import StoreError, games_folder, read_bytes, replace_file

FORMAT = 1
MOST_SEED = 2**31 - 1
MOST = 10_000


class NotACampaign(Exception):
    """The file at `path` is no campaign (`vreemd`), or of a later version (`nieuwer`). It is left as it is."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


@frozen
class Ended:
    """How a game ended: its journal, the sort of ending and its heading, what the table called the alliance, and after
    a birth the sort of ending of its first year ('' while that was not played)."""

    journal: str
    kind: str
    title: str
    name: str = ""
    year: str = ""

    @property
    def counts(self) -> str:
        """The sort of ending that later alliances know it by: a good first year makes up for haste, a bad one shows."""
        if self.year == "geboren" and self.kind == "vroeg":
            return "geboren"
        return "vroeg" if self.year == "niet" else self.kind


@frozen
class Stop:
    """An alliance on the road. `playing`: the journal of a game that has not ended; `tries`: games begun."""

    ended: Ended | None = None
    skipped: bool = False
    playing: str = ""
    tries: int = 0

    @property
    def done(self) -> bool:
        """Whether the road goes on after it."""
        return self.skipped or self.ended is not None


@frozen
class Beginning:
    """All that a game needs to begin: its scenario with what goes along, its seed and its journal."""

    name: str
    reading: Reading
    seed: int
    journal: Path
    carried: tuple[Carried, ...]
    number: int


def campaign_path() -> Path:
    """Where the campaign is kept: beside the games folder."""
    return games_folder().parent / "campagne.json"


class Road:
    """A campaign being played. Every change is on disk before it counts; StoreError leaves it as it was."""

    def __init__(self, found: Inheritance, seed: int, path: Path, stops: Mapping[str, Stop] | None = None) -> None:
        self.found, self.seed, self.path = found, seed, path
        self.library = Library()
        self.alliances: tuple[Alliance, ...] = found.road(self.library)
        self._stops: dict[str, Stop] = dict(stops or {})

    # -- what there is -----------------------------------------------------------------------------------------------

    def stop(self, name: str) -> Stop:
        """How far an alliance is."""
        return self._stops.get(name, Stop())

    @property
    def next(self) -> Alliance | None:
        """The first that is neither played nor skipped; None at the end of the road."""
        return next((one for one in self.alliances if not self.stop(one.id).done), None)

    @property
    def finished(self) -> bool:
        """Whether every alliance on the road has its ending."""
        return self.next is None

    @property
    def begun(self) -> bool:
        """Whether anything was played or skipped yet."""
        return any(stop != Stop() for stop in self._stops.values())

    def kind(self, name: str) -> str | None:
        """The sort of ending that counts for an alliance: what was played, else history; None while it is open.

        One without a scenario is not on the road and ended as in history.
        """
        stop = self.stop(name)
        if stop.ended is not None:
            return stop.ended.counts
        on_the_road = any(one.id == name for one in self.alliances)
        return None if on_the_road and not stop.skipped else historical(self.found.family.alliances[name])

    def endings(self, before: str = "") -> dict[str, str]:
        """Alliance → sort of ending, of all that came before (default: before the next one)."""
        until = before or (self.next.id if self.next is not None else "")
        names = self.found.before(until) if until else self.found.order
        kinds = {name: self.kind(name) for name in names}
        return {name: kind for name, kind in kinds.items() if kind is not None}

    @property
    def standing(self) -> int:
        """How the sector thinks of alliances now, 0 to 100."""
        return self.found.standing(self.endings())

    def carried(self, name: str) -> tuple[Carried, ...]:
        """What a game of this alliance would begin with now."""
        return self.found.carried(name, self.endings(name))

    # -- what is done ------------------------------------------------------------------------------------------------

    def beginning(self, name: str, language: str = "nl") -> Beginning:
        """What a game of an alliance would begin with now; nothing changes yet."""
        items, number = self.carried(name), self.stop(name).tries + 1
        reading = scenario_with(self.found, name, items, self.library, language)
        seed = stream(self.seed, f"campagne.{name}.{number}") % MOST_SEED
        return Beginning(name, reading, seed, _free(name, number), items, number)

    def start(self, beginning: Beginning) -> None:
        """A game is about to begin: its journal's name is on disk before there is a journal."""
        stop = evolve(self.stop(beginning.name), playing=beginning.journal.name, tries=beginning.number)
        self._change(beginning.name, stop)

    def going_on(self, name: str) -> Path | None:
        """The journal of a game of this alliance that has not ended; None when there is none."""
        playing = self.stop(name).playing
        path = games_folder() / playing
        return path if playing and path.is_file() else None

    def skip(self, name: str) -> None:
        """Let it go as it went in history. A game that was begun stays among the kept games."""
        self._change(name, evolve(self.stop(name), skipped=True, playing=""))

    def settle(self) -> None:
        """Take over how games ended that were being played. One whose journal is gone or damaged can be begun anew."""
        for name, stop in tuple(self._stops.items()):
            if stop.playing:
                try:
                    ended = ended_in(games_folder() / stop.playing)
                except (StoreError, DamagedJournal):
                    self._change(name, evolve(stop, playing=""))
                    continue
                if ended is not None:
                    stop = evolve(stop, ended=ended, skipped=False, playing="")
                    self._change(name, stop)
            if stop.ended is not None and not stop.ended.year:
                year = _first_year(games_folder() / stop.ended.journal)
                if year:
                    self._change(name, evolve(stop, ended=evolve(stop.ended, year=year)))

    def _change(self, name: str, stop: Stop) -> None:
        stops = {**self._stops, name: stop}
        write(self.path, self.seed, stops)
        self._stops = stops


def _free(name: str, number: int) -> Path:
    """The journal of the n-th game of an alliance: a name that nothing has yet."""
    for more in range(number, MOST):
        path = games_folder() / f"campagne-{name}-{more}.jsonl"
        if not path.exists():
            return path
    raise StoreError("bestaat_al", games_folder())


def _first_year(born: Path) -> str:
    """The sort of ending of the first year that was played after the game in a journal; '' without one."""
    for path in sorted(born.parent.glob(f"{born.stem}-{SECTION}*.jsonl")):
        try:
            ended = ended_in(path)
        except (StoreError, DamagedJournal):
            continue
        if ended is not None:
            return ended.kind
    return ""


def ended_in(path: Path) -> Ended | None:
    """How the game in a journal ended; None while it has not. StoreError, DamagedJournal."""
    bodies = read_journal(path).bodies
    outcome = bodies[-1].get("einde")
    if not outcome:
        return None
    listed = bodies[0]["inhoud"].get("uitkomsten", ())
    found = next((one for one in listed if isinstance(one, dict) and one.get("id") == outcome), {})
    kind = found.get("soort", "niet")
    cards = [one["gegevens"].get("naam", "") for one in bodies if one.get("soort") == TABLE and one["wat"] == "kaartje"]
    name = next((str(one) for one in reversed(cards) if one), "")
    return Ended(path.name, kind if kind in OUTCOME_KINDS else "niet", str(found.get("titel", outcome)), name)


# -- the file ----------------------------------------------------------------------------------------------------------


def write(path: Path, seed: int, stops: Mapping[str, Stop]) -> None:
    """Keep a campaign. StoreError."""
    kept = {name: _written(stop) for name, stop in stops.items() if stop != Stop()}
    said = {"campagne": FORMAT, "zaad": seed, "haltes": kept}
    replace_file(path, json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n")


def new(found: Inheritance, seed: int, path: Path | None = None) -> Road:
    """Begin a campaign; one that was there is kept beside it under another name. StoreError."""
    path = path or campaign_path()
    if path.exists():
        names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, MOST))
        replace_file(next(name for name in names if not name.exists()), read_bytes(path))
    write(path, seed, {})
    return Road(found, seed, path)


def load(found: Inheritance, path: Path | None = None) -> Road | None:
    """The campaign that was kept, with what happened since; None when there is none. StoreError, NotACampaign."""
    path = path or campaign_path()
    if not path.exists():
        return None
    try:
        said = json.loads(read_bytes(path).decode())
    except (ValueError, RecursionError):
        raise NotACampaign(path, "vreemd") from None
    if not isinstance(said, dict) or type(said.get("campagne")) is not int or type(said.get("zaad")) is not int:
        raise NotACampaign(path, "vreemd")
    if said["campagne"] > FORMAT:
        raise NotACampaign(path, "nieuwer")
    try:
        stops = {str(name): _stop(one) for name, one in said.get("haltes", {}).items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotACampaign(path, "vreemd") from None
    road = Road(found, said["zaad"], path, stops)
    road.settle()
    return road


def _stop(one: dict[str, Any]) -> Stop:
    """A stop as it was written; TypeError or ValueError when it is none."""
    last = one.get("uitslag")
    ended = last and Ended(last["journaal"], last["soort"], last["titel"], last["naam"], last.get("jaar", ""))
    stop = Stop(ended, one["overgeslagen"], one["bezig"], one["pogingen"])
    words = (stop.playing, *(() if ended is None else (ended.journal, ended.kind, ended.title, ended.name)))
    right = all(isinstance(word, str) for word in words) and Path(stop.playing).name == stop.playing
    if not right or type(stop.tries) is not int or type(stop.skipped) is not bool:
        raise ValueError(one)
    if ended is not None and (ended.kind not in OUTCOME_KINDS or ended.year not in ("", *OUTCOME_KINDS)):
        raise ValueError(one)
    return stop


def _written(stop: Stop) -> dict[str, Any]:
    """A stop as it is written."""
    last = stop.ended
    ended = None
    if last is not None:
        ended = {"journaal": last.journal, "soort": last.kind, "titel": last.title, "naam": last.name}
        ended |= {"jaar": last.year} if last.year else {}
    return {"uitslag": ended, "overgeslagen": stop.skipped, "bezig": stop.playing, "pogingen": stop.tries}
