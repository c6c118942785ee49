"""What no game can do: routes nobody takes, thresholds that stay, moves without an aim, people out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Believer, Deck, Move, Route, Threshold
from geboortespel.scenario.names import rounds
from geboortespel.scenario.nodes import Map, Node
from geboortespel.scenario.places import Places, things
from geboortespel.scenario.review.counting import WITHOUT_END
from geboortespel.scenario.review.rules import Worlds

_TALKING = ("luisteren", "overtuigen", "medestander")


class ObstacleChecker(Places):
    """Notes what stands in the scenario and can't be used."""

    def look(self, worlds: Worlds) -> None:
        """All checks of this class."""
        self.worlds = worlds
        self.world = worlds.play()
        self.counting = self.world.bounds.counting
        self._thresholds()
        for move in self.scenario.moves.values():
            node = self._own("zetten", move.id)
            if node is not None and self._without_aim(move):
                self._at("G145", node, id=move.id)
        self._people()
        self._decks()

    def _own(self, key: str, name: str) -> Node | None:
        """The id of a thing of the author's own file; None for what was taken over."""
        node = self._field(key, name, "id")
        return None if node is None or node.source.reused else node

    def _taken_over(self) -> Node | None:
        """Where the author changed what was taken over: the key of the thresholds or the moves, else the base set."""
        entries = self.root.entries
        keys = [entries[name][0] for name in ("drempels", "zetten", "gebruikt") if name in entries]
        return next((key for key in keys if not key.source.reused), None)

    # -- thresholds ------------------------------------------------------------------------------------------------

    def _thresholds(self) -> None:
        for threshold in self.scenario.thresholds.values():
            inside = self._thing("drempels", threshold.id)
            nodes = dict(things(inside.get("routes") if inside is not None else None))
            stuck = {name for name, route in threshold.routes.items() if self._barred(route)}
            for name in stuck:
                node = nodes.get(name)
                if node is not None and not node.source.reused:
                    self._at("G143", node.get("id") or node, id=name, threshold=threshold.id)
            place = self._own("drempels", threshold.id) or self._taken_over()
            written = inside is not None and "routes" in inside.entries  # without routes at all it has had its warning
            if place is not None and written and not stuck and self._stays(threshold):
                most = self._most(threshold)
                self._at("G144", place, id=threshold.id, most=str(most), resistance=str(threshold.resistance))

    def _barred(self, route: Route) -> bool:
        """Whether what the route asks besides its move can't be there."""
        move, ally = self.scenario.moves[route.move], route.ally
        if ally in self.scenario.believers:
            return bool(move.who) and ally not in move.who
        if ally in self.scenario.advisers:
            told = self._own("adviseurs", ally) is not None  # there, that nobody can hire them
            return not told and self.world.span(f"adviseur.{ally}").high == 0
        if ally in self.scenario.actors:
            return self.world.span(f"steun.{ally}").high < self.scenario.rules.ally
        return False

    def _most(self, threshold: Threshold) -> int:
        """The most resistance that all its routes together take away."""
        best: dict[str, int] = {}
        for route in threshold.routes.values():
            best[route.move] = max(best.get(route.move, 0), route.takes)
        return sum(takes * self.counting.times(self.scenario.moves[move]) for move, takes in best.items())

    def _stays(self, threshold: Threshold) -> bool:
        name = f"weerstand.{threshold.id}"
        helped = any(
            isinstance(push.effect, Change) and name in self.world.bounds.members(push.effect.name)
            for push in self.counting.pushes(plain=True)
        )
        return not helped and self._most(threshold) < threshold.resistance

    # -- moves and people ------------------------------------------------------------------------------------------

    def _doers(self, move: Move) -> Iterator[Believer]:
        for believer in self.scenario.believers.values():
            if not move.who or believer.id in move.who:
                yield believer

    def _without_aim(self, move: Move) -> bool:
        """Whether everything it could be aimed at is out of the question for good."""
        scenario = self.scenario
        match move.verb:
            case "netwerk" if scenario.actors and scenario.believers:
                doers = list(self._doers(move))
                return all(a.open or a.id in b.network for a in scenario.actors.values() for b in doers)
            case "onderbouwen" if scenario.arguments:
                return all(self.world.span(f"onderbouwd.{name}").low >= 3 for name in scenario.arguments)
            case "overtuigen" if scenario.arguments:
                return all(self.world.span(f"onderbouwd.{name}").high < 1 for name in scenario.arguments)
            case "medestander":
                known = [b.was for b in scenario.believers.values() if b.was]
                return bool(known) and all(self._can_not_be_won(actor) for actor in known)
        return False

    def _can_not_be_won(self, actor: str) -> bool:
        heard = self.world.span(f"relatie.{actor}").high >= 1
        return not heard or self.world.span(f"steun.{actor}").high < self.scenario.rules.fellow

    def _people(self) -> None:
        """Somebody nobody ever reaches, though there is something to say to people."""
        if not self.scenario.believers or not self._talking():
            return
        near = {actor for believer in self.scenario.believers.values() for actor in believer.network}
        for actor in self.scenario.actors.values():
            node = self._own("actoren", actor.id)
            if node is not None and not (actor.open or actor.id in near or self.counting.opens(actor.id)):
                self._at("G146", node, id=actor.id)

    def _talking(self) -> bool:
        moves = self.scenario.moves.values()
        return any(move.verb in _TALKING or move.target == "actor" for move in moves)

    # -- decks -----------------------------------------------------------------------------------------------------

    def _decks(self) -> None:
        """Decks that are surely empty before the end: every card can be drawn every round, and there are too few."""
        last = rounds(self.scenario)
        for deck in self.scenario.decks.values():
            node = self._field("stapels", deck.id, "kaarten")
            if node is None or node.source.reused or deck.replace or deck.when is not None or not _plain(deck):
                continue
            inside = self._thing("stapels", deck.id)
            if isinstance(inside, Map) and len(deck.cards) < last * deck.draws and self.counting.rounds < WITHOUT_END:
                after = -(-len(deck.cards) // deck.draws)
                self._at("G147", node, id=deck.id, cards=str(len(deck.cards)), after=str(after), rounds=str(last))


def _plain(deck: Deck) -> bool:
    """Whether nothing but the number of cards bounds it."""
    return bool(deck.cards) and all(c.weight and c.when is None and not c.seat for c in deck.cards.values())
