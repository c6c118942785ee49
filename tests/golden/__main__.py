"""Renew the goldens: `python -m tests.golden [NAME…]` writes what differs, and removes what is no longer made."""

from __future__ import annotations

import sys

from tests.golden.catalogue import FOLDER, goldens


def main(names: list[str]) -> None:
    """Write the goldens whose names begin with one of `names` (all without)."""
    made = goldens()
    FOLDER.mkdir(exist_ok=True)
    for name, make in made.items():
        if names and not name.startswith(tuple(names)):
            continue
        text, path = make().encode(), FOLDER / name
        if not path.exists() or path.read_bytes() != text:
            path.write_bytes(text)
            print(f"written: {path}")
    for path in FOLDER.iterdir():
        if path.name not in made:
            path.unlink()
            print(f"removed: {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
