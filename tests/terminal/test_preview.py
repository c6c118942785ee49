"""The live preview in a real terminal: a save is seen while the game waits for an answer."""

from __future__ import annotations

from pathlib import Path

from tests.running import ROOT, Commands


def test_a_save_is_seen_at_once(tmp_path: Path, commands: Commands) -> None:
    path = tmp_path / "scenario.yaml"
    text = (ROOT / "tests/scenario/review/helder.yaml").read_text("utf-8")
    path.write_text(text, "utf-8")
    screen = commands.terminal("speel", path, "--tekst", "--kijk", "--zaad", "3", size=(100, 40))
    screen.see("klaar voor deze ronde")
    path.write_text(text.replace("titel: Agenderen", "titel: Op de agenda zetten"), "utf-8")
    screen.see("zetten.agenderen.titel: Agenderen → Op de agenda zetten")
    screen.see("Op de agenda zetten")
    screen.type("q\n")
    assert screen.end() == 0
    assert b"Traceback" not in screen.raw
