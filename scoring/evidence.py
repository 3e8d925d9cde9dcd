"""Evidence: the trainee's own words that show a check or a violation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from one reply: `quote` is `reply[start:end]`, offsets in characters of the reply."""

    id: str
    start: int
    end: int
    quote: str

    @classmethod
    def cut(cls, rubric_id: str, reply: str, start: int, end: int) -> Evidence:
        """Quote `reply` from `start` to `end`. Raises ValueError where that is no true, non-empty substring."""
        if not 0 <= start < end <= len(reply):
            raise ValueError(f"{rubric_id}: {start}：{end} is not inside a reply of {len(reply)} characters")
        return cls(rubric_id, start, end, reply[start:end])
