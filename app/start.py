"""Starts the windows where there is a screen, else the first drill in the terminal, without importing what isn't needed.

`main` comes here first: the command line's own library would cost every start of the windows a tenth of a second.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from scoring.sentence import Language, Sentence

FIRST_DRILL = "slow-response"
NO_WINDOW = "PEILIAN_NO_WINDOW"
"""Set to anything: play in the terminal, though there is a screen."""

_NO_SCREEN = Sentence(
    "这里没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设），直接在终端里演练。",
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the drill is played in the terminal.",
)
_NO_QT = Sentence(
    "窗口用的 PySide6 没装好，直接在终端里演练。运行 make run 会重新装，缺系统库时它会列出来。",
    "PySide6, which the windows need, isn't in order: the drill is played in the terminal. `make run` installs it again and names missing system libraries.",
)
NO_OPENING = Sentence(
    "窗口打不开：连不上屏幕，或者缺系统库，直接在终端里演练。sh packaging/check-system.sh check 会列出缺的库。",
    "The window can't open: no connection to the screen, or a system library is missing. The drill is played in the terminal. `sh packaging/check-system.sh check` names missing libraries.",
)


def run(arguments: Sequence[str]) -> int:
    """Run the program with the arguments of the command line; returns the exit code."""
    plain = plain_start(arguments)
    if plain is None:
        from app.commands import run as run_command

        return run_command(arguments)
    from scoring.sentence import PeilianError

    demo, wanted = plain
    try:
        return start(demo=demo, wanted=wanted)
    except PeilianError as error:
        print(error.sentence.to(_language(wanted)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def plain_start(arguments: Sequence[str]) -> tuple[bool, str] | None:
    """Whether demo people are asked for, and the language; None where the command line must be read in full."""
    demo, wanted = False, ""
    rest = list(arguments)
    while rest:
        one = rest.pop(0)
        if one == "--demo":
            demo = True
        elif one == "--lang" and rest:
            wanted = rest.pop(0)
        elif one.startswith("--lang="):
            wanted = one.removeprefix("--lang=")
        else:
            return None
    return demo, wanted


def start(*, demo: bool = False, wanted: str = "") -> int:
    """Open the windows; where they can't be had, say so in one sentence and play in the terminal."""
    language = _language(wanted)
    obstacle = no_screen(os.environ, sys.platform)
    if obstacle is None:
        try:
            from app.ui.app import start as open_windows
        except ImportError:
            obstacle = _NO_QT
        else:
            from app.paths import wanted_folder

            chosen = language if wanted or os.environ.get("PEILIAN_LANG") else None
            # Whether the folder can be used is found out behind the window, which says so where it can't.
            return open_windows(wanted_folder(), demo=demo, language=chosen)
    return _play(obstacle, wanted)


def no_screen(environment: Mapping[str, str], platform: str) -> Sentence | None:
    """Why no window can open in this environment, as far as can be seen without trying; None where one can."""
    if environment.get(NO_WINDOW):
        return Sentence("", "")
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return None
    return _NO_SCREEN


def again_in_terminal(why: Sentence) -> None:
    """Replace this process by one that plays in the terminal: Qt gives up the whole process where it finds no screen."""
    _, wanted = plain_start(sys.argv[1:]) or (False, "")
    print(why.to(_language(wanted)), file=sys.stderr, flush=True)
    os.execve(sys.executable, sys.orig_argv, {**os.environ, NO_WINDOW: "1"})  # noqa: S606  # ourselves, as we were called


def _play(why: Sentence, wanted: str) -> int:
    from app.commands.drill import play
    from app.commands.terminal import Terminal, chosen_language

    if wanted:
        chosen_language(wanted)
    terminal = Terminal()
    if why.zh:
        terminal.tell(why)
    return play(terminal, FIRST_DRILL)


def _language(wanted: str) -> Language:
    given = wanted or os.environ.get("PEILIAN_LANG", "")
    return "en" if given.lower().startswith("en") else "zh"
