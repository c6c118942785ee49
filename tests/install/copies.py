"""A copy of the tree to install from, and the commands that README.md gives."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.running import ROOT

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", "node_modules"
)


def copy(target: Path) -> Path:
    """The tree as somebody who got it has it: no virtual environment, no caches."""
    shutil.copytree(ROOT, target, ignore=LEFT_OUT)
    return target


def readme_command(name: str) -> str:
    """The command after `<!-- NAME-command -->` in README.md."""
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.findall(rf"<!-- {name}-command -->\n```sh\n(.*?)\n```", text, re.DOTALL)
    assert len(found) == 1, f"README.md has one {name} command"
    assert "\n" not in found[0], "it is one command"
    return str(found[0])
