"""The real program in a terminal plays a whole shipped game to its ending, resized and killed on the way."""

from __future__ import annotations

import re
import signal
from difflib import unified_diff
from itertools import cycle
from pathlib import Path

import pytest

from geboortespel.session.replay import replay
from tests.running import Commands, Screen
from tests.terminal.robot import Robot

MOST, EVERY, DIES = 450, 40, 70
"""Keys in a game at the most, keys between resizes, and after how many the program is killed."""
PASSING = re.compile(r" *[▲▼]\d+|[\u2800-\u28ff]")
"""What changed just now, and the lines on the map from the person under its cursor."""


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "sizes"), [(1, ((80, 24), (120, 36))), (4, ((200, 60), (90, 30)))], ids=str)
def test_a_whole_game(commands: Commands, tmp_path: Path, seed: int, sizes: tuple[tuple[int, int], ...]) -> None:
    journal = tmp_path / "spel.jsonl"
    words = ("speel", "eerste-dijk", "--zaad", seed, "--journaal", journal)
    robot = Robot(commands.terminal(*words, size=sizes[0]))
    robot.terminal.see("Begin het spel")
    after = cycle(sizes[1:] + sizes[:1])
    size, died = sizes[0], False
    for key in range(MOST):
        robot.still()
        if robot.at("terugblik"):
            break
        if key % EVERY == EVERY - 1:
            size = next(after)
            robot.resize(size)
        if key >= DIES and not died and at_rest(robot):
            died = True
            again = Robot(killed(robot.terminal, commands, journal, size))
            again.been = robot.been
            robot = goes_on(robot, again)
        robot.step()
    assert robot.at("terugblik"), robot.terminal.screen.display
    assert died
    assert robot.been >= {"beginnen", "einde beurt", "verder", "overslaan"}
    robot.press("\x11")
    assert robot.terminal.end() == 0
    assert "Traceback" not in robot.terminal.text
    session, course = replay(journal)
    for _ in course:
        pass
    assert session.finished


def at_rest(robot: Robot) -> bool:
    """Whether the table waits for the first step of a move."""
    return robot.at("einde beurt") and not robot.at("esc") and not any("← terug" in line for line in robot.lines)


def killed(terminal: Screen, commands: Commands, journal: Path, size: tuple[int, int]) -> Screen:
    """The program killed at once, and started again on the same journal."""
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
    return commands.terminal("speel", "--journaal", journal, size=size)


def goes_on(before: Robot, after: Robot) -> Robot:
    """The robot that goes on, once its screen shows the same table."""
    for _ in range(150):
        after.terminal.read()
        if table(after) == table(before):
            return after
    raise AssertionError("\n".join(unified_diff(table(before), table(after), "before", "after", lineterm="")))


def table(robot: Robot) -> list[str]:
    """What is on the table, without what is only there for a moment, and what explains the row under the cursor."""
    return [" ".join(PASSING.sub("", line).split()) for line in robot.lines[:-4]]
