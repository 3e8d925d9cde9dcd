"""The parts page: every shared component on one picture, to be held beside VISUAL's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, Chip, EmptyState, Segments
from app.ui.shared.check_rows import CheckRow, ViolationRow
from app.ui.shared.evidence import Mark
from app.ui.shared.evidence_text import EvidenceText
from app.ui.shared.labels import Label
from app.ui.shared.look import restyle, set_height, set_type, theme
from app.ui.shared.messages import Messages
from app.ui.shared.mood import MoodBar, MoodFace, mood_phrase
from app.ui.shared.search import SearchBox
from app.ui.shared.steps import StepLights, StepSeal, StepView
from app.ui.shared.toast import Toast
from tests.ui.views import View

STEPS = (
    StepView(1, "共情", (("a", "致歉"), ("b", "感受"), ("c", "处境"))),
    StepView(2, "归因", (("d", "原因"), ("e", "担责"), ("f", "依据"))),
    StepView(3, "方案", (("g", "行动"), ("h", "时限"), ("i", "谁来办"))),
    StepView(4, "补偿", (("j", "补什么"), ("k", "为什么"), ("l", "怎么给"))),
)
REPLY = "让您白跑一趟，钥匙没交接，四点前送到，退您路费。这真不怪我们😀，𠮷祥路那边我保证绝对不会再漏。"


def _mark(mark_id: str, words: str, step: int) -> Mark:
    start = REPLY.index(words)
    return Mark(mark_id, start, start + len(words), step, mark_id)


MARKS = (
    _mark("处境", "让您白跑一趟", 1), _mark("原因", "钥匙没交接", 2), _mark("时限", "四点前送到", 3),
    _mark("补什么", "退您路费", 4), _mark("推责", "这真不怪我们", 0), _mark("行动", "那边我保证绝对不会再漏", 3),
    _mark("过度承诺", "保证绝对不会再漏", 0),
)  # fmt: skip


def parts() -> QWidget:
    """The page."""
    page = QWidget()
    page.setAutoFillBackground(True)
    page.setPalette(page.palette())
    page.setObjectName("parts")
    columns = QHBoxLayout(page)
    columns.setContentsMargins(28, 22, 28, 16)
    columns.setSpacing(18)
    for column in (_first(), _second(), _third()):
        columns.addLayout(column, 1)
    columns.setStretch(0, 9)
    columns.setStretch(1, 11)
    columns.setStretch(2, 11)
    page.setFixedSize(1366, 1000)
    return page


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


def _first() -> QVBoxLayout:
    words = Card("字")
    row = QHBoxLayout()
    row.addWidget(Label("72", "figure"))
    row.addWidget(Label("分数 39 磅", "small", ink="muted"), 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    words.body.addLayout(row)
    words.body.addWidget(Label("页面标题 19 磅", "title"))
    words.body.addWidget(Label("卡片标题 14 磅", "heading"))
    words.body.addWidget(Label("对话 13 磅：周女士，让您久等了。", "dialogue"))
    words.body.addWidget(
        Label("正文 12 磅：先听完，再开口。行距要够，两行才不挤在一起，读起来不累。", "body", wrap=True)
    )
    words.body.addWidget(Label("辅助 10.5 磅：昨天 14:18，第 2 次", "small", ink="muted"))
    lights = Card("四步")
    column = StepLights(STEPS)
    column.set_state([3, 2, 0, 0], set("abcde"))
    lights.body.addWidget(column)
    return _column(words, lights)


def _second() -> QVBoxLayout:
    seals = Card("四步印：没说到 / 说到一些 / 说全了")
    grid = QGridLayout()
    names = ("共情", "归因", "方案", "补偿", "回访", "收尾")
    for position, name in enumerate(names, 1):
        for row, level in enumerate((0, 2, 3)):
            grid.addWidget(StepSeal(position, name, level=level, size=40), row, position - 1)
    small = QHBoxLayout()
    for size in (44, 34, 28, 24, 20):
        for position in ((1, 2), (3, 4), (1, 2, 3, 4), (1, 2, 3), (1, 2, 3, 4))[(44, 34, 28, 24, 20).index(size)]:
            small.addWidget(StepSeal(position, names[position - 1], level=position % 4, size=size))
    seals.body.addLayout(grid)
    seals.body.addLayout(small)
    mood = Card("情绪：脸、条、词一起出现")
    faces = QHBoxLayout()
    for face in range(5):
        column = QVBoxLayout()
        column.addWidget(MoodFace(face, size=48), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Label(mood_phrase(face), "small"), 0, Qt.AlignmentFlag.AlignHCenter)
        faces.addLayout(column)
    mood.body.addLayout(faces)
    mood.body.addWidget(MoodBar(2))
    evidence = Card("依据：底色 + 线型 + 形状")
    text = EvidenceText(REPLY, MARKS)
    text.frame("时限")
    evidence.body.addWidget(text)
    checks = Card("检查行", spacing=0)
    checks.body.addWidget(CheckRow("时限", "时限", met=True, text="四点前送到"))
    checks.body.addWidget(CheckRow("谁来办", "谁来办", met=False, suggestion="我亲自送过去"))
    checks.body.addWidget(
        ViolationRow(
            "过度承诺",
            "过度承诺",
            cost="−15",
            text="「绝对不会再漏」谁也保证不了。换成做得到的：「修完第三天，我再打电话问一次。」",
        )
    )
    return _column(seals, mood, evidence, checks)


def _third() -> QVBoxLayout:
    buttons = Card("按钮")
    row = QHBoxLayout()
    filled = Button("发送", "primary", icon="send")
    idle = Button("发送", "primary")
    idle.setEnabled(False)
    for button in (
        filled,
        Button("开始", "primary", size="bar"),
        idle,
        Button("接着说", "primary", icon="play", size="big"),
    ):
        row.addWidget(button)
    row.addStretch(1)
    second = QHBoxLayout()
    for button in (
        Button("要个提示", icon="bulb"),
        Button("全部记录", "plain", icon="chevron", trailing=True),
        Button("停用账号", "danger"),
    ):
        second.addWidget(button)
    second.addStretch(1)
    buttons.body.addLayout(row)
    buttons.body.addLayout(second)
    buttons.body.addWidget(Segments([("each", "每句之后"), ("end", "全部说完再看")], "each"))
    chips = QHBoxLayout()
    for chip in (Chip("危机 · 投诉"), Chip("练习", "accent"), Chip("明天到期", "caution"), Chip("通过", "success")):
        chips.addWidget(chip)
    chips.addStretch(1)
    buttons.body.addLayout(chips)
    inputs = Card("输入框")
    inputs.body.addWidget(SearchBox("搜场景"))
    line = QLineEdit("漏水")
    set_type(line, "body")
    set_height(line)
    inputs.body.addWidget(line)
    toasts = Card("提示条")
    for role, words, action in (
        ("success", "改判已保存", "撤销"),
        ("caution", "网络断了。话都存在本机，连上后自动补传。", ""),
        ("danger", "这个文件读不了。其余 34 个不受影响。", "看原因"),
    ):
        toasts.body.addWidget(_toast(role, words, action))
    empty = Card()
    empty.body.addWidget(EmptyState("clock", "还没有记录", "练完第一通，这里就有了。", "挑一个练"))
    empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return _column(buttons, inputs, toasts, empty)


def _toast(role: str, words: str, action: str) -> QWidget:
    room = QWidget()
    room.setFixedHeight(48)
    messages = Messages(room)
    toast = Toast(messages, room)
    room.resize(420, 48)
    messages.show(words, role, action=action, on_action=lambda: None, stays=False)
    toast.move(0, 0)
    return room


def _open(tour):
    from PySide6.QtGui import QPalette

    page = parts()
    palette = page.palette()
    palette.setColor(QPalette.ColorRole.Window, theme().color("bg"))
    page.setPalette(palette)
    restyle(page)
    page.show()
    return page


VIEWS = (View("parts", _open),)
