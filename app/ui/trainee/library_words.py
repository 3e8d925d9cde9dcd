"""What the library calls things: stages, difficulties, what a card says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

PRACTICE, EXAM, STUDY = "practice", "exam", "study"
"""What a card's button begins."""
STAGES = ("获客", "首单", "危机", "回访", "老客", "忠诚", "裂变", "流失", "数据")
"""In the order of a customer's life with the company."""


def stage_word(stage: str) -> str:
    """A stage in the language of the windows; scenarios name it in Chinese."""
    words = {
        "获客": QCoreApplication.translate("Library", "获客"),
        "首单": QCoreApplication.translate("Library", "首单"),
        "危机": QCoreApplication.translate("Library", "危机"),
        "回访": QCoreApplication.translate("Library", "回访"),
        "老客": QCoreApplication.translate("Library", "老客"),
        "忠诚": QCoreApplication.translate("Library", "忠诚"),
        "裂变": QCoreApplication.translate("Library", "裂变"),
        "流失": QCoreApplication.translate("Library", "流失"),
        "数据": QCoreApplication.translate("Library", "数据"),
    }
    return words.get(stage, stage)


def difficulty_word(difficulty: int) -> str:
    """入门 to 很难, for 1 to 5."""
    words = (
        QCoreApplication.translate("Library", "入门"),
        QCoreApplication.translate("Library", "容易"),
        QCoreApplication.translate("Library", "中等"),
        QCoreApplication.translate("Library", "较难"),
        QCoreApplication.translate("Library", "很难"),
    )
    return words[max(1, min(5, difficulty)) - 1]


def faults_word(count: int) -> str:
    """有 3 处要改."""
    return QCoreApplication.translate("Library", "有 {0} 处要改").format(count)


def start_word(*, played: bool, waiting: bool, mode: str) -> str:
    """What the button on a card says."""
    if mode == EXAM:
        return QCoreApplication.translate("Library", "开始考核")
    if mode == STUDY:
        return QCoreApplication.translate("Library", "看示范")
    if waiting:
        return QCoreApplication.translate("Library", "接着说")
    if played:
        return QCoreApplication.translate("Library", "再练一次")
    return QCoreApplication.translate("Library", "开始演练")
