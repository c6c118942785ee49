"""Diagnostics of the file and its notation."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, WRITE, Code

CODES: dict[str, Code] = {
    "G001": Code(
        N_("this file cannot be read: {reason}"),
        N_("The file is missing, is a folder, or you have no right to read it. Check the name and the path."),
    ),
    "G002": Code(
        N_("the file is larger than {limit} bytes"),
        N_(
            "A scenario is text and takes some tens of thousands of bytes. This file is too large to be "
            "one; nothing of it was read."
        ),
    ),
    "G003": Code(
        N_("this file is not UTF-8 text"),
        N_(
            "Save the file as UTF-8 in your editor (in Notepad: Save as, Encoding: UTF-8). From the place"
            " shown on, the text cannot be read."
        ),
    ),
    "G004": Code(
        N_("there is an invisible control character here ({char})"),
        N_(
            "Control characters come along when copying from other programs. Remove it: put the cursor "
            "there and delete, or type the line again."
        ),
    ),
    "G005": Code(
        N_("here is a tab; use spaces (lines with tabs: {count})"),
        N_(
            "YAML shows what belongs together by spaces at the start of a line, and a tab has no fixed "
            "width. Let your editor replace tabs by spaces; two per step reads well."
        ),
    ),
    "G006": Code(
        N_("this file is empty"),
        N_(
            "A scenario has at least `formaat`, `id`, `titel` and `uitkomsten`. The smallest complete one"
            " stands in the guide for authors."
        ),
    ),
    "G007": Code(
        N_("this cannot be read as YAML"),
        N_(
            "Something in the notation is wrong at or just before this place. Look at the indentation, "
            "brackets and quotes of this line and the one above."
        ),
    ),
    "G008": Code(
        N_("a quote opens here that does not close where the text ends"),
        N_(
            "A value that begins with an apostrophe or quotation mark runs to the next one. For a text "
            "such as 's Ochtends put double quotes around the whole: \"'s Ochtends\". For a quotation mark "
            "inside a quoted text, use the other kind outside."
        ),
    ),
    "G009": Code(
        N_("there is a colon in this text, so YAML sees a key in it"),
        N_(
            "A colon with a space after it makes a key. Put quotes around the whole text, or write it "
            "below the key after `|`."
        ),
        suggestion=WRITE,
    ),
    "G010": Code(
        N_("'{key}' stands here twice; the first is at line {first}"),
        N_("Within one map every key may stand once. Put the two together, or remove one."),
    ),
    "G014": Code(
        N_("this is nested more than {limit} deep"),
        N_("No scenario needs this. Look for brackets that were opened and not closed."),
    ),
    "G015": Code(
        N_("this file has more than {limit} values"),
        N_("That is too much for a scenario; nothing of the file was used."),
    ),
    "G016": Code(
        N_("these repeated references unfold to more than {limit} values"),
        N_(
            "Anchors (&) and references to them (*) can make a small file enormous. Write out what you "
            "mean, or use a base set."
        ),
    ),
    "G017": Code(
        N_("the reference *{name} points to nothing that was read before"),
        N_("A * at the start of a value is a reference in YAML. If it is text, put quotes around it."),
    ),
    "G018": Code(
        N_("a ! at the start of a value is a type in YAML, and scenarios know no types"),
        N_("If it is text, put quotes around it. If you meant the opposite of a condition: write `niet`."),
    ),
    "G019": Code(
        N_("a second document begins here"),
        N_("A file holds one scenario. A line of three dashes begins another one: remove it."),
    ),
    "G020": Code(
        N_("'{key}' has no value, within braces"),
        N_(
            "Within braces every key has its value: {…: …, …: …}. Often a comma breaks a text: put quotes"
            " around that text."
        ),
    ),
    "G021": Code(
        N_("the comma in {value} ends the number here"),
        N_(
            "Within braces a comma begins the next key. Numbers in a scenario are whole: choose a smaller"
            " unit (845 instead of 84,5). As text: put quotes around it."
        ),
    ),
    "G022": Code(
        N_("the space after the colon is missing in '{key}'"),
        N_("Between a key and its value stands a colon with a space after it."),
        suggestion=WRITE,
    ),
    "G023": Code(
        N_("nothing stands after '{key}:'"),
        N_("Fill in a value, or remove the key. A list or map that is empty on purpose is written [] or {}."),
    ),
    "G027": Code(
        N_("a list or map cannot be a key"),
        N_("Write the key as a single word."),
    ),
    "G028": Code(
        N_("'<<' is not read"),
        N_("Scenarios reuse through `gebruikt`, not through YAML's merge key."),
    ),
    "G029": Code(
        N_("this bracket is not closed, or something in it breaks the list"),
        N_(
            "After [ or { everything up to the matching bracket belongs to it, with commas between. Texts"
            " with brackets, commas or colons need quotes."
        ),
    ),
    "G047": Code(
        N_("the list or map has ended before this; nothing more can follow on the line"),
        N_("A bracket closes too early here, or a text with brackets needs quotes around it."),
    ),
    "G049": Code(
        N_("'{text}' is no key: the colon is missing"),
        N_(
            "Every line begins with a key and a colon. If this belongs to the text above it, indent it as"
            " far as that text."
        ),
    ),
    "G050": Code(
        N_("there is no base set '{id}'"),
        N_("A base set is a file beside the scenario (NAME.yaml) or one that comes with the game."),
        suggestion=MEANT,
    ),
    "G051": Code(
        N_("'{value}' is a path; name a base set"),
        N_(
            "`gebruikt` takes the name of a set, without folders and without .yaml. Files outside the "
            "scenario's folder are never read."
        ),
    ),
    "G052": Code(
        N_("base set '{id}' uses itself, by a detour or not"),
        N_("Remove one of the `gebruikt` lines."),
    ),
    "G054": Code(
        N_("a backslash in double quotes has a meaning of its own"),
        N_("Put single quotes around the text, or none: 'C:\\dijk'."),
    ),
    "G055": Code(
        N_("a list cannot begin on the line of its key"),
        N_("Put the first dash on the next line, indented, or write the list as [one, two]."),
    ),
    "G056": Code(
        N_("a text cannot begin with {char}"),
        N_("This character means something else in YAML. Put quotes around the text."),
    ),
    "G057": Code(
        N_("this line does not stand where it belongs"),
        N_(
            "Lines that belong together begin in the same column. Look at the spaces in front of this "
            "line and of the ones above it."
        ),
    ),
    "G058": Code(
        N_("this bracket closes nothing"),
        N_("There is one too many, or the opening [ or { is missing."),
    ),
}
