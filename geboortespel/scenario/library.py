"""Where scenarios are found: shipped ones in a wheel or a checkout, and any path. The one finder of scenario files."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from attrs import frozen

FILE = "scenario.yaml"
BASE = "basis.yaml"


class NotFound(LookupError):
    """No scenario of that name. `suggestion` is the id most like it, or ''."""

    def __init__(self, name: str, suggestion: str) -> None:
        super().__init__(name)
        self.name = name
        self.suggestion = suggestion


@frozen
class Entry:
    """A shipped scenario: its id (the name of its folder) and its file."""

    id: str
    path: Path


def _roots(folder: str = "scenarios") -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent.parent
    return tuple(p for p in (package / "_shipped" / folder, package.parent / folder) if p.is_dir())[:1]


def asset(name: str) -> str:
    """The text of a shipped asset, such as `kaartje/dijk.svg`. OSError when it is not there."""
    for root in _roots("assets"):
        return (root / name).read_text("utf-8")
    raise FileNotFoundError(name)


class Library:
    """Finds scenarios by id or path. `roots`: folders of scenario folders; the shipped ones when left out."""

    def __init__(self, roots: Sequence[Path] | None = None) -> None:
        self.roots = _roots() if roots is None else tuple(roots)

    def shipped(self) -> list[Entry]:
        """Every scenario in the roots, by id."""
        return self._every(FILE)

    def bases(self) -> list[Entry]:
        """Every base set in the roots, by id."""
        return self._every(BASE)

    def _every(self, file: str) -> list[Entry]:
        found: dict[str, Entry] = {}
        for root in self.roots:
            for folder in sorted(root.iterdir()) if root.is_dir() else ():
                if (folder / file).is_file():
                    found.setdefault(folder.name, Entry(folder.name, folder / file))
        return [found[name] for name in sorted(found)]

    def find(self, name: str) -> Path:
        """The file of a scenario, by id or by path (a file, or a folder with a scenario). Raises NotFound."""
        for root in self.roots:
            if "/" not in name and "\\" not in name and name not in ("", ".", "..") and (root / name / FILE).is_file():
                return root / name / FILE
        path = Path(name)
        if path.is_dir() and (path / FILE).is_file():
            return path / FILE
        if path.is_file():
            return path
        near = get_close_matches(name, [entry.id for entry in self.shipped()], n=1, cutoff=0.5)
        raise NotFound(name, near[0] if near else "")

    def base(self, name: str, folder: Path) -> Path | None:
        """The file of a base set that a scenario in `folder` uses: `NAME.yaml` beside it, else a shipped one."""
        beside = folder / f"{name}.yaml"
        if beside.is_file() and beside.resolve().parent == folder.resolve():
            return beside
        for root in self.roots:
            if (root / name / BASE).is_file():
                return root / name / BASE
        return None
