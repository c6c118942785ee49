"""The debriefing on screen: slides to project, a question at a time, with a clock and room for notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from geboortespel.report.debriefing import REMARK, Guide, Question, Step, guide
from geboortespel.report.debriefing.text import markdown
from geboortespel.report.typeset import Cells, balanced
from geboortespel.session.store import StoreError
from geboortespel.tui.actions import bindings
from geboortespel.tui.letters import large, sentence
from geboortespel.tui.minutes import Minutes
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.facilitator import NoteScreen
from geboortespel.words import storage
from geboortespel.words.catalog import N_
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.analysis.picture import Tip
    from geboortespel.session.session import Session

WIDEST = 64
"""Cells of a line: short lines can be read from far."""
TALL = 34
"""Rows from which lines of a question stand apart."""
LARGE = (160, 44)
"""Columns and rows from which a question is drawn in large letters."""
LAST_NOTES = 3
"""Notes of a question that are shown on its slide."""


class DebriefingScreen(Whole[None]):
    """The six steps of a game. `kept`: whether notes go to its journal; `tips`: its turning points, when they were
    looked for; `clock` is for tests."""

    PLACE = "debriefing"
    ABOUT = N_(
        "Looking back with the group in six steps, a question on each slide. Make the letters of your terminal larger "
        "for a room: it fits on 80 by 24. Notes are kept with the game at once."
    )
    CSS_PATH = "../styles/debriefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("debriefing")

    def __init__(
        self, session: Session, *, kept: bool = True, tips: Sequence[Tip] = (), clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self.session, self.kept, self.tips = session, kept, tuple(tips)
        self._clock = clock
        self._at, self._of = 0, -1
        """The step, from 0, and the question in it, -1 on its first slide. Then a page of notes."""

    # -- slides ------------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Static(id="where", markup=False)
        with Vertical(id="middle"), VerticalScroll(id="slide", can_focus=False):
            yield Static(id="said", markup=False)
        yield Static(id="clock", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self._make()
        self.minutes = Minutes({step.id: step.minutes for step in self.guide.steps}, self._clock)
        self.set_interval(1, self._tick)
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def speak(self) -> None:
        """Everything in the language of now."""
        self._make()
        self._show()
        super().speak()

    def _make(self) -> None:
        self.guide: Guide = guide(Voice(self.session.board, self.tr.language), self.session, self.tips)

    @property
    def step(self) -> Step | None:
        """The step we are at; None on the last page."""
        return self.guide.steps[self._at] if self._at < len(self.guide.steps) else None

    @property
    def question(self) -> Question | None:
        """The question on this slide; None on the first slide of a step and on the last page."""
        return self.step.questions[self._of] if self.step is not None and self._of >= 0 else None

    def _show(self) -> None:
        self.query_one("#where", Static).update(self._where())
        self.query_one("#said", Static).update(Content("\n").join(self._lines()))
        self.query_one("#slide").scroll_home(animate=False)
        self._show_clock()

    def _where(self) -> Content:
        """The step among the six, its title, and the question among those of the step."""
        dots = "".join("●" if n == self._at else "○" for n in range(len(self.guide.steps)))
        parts = [Content.styled(self.tr("Debriefing of {title}").format(title=self.guide.title), "$zacht")]
        if self.step is not None:
            parts = [Content.styled(dots, "$warm"), Content.styled(self.step.title, "bold")]
            if self._of >= 0:
                of = self.tr("{n} of {all}").format(n=self._of + 1, all=len(self.step.questions))
                parts.append(Content.styled(of, "$zacht"))
        return Content("   ").join(parts)

    def _lines(self) -> list[Content]:
        step, question = self.step, self.question
        if step is None:
            return self._last_page()
        return self._opening(step) if question is None else self._asking(step, question)

    def _opening(self, step: Step) -> list[Content]:
        room = self.size.width - 8
        return [
            *(Content.styled(line, "$warm") for line in large(step.word, room, halves=not self.table.ascii)),
            Content(""),
            Content(""),
            *self._spread(step.title, "bold"),
            *self._gap,
            *self._spread(step.aim, ""),
            *self._gap,
            *self._spread(step.tip, "$zacht"),
        ]

    def _asking(self, step: Step, question: Question) -> list[Content]:
        notes = [note.text for note in step.notes if note.question == question.id][-LAST_NOTES:]
        drawn = self._large(question.text)
        lines = [Content.styled(line, "bold") for line in drawn] or self._spread(question.text, "bold")
        if question.fact:
            lines += [*self._gap, *self._spread(question.fact, "$warm")]
        if notes:
            lines += [*self._gap, *(part for note in notes for part in self._spread(f"• {note}", "$zacht", thin=True))]
        return lines

    def _last_page(self) -> list[Content]:
        """What was written down, by step."""
        word = large(self.tr("thanks"), self.size.width - 8, halves=not self.table.ascii)
        lines = [Content.styled(line, "$warm") for line in word]
        lines.append(Content(""))
        for step in self.guide.steps:
            if step.notes:
                lines += [Content(""), Content.styled(step.title, "bold")]
                lines += [part for note in step.notes for part in self._spread(f"• {note.text}", "", thin=True)]
        if not any(step.notes for step in self.guide.steps):
            lines += self._spread(self.tr("Nothing was written down. What was said is yours to keep."), "")
        return lines

    def _spread(self, text: str, style: str, *, thin: bool = False) -> list[Content]:
        """A text in short lines of about the same length; on a tall screen with air between them."""
        lines = balanced(text, Cells(), max(20, min(WIDEST, self.size.width - 8)))
        if not self._airy or thin:
            return [Content.styled(line, style) for line in lines]
        return [part for line in lines for part in (Content.styled(line, style), Content(""))][:-1]

    def _large(self, text: str) -> list[str]:
        """A question in large letters, on a screen that has room for them; [] elsewhere."""
        width, height = self.size
        if width < LARGE[0] or height < LARGE[1] or self.table.ascii:
            return []
        return sentence(text, width * 4 // 5, height // 2)

    @property
    def _airy(self) -> bool:
        """Whether there is room for air between lines."""
        return self.size.height >= TALL

    @property
    def _gap(self) -> list[Content]:
        """Between two texts: more than between lines."""
        return [Content("")] * (3 if self._airy else 1)

    # -- the clock ---------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        if self.minutes.running:
            self._show_clock()

    def _show_clock(self) -> None:
        self.query_one("#clock", Static).update(self._clock_line())

    def _clock_line(self) -> Content:
        step, tr, minutes = self.step, self.tr, self.minutes
        if step is None:
            return Content("")
        if not minutes.touched:
            return Content.styled(tr("{n} minutes for this step; t starts the clock").format(n=step.minutes), "$zacht")
        left, gone = minutes.bar()
        late = minutes.left <= 0
        said = [tr("The time of this step is over. Round it off calmly.")] if late else []
        said += [] if minutes.running else [tr("held")]
        return Content.assemble(
            (f"{minutes.shown()} ", "bold $warm" if late else "bold"), left, (gone, "$zacht"),
            ("  ".join(["", *said]), "$warm" if late else "$zacht"),
        )  # fmt: skip

    # -- actions -----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.step is not None if action in ("note", "clock", "more_time") else True

    def action_turn(self, by: int) -> None:
        """A slide on or back."""
        steps, at, of = self.guide.steps, self._at, self._of + by
        if at < len(steps) and of >= len(steps[at].questions):
            at, of = at + 1, -1
        elif of < -1 and at > 0:
            at, of = at - 1, len(steps[at - 1].questions) - 1
        if at > len(steps) or of < -1 or (at == len(steps) and of > -1):
            return
        self._go(at, of)

    def action_step(self, at: int) -> None:
        """To the first slide of a step, from 0."""
        if 0 <= at < len(self.guide.steps):
            self._go(at, -1)

    def _go(self, at: int, of: int) -> None:
        self._at, self._of = at, of
        if self.step is None:
            self.minutes.hold()
        elif self.step.id != self.minutes.step:
            self.minutes.to(self.step.id)
        self._show()
        self.refresh_bindings()
        self.keys_again()

    def keys_again(self) -> None:
        """The key bar, as what can be done here may have changed."""
        self.query_one("KeyBar").refresh()

    def action_shift(self, by: int) -> None:
        """Up or down, where there is more than fits."""
        self.query_one("#slide").scroll_relative(y=by, animate=False)

    def action_clock(self) -> None:
        """Start the clock of this step, or hold it."""
        if self.minutes.running:
            self.minutes.hold()
        else:
            self.minutes.start()
        self._show_clock()

    def action_more_time(self) -> None:
        """A minute more for this step."""
        self.minutes.more()
        self._show_clock()

    def action_note(self) -> None:
        """Write down what is said; it is on disk before it is on the slide."""
        step, question = self.step, self.question
        if step is None:
            return

        def typed(text: str | None) -> None:
            if text:
                self._keep({"stap": step.id, "vraag": question.id if question is not None else "", "tekst": text})

        about = question.text if question is not None else step.title
        self.app.push_screen(NoteScreen(self.tr("What is said"), about), typed)

    def _keep(self, note: dict[str, str]) -> None:
        try:
            self.session.remark(REMARK, note)
        except StoreError as fault:
            said = storage.trouble(fault.code, fault.path, self.tr)
            self.notify(said, severity="error", timeout=15, markup=False)
            return
        if not self.kept:
            self.notify(self.tr("This journal can't be written now: save the text (o) to keep your notes."), timeout=10)
        self._make()
        self._show()

    def on_click(self, event: events.Click) -> None:
        """Right on the slide is on, left is back."""
        middle = self.query_one("#middle").region
        if middle.contains(event.screen_x, event.screen_y):
            self.action_turn(1 if event.screen_x >= self.size.width // 2 else -1)

    def as_text(self) -> tuple[str, str]:
        """The whole guide with its notes, for who copies or keeps it: Markdown."""
        return self.tr("Debriefing of {title}").format(title=self.guide.title), markdown(self.guide, self.tr)

    def action_back(self) -> None:
        """Back to where you came from."""
        self.dismiss(None)
