"""Diagnostics of the second look (`review`): nothing is wrong with the file, but something in it leads nowhere."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, WARNING, Code

CODES: dict[str, Code] = {
    "G140": Code(
        N_("this can never hold: '{asked}', while {name} is {low} at least and {high} at most{sum}"),
        N_(
            "The bounds hold in every game: where it begins, with everything that can move it, as often as that can "
            "happen. Ask less, add something that moves it further, or take away what hangs on this condition."
        ),
        severity=WARNING,
    ),
    "G141": Code(
        N_("this always holds: {name} is {low} at least and {high} at most{sum}, so '{asked}' never comes true"),
        N_(
            "A condition that always holds changes nothing. Remove it, or ask more: perhaps the bound is a slip, or "
            "what should move the quantity is still missing."
        ),
        severity=WARNING,
    ),
    "G142": Code(
        N_("nobody can pass this gate ready: '{asked}', while {name} is then {low} at least and {high} at most{sum}"),
        N_(
            "Until the end of this phase, even when it is made as long as it can be, this can't be reached: everybody "
            "pays the toll. Ask less, give the phase more rounds, or add something that helps."
        ),
        severity=WARNING,
    ),
    "G143": Code(
        N_("nobody can take route '{id}' over threshold '{threshold}'"),
        N_(
            "What the route asks with `met` is never there: an adviser nobody can hire, a believer who may not do this "
            "move, or an actor who never becomes an ally. Change `met`, or make it possible."
        ),
        severity=WARNING,
    ),
    "G144": Code(
        N_("threshold '{id}' can't be overcome: its routes take away {most} of {resistance} at most"),
        N_(
            "Every move on its routes counts as often as it can be done. Lower `weerstand`, raise `haalt_weg`, allow "
            "the moves more often (`hooguit`) or add a route."
        ),
        severity=WARNING,
    ),
    "G145": Code(
        N_("move '{id}' can never be done: whatever it could be aimed at is out of the question"),
        N_(
            "Somebody within everybody's reach needs no way in, what is fully underpinned needs no more, and who can "
            "never be heard or won joins nobody. Remove the move, or give it something to do."
        ),
        severity=WARNING,
    ),
    "G146": Code(
        N_("nobody ever reaches '{id}'"),
        N_(
            "No believer has this actor in `netwerk`, nothing opens a way and there is no move of the sort `netwerk`. "
            "Add one of these, or write `bereikbaar: ja`."
        ),
        severity=WARNING,
    ),
    "G147": Code(
        N_("deck '{id}' runs dry: {cards} cards are gone after round {after} of {rounds}"),
        N_("From then on nothing is drawn. Add cards, write `terugleggen: ja`, or give the deck an `als`."),
        severity=WARNING,
    ),
    "G148": Code(
        N_("'{id}' has no title and no text, so players see its id"),
        N_("Add `titel`: what players should read on the board."),
        severity=WARNING,
    ),
    "G149": Code(
        N_("this title has {length} characters; {limit} fit on a screen of 80 columns"),
        N_("Longer titles are cut off in a small window. Shorten it; `tekst` has room for more."),
        severity=WARNING,
    ),
    "G150": Code(
        N_("a line of this text has {length} characters; {limit} fit on a screen of 80 columns"),
        N_(
            "After `|` the line breaks stay as they are written, so a long line breaks off raggedly. Break the lines "
            "yourself, or write the text between quotes: then the game does it."
        ),
        severity=WARNING,
    ),
    "G151": Code(
        N_("{what} '{id}' is not used anywhere"),
        N_(
            "Nothing in this scenario hangs on it: a concern that nobody has, an argument that answers no concern of "
            "anybody here, a role that nobody plays, a counter that no rule reads, a source or an adviser that is "
            "never called. Use it, or remove it."
        ),
        suggestion=MEANT,
        severity=WARNING,
    ),
    "G152": Code(
        N_("lesson '{id}' is never met here"),
        N_("No move, event, threshold or other thing of this scenario carries it in `lessen`. Add it where it shows."),
        severity=WARNING,
    ),
    "G154": Code(
        N_(
            "ending '{id}' is meant and can never come: '{asked}', while {name} is {low} at least and "
            "{high} at most{sum}"
        ),
        N_(
            "The rule of this ending comes from the base set, and asks what can't be reached here in any game. Let "
            "`vereist` (or `vereist` of the forms) ask less, begin higher, or keep the moves that help."
        ),
        severity=WARNING,
    ),
    "G155": Code(
        N_("the translation of '{path}' is of an older text, so the Dutch one is shown"),
        N_("The text has changed since. See whether the translation still says the same; put the new text in `van`."),
        severity=WARNING,
    ),
    "G156": Code(
        N_("there is no text '{path}' to translate"),
        N_("A path is made of keys and ids: `zetten.duiken.titel`. `geboortespel vertaal` writes all of them down."),
        suggestion=MEANT,
        severity=WARNING,
    ),
    "G153": Code(
        N_("the assignment takes {lines} lines; {limit} fit on one screen of 80 by 24"),
        N_("Players read it at one glance before they begin. Shorten it; details can come as events."),
        severity=WARNING,
    ),
}
