"""The one registry of what can be done besides choosing: keys, key bar, command palette and help come from it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from geboortespel.tui.act import EVERYWHERE, Act, aside, choose, facilitate, read_on, why
from geboortespel.words.catalog import N_

PLACES: dict[str, tuple[Act, ...]] = {
    "menu": (
        Act("vertical", "screen.move", N_("move"), N_("The arrow keys move through the list."), 2),
        choose(3),
        Act("escape", "app.leave", N_("quit"), N_("Leave the program.")),
    ),
    "list": (
        choose(2),
        aside(3),
        Act("escape", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "family": (
        Act(
            "return",
            "screen.card",
            N_("read"),
            N_("Read the card of the alliance under the cursor; a second click too."),
            2,
        ),
        Act("s", "screen.play", N_("play"), N_("Play the scenario of the alliance under the cursor."), 3),
        Act("tab", "screen.other", N_("switch"), N_("From the timeline to the map, and back."), 4),
        Act(
            "t",
            "screen.pane('time')",
            N_("timeline"),
            N_("To the timeline. Up and down: by the years. Left: whom it learnt from. Right: who learnt from it."),
        ),
        Act("k", "screen.pane('place')", N_("map"), N_("To the map. Arrows go to the nearest alliance that way.")),
        Act("b", "screen.keep", N_("keep"), N_("Keep the whole tree as a drawing (SVG, PNG) or as text."), 6),
        Act("escape,q", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "alliance": (
        Act("enter,s", "screen.play", N_("play"), N_("Play the scenario of this alliance."), 2),
        Act("escape,q", "screen.close", N_("close"), N_("Close this page."), 3),
    ),
    "road": (
        choose(2),
        Act("s", "screen.skip_one", N_("skip"), N_("Let the next alliance go as it went in history."), 3),
        Act("b", "screen.anew", N_("begin anew"), N_("Begin a new campaign. The one that was there is kept."), 4),
        Act("escape", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "briefing": (
        Act("s", "screen.begin", N_("begin"), N_("Begin the game with these roles."), 2),
        Act("tab", "app.focus_next", N_("read"), N_("To the assignment, and back to the roles."), 3),
        Act("escape", "screen.back", N_("back"), N_("Back to where you came from."), 4),
        Act("n", "screen.people", N_("how many"), N_("How many of you play: one to four."), 5),
        Act("f", "screen.whisper", N_("whisper cards"), N_("Save the private dilemmas as cards to print."), 6),
    ),
    "table": (
        why(2),
        Act("u", "screen.undo", N_("undo"), N_("Take back the last action. What was drawn or heard stays."), 10),
        Act("y", "screen.redo", N_("redo"), N_("Do again what was taken back."), 10),
        Act("e", "screen.pass_round", N_("end turn"), N_("This role is done for the round."), 11),
        Act("r", "screen.other_role", N_("other role"), N_("Let another role move first."), 12),
        Act("escape,backspace", "screen.back", N_("back"), N_("A step back in choosing a move."), 9),
        read_on(),
        Act("l", "screen.log", N_("log"), N_("Everything that happened, in order."), 14),
        Act("b", "screen.briefing", N_("assignment"), N_("Read the assignment again."), 30),
        Act("z", "screen.pane('hand')", N_("moves"), N_("To the moves."), 31),
        Act("p", "screen.pane('lights')", N_("perspectives"), N_("To the three perspectives."), 32),
        Act(
            "k",
            "screen.field",
            N_("field of forces"),
            N_("To the field of forces; there, from map to list and back."),
            15,
        ),
        Act("d", "screen.pane('thresholds')", N_("thresholds"), N_("To the thresholds and the ways over them."), 33),
        Act("tab", "screen.next_pane(1)", N_("next pane"), N_("To the next pane."), 34),
        Act("shift+tab", "screen.next_pane(-1)", N_("previous pane"), N_("To the previous pane.")),
        Act("U", "screen.undo_rule", N_("what can be undone"), N_("How far back may the table go?")),
        Act("q", "screen.menu", N_("to the menu"), N_("Back to the menu. The game is kept."), 35),
        facilitate(),
    ),
    "talks": (
        Act("enter", "screen.change", N_("change"), N_("Change the issue under the cursor in your draft."), 2),
        Act("v", "screen.put_forward", N_("put forward"), N_("Put your draft forward; they answer."), 3),
        why(4),
        Act("b", "screen.ask_why", N_("interest"), N_("Ask them why something matters to them."), 4),
        Act("t", "screen.tell", N_("tell"), N_("Tell what something means to you."), 5),
        Act("a", "screen.take", N_("take their offer"), N_("Take their last offer."), 6),
        Act("g", "screen.force", N_("take it or leave it"), N_("Put it forward for the last time. It costs trust."), 7),
        Act("u", "screen.undo", N_("undo"), N_("Take back the last action. What was drawn or heard stays."), 8),
        Act("tab", "screen.next_pane", N_("staffel"), N_("To the staffel, and back to the issues."), 9),
        read_on(),
        Act("s", "screen.compare", N_("beside each other"), N_("Every way to share gain and pain, at the same costs.")),
        Act("escape,q", "screen.adjourn", N_("adjourn"), N_("Get up from the table; the offers stay."), 10),
        facilitate(),
    ),
    "closer": (
        why(2),
        Act("escape,q", "screen.close", N_("close"), N_("Close this page."), 3),
    ),
    "why": (
        Act("escape,enter,space", "screen.close", N_("close"), N_("Close this page."), 2),
        Act("w", "screen.other", N_("another number"), N_("Ask about another number."), 3),
    ),
    "which": (Act("escape", "screen.skip", N_("back"), N_("Back to where you came from."), 5),),
    "log": (
        Act("escape,enter,space", "screen.close", N_("close"), N_("Close this page."), 2),
        why(3),
    ),
    "saved": (
        choose(2),
        why(3),
        aside(4),
        Act("escape", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "page": (Act("escape,enter,space", "screen.close", N_("close"), N_("Close this page."), 2),),
    "news": (
        Act("enter,space,escape", "screen.close", N_("go on"), N_("Go on with the game."), 2),
        why(3),
        facilitate(),
    ),
    "moment": (
        Act("enter,space,escape", "screen.close", N_("go on"), N_("Go on with the game."), 2),
        facilitate(),
    ),
    "pause": (Act("enter,space,escape", "screen.close", N_("go on"), N_("Go on with the game."), 2),),
    "note": (Act("escape", "screen.back", N_("back"), N_("Keep nothing."), 5),),
    "scene": (
        Act("enter,space", "screen.next", N_("go on"), N_("Show what comes next, or go on with the game."), 2),
        choose(3),
        Act("escape", "screen.skip", N_("skip"), N_("Show everything at once, or give no answer."), 5),
        why(6),
        facilitate(),
    ),
    "ask": (choose(2), Act("escape", "screen.skip", N_("back"), N_("Back to where you came from."), 5)),
    "question": (choose(2), Act("escape", "screen.skip", N_("skip"), N_("Give no answer."), 5)),
    "settings": (
        Act(
            "right",
            "screen.change(1)",
            N_("next value"),
            N_("The next value of this setting; enter and a click too."),
            2,
        ),
        Act("left", "screen.change(-1)", N_("value before"), N_("The value before it."), 3),
        Act("escape", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "sign": (
        Act("return,ctrl+s", "screen.sign", N_("sign"), N_("Put the name and the sentences on the card."), 2),
        Act("escape", "screen.back", N_("skip"), N_("Leave the card as it is."), 5),
    ),
    "ending": (
        Act("k", "screen.card", N_("card"), N_("The birth card alone on the screen, to look at and to keep."), 2),
        Act("t", "screen.look_back", N_("look back"), N_("What turned the game, and what they held back."), 3),
        Act("j", "screen.first_year", N_("first year"), N_("Play the four quarters after the birth."), 6),
        Act("d", "screen.debriefing", N_("debriefing"), N_("Talk about it in six steps, with slides."), 6),
        Act("n", "screen.sign", N_("sign"), N_("Name the alliance, and write a sentence each on the card."), 4),
        Act("escape,q", "screen.menu", N_("menu"), N_("Back to the menu. The game is kept."), 5),
        why(6),
        Act("l", "screen.log", N_("log"), N_("Everything that happened, in order."), 7),
    ),
    "card": (
        Act("s", "screen.keep", N_("keep"), N_("Keep the card as text, SVG or PNG, in a folder you choose."), 2),
        why(6),
        Act("escape,enter", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "keep": (
        Act("tab", "app.focus_next", N_("next field"), N_("From the folder to the kinds of file and back."), 2),
        Act("escape", "screen.back", N_("back"), N_("Keep nothing."), 5),
    ),
    "lookback": (
        Act("right", "screen.turn(1)", N_("next"), N_("To the next chapter."), 2),
        Act("left", "screen.turn(-1)", N_("before"), N_("To the chapter before."), 3),
        why(6),
        Act("0", "screen.chapter(-1)", N_("chance"), N_("The chance of what was meant, by round, and what moved it.")),
        Act("1", "screen.chapter(0)", N_("timeline"), N_("The three perspectives over the rounds.")),
        Act("2", "screen.chapter(1)", N_("turning points"), N_("What brought it nearer, or further away.")),
        Act("3", "screen.chapter(2)", N_("guesses"), N_("What you guessed, beside what was so.")),
        Act("4", "screen.chapter(3)", N_("people"), N_("How people moved, and who carried what.")),
        Act("5", "screen.chapter(4)", N_("held back"), N_("What people did not tell.")),
        Act("6", "screen.chapter(5)", N_("lessons"), N_("Lessons met, used and missed.")),
        Act("7", "screen.chapter(6)", N_("talks"), N_("The negotiation: the map, your offers, what was left.")),
        Act("d", "screen.debriefing", N_("debriefing"), N_("Talk about it in six steps, with slides."), 7),
        Act("8", "screen.chapter(7)", N_("facilitator"), N_("What the facilitator noted, with its moment.")),
        Act("9", "screen.chapter(8)", N_("branches"), N_("What if: the branches of this game beside each other.")),
        Act("a", "screen.what_if", N_("what if"), N_("Play on from a moment of this game, as another game."), 4),
        Act("escape,t,q", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "whatif": (
        choose(2),
        Act("escape", "screen.back", N_("back"), N_("Back to where you came from."), 5),
    ),
    "debriefing": (
        Act("right,enter,space,pagedown", "screen.turn(1)", N_("next"), N_("To the next slide; a clicker does it."), 2),
        Act("left,backspace,pageup", "screen.turn(-1)", N_("before"), N_("To the slide before."), 3),
        Act("n", "screen.note", N_("note"), N_("Write down what is said. It is kept with the game at once."), 4),
        Act("t", "screen.clock", N_("clock"), N_("Start the clock of this step, or hold it."), 5),
        Act("plus", "screen.more_time", N_("a minute more"), N_("Give this step a minute more.")),
        *(
            Act(str(n), f"screen.step({n - 1})", N_("to a step"), N_("To the first slide of this step."))
            for n in range(1, 7)
        ),
        Act("down", "screen.shift(1)", N_("down"), N_("Further down, where there is more than fits.")),
        Act("up", "screen.shift(-1)", N_("up"), N_("Back up.")),
        Act("escape,q", "screen.back", N_("back"), N_("Back to where you came from."), 6),
    ),
}


def acts(place: str) -> Iterator[Act]:
    """What can be done in this place, its own first."""
    yield from PLACES.get(place, ())
    yield from EVERYWHERE


def key_of(place: str, action: str) -> str:
    """The key of an action in this place, as people call it."""
    return next(act.key for act in acts(place) if act.action == action)


def bindings(place: str) -> list[BindingType]:
    """Key bindings of a screen: its own, and those of everywhere, as a card on top hides the app's from the keys.

    Labels are translated where they are shown, not here.
    """
    own = [Binding(act.keys, act.action, act.label, show=False) for act in PLACES[place]]
    taken = {key for act in PLACES[place] for key in act.keys.split(",")}
    free = [(act, [key for key in act.keys.split(",") if key not in taken]) for act in EVERYWHERE]
    return [*own, *(Binding(",".join(keys), act.action, act.label, show=False) for act, keys in free if keys)]


def bar(place: str) -> list[Act]:
    """What stands in the key bar, in order."""
    return sorted((act for act in acts(place) if act.shown), key=lambda act: act.shown)
