"""Who may know whom: main → app → scenarios → scoring, never the other way, and a core without window, SQL or network."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
QT = ("PySide6", "PyQt6", "PyQt5", "shiboken6", "qtpy")
SQL = ("sqlalchemy", "sqlite3", "alembic")
NETWORK = (
    "httpx",
    "requests",
    "urllib",
    "urllib3",
    "socket",
    "http",
    "ssl",
    "aiohttp",
    "litellm",
    "openai",
    "websockets",
    "asyncio",
)
CHANCE = ("secrets", "uuid", "time", "datetime", "multiprocessing", "threading", "subprocess")


@dataclass(frozen=True)
class Rule:
    """Modules under `within` (but not `but`) import nothing of `never`."""

    name: str
    within: str
    never: tuple[str, ...]
    but: tuple[str, ...] = ()


RULES = (
    Rule("scoring knows nobody", "scoring", ("scenarios", "app", "main", "tests")),
    Rule("scenarios know only scoring", "scenarios", ("app", "main", "tests")),
    Rule("app knows neither main nor the tests", "app", ("main", "tests")),
    Rule("scoring has no window", "scoring", QT),
    Rule("scoring has no SQL", "scoring", SQL),
    Rule("scoring has no network", "scoring", NETWORK),
    Rule("scoring has no clock, no thread and no chance", "scoring", (*CHANCE, "random"), but=("scoring.training",)),
    Rule("scenarios have no window", "scenarios", QT),
    Rule("scenarios have no SQL", "scenarios", SQL),
    Rule("scenarios have no network", "scenarios", NETWORK),
    Rule("scenarios have no clock and no thread", "scenarios", CHANCE),
    Rule("records have no window", "app.records", QT),
    Rule("drills have no window", "app.drills", QT),
    Rule("commands have no window", "app.commands", QT),
    Rule("only records know SQL", "app", SQL, but=("app.records",)),
)


@cache
def modules() -> dict[str, Path]:
    paths = [
        ROOT / "main.py",
        *(path for name in ("app", "scenarios", "scoring") for path in (ROOT / name).rglob("*.py")),
    ]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


@cache
def imported(module: str) -> tuple[tuple[str, int], ...]:
    """What a module imports anywhere in it, late imports too, with the line."""
    path = modules()[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    return tuple(_imports(ast.parse(path.read_text("utf-8")), package))


def _imports(tree: ast.AST, package: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            base = parents[: len(parents) - node.level + 1] if node.level else []
            source = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((f"{source}.{alias.name}", node.lineno) for alias in node.names)


def under(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_imports_obey_the_rule(rule: Rule):
    held = [name for name in modules() if under(name, (rule.within,)) and not under(name, rule.but)]
    broken = [
        f"{module}:{line} imports {name}"
        for module in held
        for name, line in imported(module)
        if under(name, rule.never)
    ]
    assert held, f"{rule.name}: there is no module in {rule.within}"
    assert not broken, f"{rule.name}:\n" + "\n".join(broken)


def test_main_only_starts_things():
    own = {name.partition(".")[0] for name, _ in imported("main")} - sys.stdlib_module_names
    assert own == {"app"}


def test_late_and_relative_imports_are_seen():
    tree = ast.parse("def f():\n    from . import b\n    from ..c import d\n    import e.f\n")
    assert list(_imports(tree, "a.x")) == [("a.x.b", 2), ("a.c.d", 3), ("e.f", 4)]
