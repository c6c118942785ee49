"""Extract and compile the catalogs: `python -m tests.catalogs` (needs Babel); `--check` only tells what is not right.

Every message id in the code gets an entry in each language's .po; what is no longer used is dropped; English entries
without a text repeat their id. The .mo beside each .po is made from it, byte for byte the same each time.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file

from geboortespel.scenario.reference import message_ids

ROOT = Path(__file__).resolve().parents[1] / "geboortespel"
LOCALE = ROOT / "words" / "locale"
LANGUAGES = ("nl", "en")
SOURCES = {
    "spel": ("words", "lines", "cli", "report"),
    "tafel": ("tui",),
    "diagnose": ("scenario",),
    "sleutels": (),
}
KEYWORDS = {"_": None, "N_": None, "tr": None, "many": (1, 2), "t": None}
FIXED = datetime(2026, 1, 1, tzinfo=UTC)
Ids = dict[str | tuple[str, str], None]


def extracted(domain: str) -> Ids:
    """Message ids in the code of one domain, in a fixed order; plurals as (one, more)."""
    found: Ids = {}
    if domain == "sleutels":
        return dict.fromkeys(message_ids())
    for folder in SOURCES[domain]:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for _, msgid, _, _ in extract_from_file("python", path, keywords=KEYWORDS):  # type: ignore[arg-type]
                if msgid:
                    found[msgid if isinstance(msgid, str) else (msgid[0], msgid[1])] = None
    return found


def own_domains() -> Iterator[tuple[str, Ids]]:
    for domain in SOURCES:
        ids = extracted(domain)
        if ids:
            yield domain, ids


def po_path(language: str, domain: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def load(language: str, domain: str) -> Catalog:
    """The catalog on disk, or an empty one."""
    path = po_path(language, domain)
    if not path.exists():
        return Catalog(locale=language, domain=domain)
    with path.open("rb") as file:
        return pofile.read_po(file, locale=language, domain=domain)


def renewed(language: str, domain: str, ids: Ids) -> Catalog:
    """A catalog with exactly these ids and the texts that `language` already had."""
    old = load(language, domain)
    new = Catalog(
        locale=language, domain=domain, project="geboortespel", version="1", fuzzy=False, creation_date=FIXED,
        revision_date=FIXED, last_translator="Geboortespel", language_team=language, copyright_holder="Geboortespel",
        header_comment=f"# Geboortespel, {domain}, {language}. Made by `python -m tests.catalogs`; edit the msgstr.",
    )  # fmt: skip
    for msgid in sorted(ids, key=str):
        before = old.get(msgid if isinstance(msgid, str) else msgid[0])
        text = before.string if before else ""
        if language == "en" and not _filled(text):
            text = msgid
        new.add(msgid, text)
    return new


def _filled(text: str | tuple[str, ...]) -> bool:
    return bool(text) if isinstance(text, str) else bool(text) and all(text)


def po_bytes(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    pofile.write_po(out, catalog, width=120, no_location=True, sort_output=True)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    mofile.write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Message ids without a text."""
    return [str(message.id) for message in catalog if message.id and not _filled(message.string)]


def placeholders(text: str) -> set[str]:
    """Names between braces, and %-fields."""
    fields = re.sub(r"\{\{|\}\}", "", text)
    return set(re.findall(r"\{(\w*)[^}]*\}", fields)) | set(re.findall(r"%\(\w+\)s|%[sd]", text))


def unequal_placeholders(message: Message) -> bool:
    """Whether a text names other placeholders than its id; a plural's forms may leave `n` out."""
    ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
    texts = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    wanted = set().union(*map(placeholders, ids))
    optional = {"n"} if len(ids) > 1 else set()
    return any(text and not (wanted - optional <= placeholders(text) <= wanted) for text in texts)


def main(check: bool = False) -> int:
    """Write (or with `check` compare) every catalog; the number of things not right."""
    wrong = 0
    domains = dict(own_domains())
    for language in LANGUAGES:
        for domain, ids in domains.items():
            catalog = renewed(language, domain, ids)
            for msgid in untranslated(catalog):
                print(f"{language}/{domain}: no text for {msgid!r}")
                wrong += 1
            wrong += _write(po_path(language, domain), po_bytes(catalog), check)
        for po in sorted((LOCALE / language / "LC_MESSAGES").glob("*.po")):
            wrong += _write(po.with_suffix(".mo"), mo_bytes(load(language, po.stem)), check)
    return wrong


def _write(path: Path, content: bytes, check: bool) -> int:
    if path.exists() and path.read_bytes() == content:
        return 0
    if check:
        print(f"{path.relative_to(ROOT)} is not up to date: run `python -m tests.catalogs`")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(1 if main("--check" in sys.argv) else 0)
