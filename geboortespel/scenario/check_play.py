"""Checks of what happens in a game: events and their choices, decks, moves, thresholds, expectations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geboortespel.scenario import course
from geboortespel.scenario.expr import names_in
from geboortespel.scenario.model import Event, Move
from geboortespel.scenario.nodes import Map, Scalar
from geboortespel.scenario.places import Places, things

_ODDS = re.compile(r"(\d{1,3})-(\d{1,3})%")


class PlayChecker(Places):
    """Notes what could not happen, or only wrongly."""

    def run(self) -> None:
        """All checks of this class."""
        self._events()
        self._decks()
        self._play()
        self._thresholds()
        self._moves()
        self._guessing()
        self._expectations()

    def _events(self) -> None:
        first: dict[str, int] = {}
        for event, node in self._every_event():
            at = node.get("id") if node is not None else None
            if event.id in first:
                self._at("G088", at, id=event.id, first=str(first[event.id]))
            elif at is not None:
                first[event.id] = at.line
            free = [o for o in event.options.values() if not o.cost and o.when is None]
            if event.seat and not event.options and node is not None and "keuzes" not in node.entries:
                self._at("G114", node.entries["voor"][0], id=event.id)
            if event.options and not free and node is not None and self._costs_are_read(node):
                self._at("G093", node.entries["keuzes"][0], id=event.id)

    @staticmethod
    def _costs_are_read(node: Map) -> bool:
        """Whether no choice was written without `kost` and `als` (one with a faulty cost has had its fault)."""
        return all("kost" in item.entries or "als" in item.entries for _, item in things(node.get("keuzes")))

    def _every_event(self) -> Iterator[tuple[Event, Map | None]]:
        for event in self.scenario.events.values():
            yield event, self._thing("gebeurtenissen", event.id)
        for deck in self.scenario.decks.values():
            inside = self._thing("stapels", deck.id)
            nodes = dict(things(inside.get("kaarten") if inside is not None else None))
            for card in deck.cards.values():
                yield card, nodes.get(card.id)

    def _decks(self) -> None:
        if not self.scenario.actors and self.scenario.roles:
            return  # a base set by itself: its cards may be about people who come with the scenario
        for deck in self.scenario.decks.values():
            if not any(card.weight for card in deck.cards.values()):
                inside = self._thing("stapels", deck.id)
                if inside is not None and not inside.source.reused:
                    self._at("G100", self._field("stapels", deck.id, "kaarten"), id=deck.id)

    def _play(self) -> None:
        scenario = self.scenario
        if scenario.phases and "rondes" in self.root.entries:
            self._at("G099", self.root.entries["rondes"][0], key="rondes", other="fasen")
        if scenario.believers and "beurt" in self.root.entries:
            self._at("G099", self.root.entries["beurt"][0], key="beurt", other="believers")
        if not scenario.moves and "zetten" not in self.root.entries:
            self._at("G113", self.root)

    def _thresholds(self) -> None:
        for threshold in self.scenario.thresholds.values():
            if not threshold.routes:
                node = self._field("drempels", threshold.id, "id")
                written = self._thing("drempels", threshold.id)
                if node is not None and written is not None and "routes" not in written.entries:
                    self._at("G107", node, id=threshold.id)

    def _moves(self) -> None:
        scenario = self.scenario
        for move in scenario.moves.values():
            aimed = (move.verb != "gewoon" or move.target == "actor") and (scenario.actors or scenario.believers)
            node = self._field("zetten", move.id, "id")
            if aimed and node is not None and not node.source.reused and not course.objects(scenario, move):
                self._at("G106", node, id=move.id)
            self._tells(move)
            self._last_word(move)

    def _last_word(self, move: Move) -> None:
        """A base set by itself has nobody in its decision body yet."""
        scenario = self.scenario
        alone = not scenario.actors and bool(scenario.roles)
        heard = scenario.body is not None and scenario.body.members and scenario.arguments
        node = self._field("zetten", move.id, "slotzin")
        if move.last_word and node is not None and not (heard or alone or node.source.reused):
            self._at("G117", node, id=move.id)

    def _tells(self, move: Move) -> None:
        """A condition that everybody can see through may not hang on what one believer knows."""
        private = {f"gebeurd.{event.id}": event.id for event, _ in self._every_event() if event.seat}
        for when in (move.when, *(option.when for option in move.options.values())) if private else ():
            for name in names_in(when) if when is not None else ():
                if name in private:
                    node = self._field("zetten", move.id, "als")
                    self._at("G115", node, id=move.id, event=private[name])

    def _guessing(self) -> None:
        rules = self.root.get("regels")
        if not self.scenario.rules.guess or not isinstance(rules, Map) or "raden" not in rules.entries:
            return
        at = rules.entries["raden"][0]
        if not at.source.reused and all(move.verb != "luisteren" for move in self.scenario.moves.values()):
            self._at("G116", at)

    def _expectations(self) -> None:
        for name, node in things(self.root.get("verwacht")):
            odds = node.get("kans")
            match = _ODDS.fullmatch(odds.value or "") if isinstance(odds, Scalar) else None
            if odds is not None and not (match and int(match[1]) <= int(match[2]) <= 100):
                value = odds.value or "" if isinstance(odds, Scalar) else name
                self._at("G110", odds, value=value)
