"""The chances of a game on a screen: worked out in a process of its own, taken over now and then, kept when done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer
    from textual.widget import Widget

    from geboortespel.analysis.background import Background
    from geboortespel.analysis.picture import Picture
    from geboortespel.session.session import Session

EVERY = 0.25
"""Seconds between two looks at what came in: a picture that changes oftener can't be read."""

_KEPT: WeakKeyDictionary[Session, tuple[int, Picture]] = WeakKeyDictionary()
"""Pictures that are done, with the journal line they go up to, so that nobody waits for one twice."""


class Sharpening:
    """Begin with `begin`, end with `stop`. `changed` is called when the picture is another one."""

    def __init__(
        self, session: Session, changed: Callable[[], None], others: Callable[[], Sequence[Path]] = tuple
    ) -> None:
        from geboortespel.analysis.picture import Picture

        self.session, self.changed, self._others = session, changed, others
        line, kept = _KEPT.get(session, (-1, None))
        self.picture: Picture = kept if kept is not None and line == session.line else Picture()
        self.failed = self._stopped = False
        self._work: Background | None = None
        self._timer: Timer | None = None

    def begin(self, owner: Widget) -> None:
        """Start the work, unless it is done; `owner` keeps the time."""
        from geboortespel.analysis.background import Background
        from geboortespel.analysis.course import Course

        if self.picture.done < 1 and not self._stopped:
            try:
                self._work = Background(Course.of(self.session), others=self._others())
            except OSError:
                self.failed = True
            else:
                self._timer = owner.set_interval(EVERY, self._look, name="sharpening")

    def _look(self) -> None:
        """Take over what came in."""
        from geboortespel.analysis.news import hear

        assert self._work is not None
        running = self._work.running
        news = self._work.news()
        for one in news:
            hear(self.picture, one)
        if self.picture.done >= 1:
            _KEPT[self.session] = (self.session.line, self.picture)
        if not running or self.picture.done >= 1:
            self.failed = self.picture.done < 1
            self.stop()
        if news or self.failed:
            self.changed()

    def stop(self) -> None:
        """No more of it: the process ends."""
        self._stopped = True
        if self._timer is not None:
            self._timer.stop()
        if self._work is not None:
            self._work.stop()
            self._work = None
