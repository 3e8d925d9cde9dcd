"""The small language of a scenario's `when`: its parser, its messages, and its evaluation. Never `eval`.

now empathy.feeling and not cause.concrete        checks: met in this reply (now), or met so far in the drill
level(fix) >= 2 or anger > 70                     levels so far, mood (anger, trust, patience), turn
now blame or blame                                violations: in this reply, or so far
said(still_waiting) and mentions("押金|定金")      a beat that was played; words in this reply
looked_up(dispatch_log) or told(allergy)          a fact that the trainee looked up, or that the customer gave up
after(left)                                       the ending of the drill that this one follows
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeAlias

from scoring.sentence import Sentence

MAX_LENGTH = 1_000
MAX_DEPTH = 20
MOODS = ("anger", "trust", "patience")
NUMBERS = (*MOODS, "turn")
CALLS = ("level", "said", "mentions", "looked_up", "told", "after")
JOINERS = ("and", "or", "not")


@dataclass(frozen=True, slots=True)
class Situation:
    """What a condition may ask about, after a reply was assessed and before the customer speaks."""

    now: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    levels: Mapping[str, int | None] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    looked_up: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    after: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a condition: `offset` in its characters, a sentence and, where there is one, a hint."""

    offset: int
    sentence: Sentence
    hint: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a condition uses: `kind` is now (an id or an event of this reply), id, step, beat, fact or ending.

    `wanting` says that the condition holds while it is missing: a check after `not`, a level below a bound.
    """

    kind: str
    name: str
    offset: int
    wanting: bool = False


Test: TypeAlias = Callable[[Situation], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition. One with faults never holds."""

    source: str
    names: tuple[Name, ...] = ()
    faults: tuple[Fault, ...] = ()
    _test: Test | None = None

    @property
    def wants(self) -> frozenset[str]:
        """Checks and steps that are missing where it holds: what a beat with this condition asks for."""
        return frozenset(one.name for one in self.names if one.wanting)

    def holds(self, situation: Situation) -> bool:
        """Whether the condition holds in `situation`."""
        return self._test is not None and not self.faults and self._test(situation)


ALWAYS = Condition("", (), (), lambda _: True)

