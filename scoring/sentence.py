"""Sentences that people read, in the two languages of the product, and the errors that carry them."""

from __future__ import annotations

import errno
from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Sentence(NamedTuple):
    """One message in Chinese and English: what happened, what still works, what to do."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """The message in `language`."""
        return self.en if language == "en" else self.zh


_REASONS: dict[int | None, Sentence] = {
    errno.ENOENT: Sentence("没有这个文件或文件夹", "there is no such file or folder"),
    errno.EISDIR: Sentence("这是文件夹，不是文件", "this is a folder, not a file"),
    errno.ENOTDIR: Sentence("路径中间有一段不是文件夹", "a part of the path is no folder"),
    errno.EACCES: Sentence("没有权限", "permission is denied"),
    errno.EPERM: Sentence("没有权限", "permission is denied"),
    errno.EROFS: Sentence("这个磁盘不能写入", "this disk can't be written to"),
    errno.ENOSPC: Sentence("磁盘已满", "the disk is full"),
    errno.EDQUOT: Sentence("空间配额用完了", "the disk quota is used up"),
    errno.ENAMETOOLONG: Sentence("名字太长", "the name is too long"),
    errno.EIO: Sentence("磁盘出错", "the disk has an error"),
}


def system_reason(error: OSError | ValueError) -> Sentence:
    """Why the system refused a file, for the end of a sentence. ValueError is what an impossible name raises."""
    if not isinstance(error, OSError):
        return Sentence("文件名里有不能用的字符", "the name has a character that no file may have")
    known = _REASONS.get(error.errno)
    return known or Sentence(f"系统报错 {error.errno or '?'}", error.strerror or type(error).__name__)


class PeilianError(Exception):
    """A failure that a person can do something about; its sentence is fit to show as it is.

    Bugs are ordinary exceptions and never this one, so only bugs show a traceback.
    """

    def __init__(self, zh: str, en: str) -> None:
        self.sentence = Sentence(zh, en)
        super().__init__(zh)
