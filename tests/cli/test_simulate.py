"""`simuleer`: its JSON, its text, who may play, many processes, a cluster, and being interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from unittest import mock

import pytest

from geboortespel.cli.progress import Progress
from geboortespel.words.catalog import translator
from tests.running import KLEIN, ROOT, Commands


def test_the_keys_that_were_agreed(commands: Commands, english: Commands) -> None:
    done = commands.here("simuleer", KLEIN, "--aantal", 60, "--speler", "beginner", "--zaad", 9, "--json")
    found = json.loads(done.out)
    assert (done.status, done.err) == (0, "")
    assert [found[key] for key in ("scenario", "aantal", "speler", "zaad")] == ["klein", 60, "beginner", 9]
    assert list(found["uitkomsten"]) == ["vastgelopen", "geboren", "ingestort"]
    born = found["uitkomsten"]["geboren"]
    assert set(born) == {"aantal", "soort", "p", "laag", "hoog"}
    assert born["soort"] == "geboren"
    assert born["p"] == pytest.approx(born["aantal"] / 60, abs=1e-6)
    assert born["laag"] < born["p"] < born["hoog"]
    assert {name: found["bedoeld"][name] for name in ("p", "laag", "hoog")} == {
        name: born[name] for name in ("p", "laag", "hoog")
    }
    assert "gemiddelde" in found["groen"]
    assert sum(found["rondes"]["verdeling"].values()) == 60
    assert found["gebruik"]["zet.luisteren"]["spellen"] <= 60
    assert found["gebruik"]["kaart.nieuws.rustig"]["keer"] > 60
    other = english.here("simulate", KLEIN, "--games", 60, "--player", "beginner", "--seed", 9, "--json")
    assert other.out == done.out


def test_what_was_chosen_and_what_came_of_it(commands: Commands) -> None:
    found = json.loads(commands.here("simuleer", "eerste-dijk", "-n", 30, "-s", "grillig", "--json").out)
    for options in found["keuzes"].values():
        assert sum(option["p"] for option in options.values()) == pytest.approx(1, abs=1e-4)
        assert all(option["spellen"] <= 30 for option in options.values())
    assert found["keuzes"]["poort"]
    assert found["niet_groen"]
    for aspect in found["niet_groen"].values():
        assert aspect["rood"]["p"] <= aspect["p"]


def test_told_in_either_language(commands: Commands, english: Commands) -> None:
    told = commands.here("simuleer", "eerste-dijk", "-n", 30).out
    assert told.startswith("30 spellen van eerste-dijk, gespeeld door planner. Zaad 1 tot en met 30.\n")
    assert "Hoe ze afliepen" in told
    other = english.here("simulate", "eerste-dijk", "-n", 30).out
    assert "How they ended" in other
    assert max(len(line) for line in (told + other).splitlines()) <= 80


def test_the_same_bytes_however_many_processes(commands: Commands) -> None:
    words = ("simuleer", "eerste-dijk", "-n", 60, "--json", "--processen")
    assert commands.here(*words, 1).out == commands.there(*words, 2).out


def test_who_may_play(commands: Commands, tmp_path: Path) -> None:
    wrong = commands.here("simuleer", KLEIN, "-s", "niemand")
    assert (wrong.status, wrong.out) == (2, "")
    assert "Speler 'niemand' is er niet. Wel: willekeurig, beginner, planner, grillig" in wrong.err
    assert commands.here("simuleer", KLEIN, "-s", f"script:{tmp_path / 'weg.txt'}").status == 2
    script = tmp_path / "mijn.txt"
    script.write_text("zet luisteren\nzet consultren\n", encoding="utf-8")
    told = commands.here("simuleer", KLEIN, "-s", f"script:{script}")
    assert told.status == 2
    assert told.err.endswith("regel 2: Niets in dit scenario past bij 'zet consultren'.\n")
    script.write_text("zet luisteren\n", encoding="utf-8")
    assert commands.here("simuleer", KLEIN, "-n", 10, "-s", f"script:{script}").status == 0


def test_how_far_it_is_is_told_in_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    with (
        mock.patch.object(sys.stderr, "isatty", return_value=True, create=True),
        Progress(200, translator("nl")) as far,
    ):
        assert far.line(50, 20.0) == "50 van 200 (25%), nog 1 min"
        assert far.line(100, 20.0) == "100 van 200 (50%), nog 20 s"
        assert far.line(1, 60.0) == "1 van 200 (0%), nog 3 uur 19 min"
        far._last -= 1
        far(100)
    assert "100 van 200" in capsys.readouterr().err
    with Progress(200, translator("nl")) as far:
        far._last -= 1
        far(100)
    assert capsys.readouterr().err == ""


def test_a_terminal_shows_how_far_it_is(commands: Commands) -> None:
    screen = commands.terminal("simuleer", KLEIN, "-n", 4000, "-s", "beginner", "--processen", 1)
    screen.see("van 4000 (")
    screen.see("Hoe ze afliepen")


def _all_gone(group: int) -> bool:
    """Whether a process group has no members, or comes to have none soon."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("processes", [1, 2])
def test_an_interrupt_stops_it_cleanly(processes: int, commands: Commands) -> None:
    words = ["simuleer", "graaf-reinald", "-n", "200000", "--processen", str(processes)]
    with subprocess.Popen(
        [sys.executable, "-m", "geboortespel", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=commands.environment(),
        start_new_session=True,
    ) as running:
        time.sleep(4)
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err.decode()) == (130, b"", "\nOnderbroken.\n")
    assert _all_gone(running.pid), "nobody is left behind"


def test_without_dask_a_cluster_is_refused(commands: Commands) -> None:
    with mock.patch("geboortespel.analysis.cluster.find_spec", return_value=None):
        done = commands.here("simuleer", KLEIN, "--cluster", "tcp://127.0.0.1:1")
    assert (done.status, done.out) == (2, "")
    assert done.err == "Voor een cluster is Dask nodig: pip install 'geboortespel[cluster]'.\n"


@pytest.mark.slow
@pytest.mark.skipif(find_spec("distributed") is None, reason="the extra `cluster` is not installed")
def test_a_cluster_gives_the_same_result(commands: Commands) -> None:
    from distributed import LocalCluster

    words = ("simuleer", KLEIN, "-n", 200, "-s", "beginner", "--json")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        done = commands.there(*words, "--cluster", cluster.scheduler_address)
    assert (done.status, done.out) == (0, commands.here(*words).out), done.err
    with mock.patch("geboortespel.analysis.cluster.PATIENCE", 1):
        away = commands.here(*words, "--cluster", "tcp://127.0.0.1:1")
    assert away.status == 2
    assert "Op tcp://127.0.0.1:1 antwoordt geen planner." in away.err
