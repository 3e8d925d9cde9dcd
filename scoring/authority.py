"""What a trainee may offer on her own authority, as an object or as a sentence that is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Authority:
    """The trainee's authority in one scenario.

    `stated` is False where nothing is known of it (「未给出」): then nothing is judged to be beyond it. `yuan` is the
    highest sum of money in yuan; `percent` the highest share (0–100) of `percent_of` (「本单费用」), whose amount in
    yuan is `base` where it is known; `redo` how many free repeats; `gifts` what may be given; `needs_proof` what is paid
    only against a receipt, an inspection or a superior's word; `forbidden` what must not be promised. `text` is the
    sentence that it was read from.
    """

    stated: bool = False
    yuan: float | None = None
    percent: float | None = None
    percent_of: str = ""
    base: float | None = None
    redo: int = 0
    gifts: tuple[str, ...] = ()
    needs_proof: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    text: str = ""