_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<string>"[^"]*"|'[^']*'|“[^”]*”)|(?P<number>-?\d+(?:\.\d+)?)|(?P<op>>=|<=|==|!=|>|<)
      |(?P<paren>[()])|(?P<word>[A-Za-z_][A-Za-z0-9_.\-]*)""",
    re.VERBOSE,
)
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b, ">": lambda a, b: a > b, "<": lambda a, b: a < b,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    offset: int


class _Wrong(Exception):
    def __init__(self, offset: int, zh: str, en: str, hint: Sentence | None = None) -> None:
        super().__init__(zh)
        self.fault = Fault(offset, Sentence(zh, en), hint)


def parse(source: str) -> Condition:
    """Parse a condition. Never raises: what is wrong comes back in `faults`. Empty means always."""
    if not source.strip():
        return ALWAYS
    names: list[Name] = []
    try:
        if len(source) > MAX_LENGTH:
            raise _Wrong(MAX_LENGTH, f"条件超过 {MAX_LENGTH} 个字符；请拆成几条。",
                         f"The condition is longer than {MAX_LENGTH} characters; split it.")  # fmt: skip
        test = _Parser(list(_tokens(source)), len(source), names).whole()
    except _Wrong as wrong:
        return Condition(source, tuple(names), (wrong.fault,))
    return Condition(source, tuple(names), (), test)


def suggestion(name: str, known: tuple[str, ...]) -> Sentence | None:
    """«Did you mean …?» for a misspelt name, or None."""
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return Sentence(f"是不是想写“{close[0]}”？", f"Did you mean '{close[0]}'?") if close else None


def _tokens(source: str) -> Iterator[_Token]:
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            bad = source[position]
            if bad in "\"'“":
                raise _Wrong(position, "引号没有合上。", "This quotation mark is never closed.")
            raise _Wrong(position, f"条件里不认识“{bad}”这个符号。", f"'{bad}' has no meaning in a condition.")
        if match.lastgroup and match.lastgroup != "space":
            yield _Token(match.lastgroup, match.group(), position)
        position = match.end()


class _Parser:
    """Recursive descent over or → and → not → atom; depth is limited."""

    def __init__(self, tokens: list[_Token], length: int, names: list[Name]) -> None:
        self._tokens = tokens
        self._at = 0
        self._length = length
        self._names = names
        self._depth = 0
        self._denied = False

    def whole(self) -> Test:
        test = self._either()
        left = self._peek()
        if left is not None:
            raise _Wrong(
                left.offset,
                f"“{left.text}”前面缺少 and 或 or。",
                f"'and' or 'or' is missing before '{left.text}'.",
            )
        return test

    def _either(self) -> Test:
        tests = [self._both()]
        while self._take_word("or"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda situation: any(test(situation) for test in tests)

    def _both(self) -> Test:
        tests = [self._negated()]
        while self._take_word("and"):
            tests.append(self._negated())
        return tests[0] if len(tests) == 1 else lambda situation: all(test(situation) for test in tests)

    def _negated(self) -> Test:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Wrong(self._offset(), "括号或 not 嵌套太深。", "Brackets or 'not' are nested too deeply.")
        try:
            if self._take_word("not"):
                self._denied = not self._denied
                inner = self._negated()
                self._denied = not self._denied
                return lambda situation: not inner(situation)
            return self._atom()
        finally:
            self._depth -= 1

    def _atom(self) -> Test:
        token = self._next()
        if token.kind == "paren" and token.text == "(":
            inner = self._either()
            self._close()
            return inner
        if token.kind != "word" or token.text in JOINERS:
            raise _Wrong(token.offset, f"这里不该出现“{token.text}”。", f"'{token.text}' doesn't belong here.")
        if token.text in ("true", "always"):
            return lambda _: True
        if token.text == "now":
            name = self._id()
            return lambda situation: name in situation.now
        if token.text in CALLS:
            return self._call(token)
        if token.text in NUMBERS:
            return self._compare(token, lambda situation: situation.numbers.get(token.text, 0.0))
        following = self._peek()
        if following is not None and following.text == "(":
            raise _Wrong(token.offset, f"没有“{token.text}”这个函数。", f"There is no function '{token.text}'.",
                         suggestion(token.text, CALLS))  # fmt: skip
        self._names.append(Name("id", token.text, token.offset, self._denied))
        return lambda situation: token.text in situation.met

    def _call(self, function: _Token) -> Test:
        opening = self._next()
        if opening.text != "(":
            raise _Wrong(opening.offset, f"{function.text} 后面要跟括号。", f"{function.text} needs brackets.")
        argument = self._next()
        wanted = "string" if function.text == "mentions" else "word"
        if argument.kind != wanted:
            raise _Wrong(argument.offset, f"{function.text}(…) 里写法不对。", f"{function.text}(…) takes "
                         + ("words in quotation marks." if wanted == "string" else "a name."))  # fmt: skip
        self._close()
        if function.text == "mentions":
            words = tuple(word.strip() for word in argument.text[1:-1].split("|") if word.strip())
            return lambda situation: any(word in situation.text for word in words)
        kind = {"level": "step", "said": "beat", "looked_up": "fact", "told": "fact", "after": "ending"}[function.text]
        if function.text == "level":
            following = self._peek()
            below = following is not None and following.text in ("<", "<=")
            self._names.append(Name(kind, argument.text, argument.offset, below != self._denied))
            # A step that the case leaves out asks for nothing, so it never holds a customer back.
            return self._compare(function, lambda situation: _level(situation, argument.text))
        self._names.append(Name(kind, argument.text, argument.offset))
        if function.text == "said":
            return lambda situation: argument.text in situation.said
        if function.text == "looked_up":
            return lambda situation: argument.text in situation.looked_up
        if function.text == "told":
            return lambda situation: argument.text in situation.told
        return lambda situation: argument.text == situation.after

    def _compare(self, subject: _Token, value: Callable[[Situation], float]) -> Test:
        operator = self._next()
        if operator.kind != "op":
            raise _Wrong(operator.offset, f"{subject.text} 后面要比较大小，例如 >= 2。",
                         f"{subject.text} needs a comparison such as >= 2.")  # fmt: skip
        number = self._next()
        if number.kind != "number":
            raise _Wrong(
                number.offset,
                f"“{operator.text}”后面要写数字。",
                f"'{operator.text}' needs a number after it.",
            )
        compare, bound = _COMPARE[operator.text], float(number.text)
        return lambda situation: compare(value(situation), bound)

    def _id(self) -> str:
        token = self._next()
        if token.kind != "word" or token.text in (*JOINERS, *CALLS, *NUMBERS):
            raise _Wrong(
                token.offset,
                "now 后面要写检查点或违规的编号。",
                "'now' needs the id of a check or a violation.",
            )
        self._names.append(Name("now", token.text, token.offset))
        return token.text

    def _close(self) -> None:
        token = self._next()
        if token.text != ")":
            raise _Wrong(token.offset, "缺少右括号。", "A closing bracket is missing.")

    def _next(self) -> _Token:
        token = self._peek()
        if token is None:
            raise _Wrong(self._length, "条件没有写完。", "The condition is unfinished.")
        self._at += 1
        return token

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _offset(self) -> int:
        token = self._peek()
        return token.offset if token else self._length

    def _take_word(self, word: str) -> bool:
        token = self._peek()
        if token is not None and token.kind == "word" and token.text == word:
            self._at += 1
            return True
        return False


def _level(situation: Situation, step: str) -> float:
    level = situation.levels.get(step)
    return 3.0 if level is None else float(level)
