"""The drill room's page: joins the talk, the composer, the case and the lights to the drill that is played."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared.i18n import said
from app.ui.shared.look import look, theme
from app.ui.shared.pages import DrillRequest, Page, ScorecardRequest
from app.ui.trainee.drill_room import drafts
from app.ui.trainee.drill_room.aloud import voice
from app.ui.trainee.drill_room.case_column import CaseColumn
from app.ui.trainee.drill_room.clock import Clock
from app.ui.trainee.drill_room.compose_bar import ComposeBar
from app.ui.trainee.drill_room.dialogs import Question, again_question, end_question, hand_over_question
from app.ui.trainee.drill_room.guide import Guide
from app.ui.trainee.drill_room.snapshot import CUSTOMER, MINE, TIME, WAITING, Line, RemarkLine, Room, State, Turn
from app.ui.trainee.drill_room.standards import WIDTH as STANDARDS_WIDTH
from app.ui.trainee.drill_room.standards import StandardsCard
from app.ui.trainee.drill_room.standing_column import StandingColumn
from app.ui.trainee.drill_room.table import Table
from app.ui.trainee.drill_room.talk import Talk
from app.ui.trainee.drill_room.talk_model import TalkModel
from app.ui.trainee.drill_room.top_bar import DrillBar
from scoring.sentence import PeilianError

THINKING_MS = 300
DRAFT_MS = 400
LARGE_TEXT, NARROW = 1.2, 1440
LONGEST_SHOWN = 20_000
"""Above this a reply isn't drawn before the session took it: it will refuse it."""


class DrillRoomPage(Page):
    """Plays a drill. `enter` takes a DrillRequest.

    Signals: `scorecard_requested(drill_id)` when the scorecard is wanted, `left(drill_id)` on 「返回」: the drill stays
    open and goes on later.
    """

    scorecard_requested = Signal(str)
    left = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._asked_for: DrillRequest | None = None
        self._request: DrillRequest | None = None
        self._room: Room | None = None
        self._state: State | None = None
        self._before: State | None = None
        self._sent = ""
        self._question: Question | None = None
        self._voice = voice(self) if services.settings.read_aloud else None
        self.table = Table(services, self)
        self.clock = Clock(self)
        self.model = TalkModel(self)
        self.bar = DrillBar()
        self.case = CaseColumn()
        self.talk = Talk(self.model)
        self.compose = ComposeBar(self._voice)
        self.composer = self.compose.composer
        self.standing = StandingColumn()
        self.guide = Guide(self, {
            "empathy": lambda: self._light(0), "cause": self._known,
            "fix": lambda: self._light(2), "compensation": lambda: self._light(3),
        })  # fmt: skip
        self._lay_out()
        self.standards = StandardsCard(self)
        self._thinking = self._timer(THINKING_MS, self._on_thinking)
        self._draft = self._timer(DRAFT_MS, self._keep_draft)
        self._connect()
        services.add_saver(self._save_now)
        self.destroyed.connect(lambda _=None, saver=self._save_now: services.remove_saver(saver))

    # What the window calls

    def enter(self, argument: object = None) -> None:
        request = argument if isinstance(argument, DrillRequest) else DrillRequest()
        if request is self._asked_for and self._room is not None:
            # Back from the scorecard with the argument of then: the same drill, not another one.
            request = DrillRequest(drill_id=self._room.drill_id)
        else:
            self._asked_for = self._request = request
        self._begin(request)

    def _begin(self, request: DrillRequest) -> None:
        self._room = None
        self._show_nothing()
        self.table.open(request)

    def leave(self) -> bool:
        self.clock.stop()
        self._draft.stop()
        self._keep_draft()
        if self._question is not None:
            self._question.reject()
        self.guide.card.go()
        if self._voice is not None:
            self._voice.stop()
        return True

    def first_focus(self) -> QWidget:
        return self.compose.end.scorecard if self.compose.ended else self.composer

    def on_escape(self) -> bool:
        if self.standards.isVisible():
            self._close_standards()
            return True
        if self.guide.dismiss():
            self.composer.setFocus()
            return True
        self._on_back()
        return True

    def send(self) -> None:
        """Say what is written. Nothing happens to an empty text, nor while an answer is awaited."""
        if self.table.busy or self._room is None or self._state is None or self._state.end is not None:
            if self.table.busy and self.composer.text().strip():
                self.compose.quiet.say(self.tr("上一句还在路上，等客户答了再发。"))
            return
        text = self.composer.text()
        if not text.strip():
            self.compose.quiet.say(self.tr("还没有写内容，客户在等您说话。"))
            return
        self._draft.stop()
        if not self.table.reply(text, self.clock.since_line):
            return
        self._sent = text
        if len(text) <= LONGEST_SHOWN:
            self.composer.set_text("")
            self.model.append([Line(MINE, text)])
            self._thinking.start()
        self.composer.setFocus()

    @property
    def feedback_shown(self) -> bool:
        """Whether evidence, lights and remarks are shown now, or wait for the end."""
        if self._state is not None and self._state.end is not None:
            return True
        exam = self._room is not None and self._room.exam
        return not exam and self.services.settings.feedback == "each"

    @property
    def drill_id(self) -> str:
        """The drill on screen; empty before it is there."""
        return self._room.drill_id if self._room is not None else ""

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(self.rect(), theme().color("bg"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._place_standards()

    # Answers of the table

    def _on_opened(self, room: Room) -> None:
        self._room, self._state, self._before = room, room.state, room.before if room.before != room.state else None
        self._sent = ""
        self._thinking.stop()
        self.bar.show_room(room)
        self.case.show_room(room)
        self.case.set_enabled(room.state.end is None)
        self.standing.show_room(room)
        self.case.set_blank(False)
        self.standing.set_blank(False)
        self.standards.show_room(room)
        self.talk.set_customer(room.customer.name)
        self.model.reset(room.lines, customer=room.customer.name, feedback=self.feedback_shown)
        self.composer.set_text(room.draft or self.composer.text())  # somebody may have begun while it was put through
        self._draft.stop()
        self.compose.quiet.say(said(room.notices[0]) if room.notices else "")
        self.compose.show_writing()
        self.compose.set_limit(room.seconds)
        self.clock.reset(room.spent_ms)
        self._show_state()
        if room.state.end is None:
            self.clock.start()
            if self._request is not None and self._request.guided and not self.model.lines[2:]:
                self.guide.start()
        self.first_focus().setFocus()
        self._follow_guide()

    def _on_not_opened(self, error: Exception) -> None:
        self._thinking.stop()
        self.services.messages.error(error)
        self.services.back()

    def _on_answered(self, turn: Turn) -> None:
        self._thinking.stop()
        self.model.drop_last(WAITING)
        lines = list(turn.lines)
        mine = [line for line in lines if line.kind == MINE]
        if mine and self.model.lines and self.model.lines[-1].kind == MINE and not self.model.lines[-1].n:
            self.model.replace_last(MINE, mine[0])
            lines.remove(mine[0])
        self.model.append(lines)
        if len(self._sent) > LONGEST_SHOWN:
            self.composer.set_text("")
        self._sent = ""
        self._before, self._state = self._state, turn.state
        self.clock.heard()
        self._show_state()
        self._announce(next((line.text for line in reversed(turn.lines) if line.kind == CUSTOMER), ""))
        self.first_focus().setFocus()
        self._follow_guide()

    def _on_looked_up(self, fact_id: str, text: str, turn: Turn) -> None:
        if self._room is None:
            return
        self._room = self._room.looked_up(fact_id, text)
        self.case.refresh_known(self._room)
        self.model.append(turn.lines)
        self._state = turn.state
        self.compose.quiet.say("")
        self.composer.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._thinking.stop()
        self.model.drop_last(WAITING)
        if self._sent:
            if self.model.lines and self.model.lines[-1].kind == MINE and not self.model.lines[-1].n:
                self.model.drop_last(MINE)
            typed = self.composer.text()
            if self._sent not in typed:
                self.composer.set_text(f"{self._sent}\n{typed}" if typed else self._sent)
        was_reply, self._sent = bool(self._sent), ""
        if was_reply and isinstance(error, PeilianError) and type(error) is not PeilianError:
            self.compose.quiet.say(said(error.sentence))  # no reply: empty or too long; nothing broke
        else:
            self.services.messages.error(error)
        self.composer.setFocus()

    # What a person does

    def _on_thinking(self) -> None:
        if self._room is None:
            self.model.append([Line(TIME, self.tr("正在接通…"))])
        elif self.table.busy:
            self.model.append([Line(WAITING, self.tr("客户在想…"))])

    def _on_back(self) -> None:
        drill_id = self.drill_id
        self.services.back()
        self.left.emit(drill_id)

    def _on_hint(self) -> None:
        self.table.hint()
        self.composer.setFocus()

    def _on_hinted(self, hint: RemarkLine, turn: Turn) -> None:
        self.model.append(turn.lines)
        self.compose.quiet.hint(hint)

    def _on_again(self, n: int) -> None:
        if self._room is not None and not self.table.busy:
            again = DrillRequest(drill_id=self._room.drill_id, rewind_to=n)
            self._ask(again_question(self), lambda: self._begin(again))

    def _on_tick(self, spent_ms: int) -> None:
        self.bar.show_time(spent_ms)
        if self._room is None or self._state is None or self._state.end is not None:
            return
        self.compose.show_wait(self.clock.since_line)
        if self._room.exam_seconds and spent_ms >= self._room.exam_seconds * 1000 and not self.table.busy:
            self._keep_draft()
            self.table.time_out()

    def _on_aloud(self) -> None:
        if self._voice is not None:
            self._voice.say(self.talk.newest(CUSTOMER))
        self.composer.setFocus()

    def _on_hand_over(self) -> None:
        if self._room is not None and not self.table.busy:
            self._ask(hand_over_question(self._room.superior, self), self.table.hand_over)

    def _on_end(self) -> None:
        if self._room is not None and not self.table.busy:
            self._ask(end_question(self), self.table.break_off)

    def _ask(self, question: Question, yes) -> None:  # noqa: ANN001  # one of the table's acts
        self._question = question

        def answered(result: int) -> None:
            self._question = None
            self.composer.setFocus()
            if result == QDialog.DialogCode.Accepted:
                yes()

        question.finished.connect(answered)
        question.open()

    def _on_scorecard(self) -> None:
        drill_id = self.drill_id
        self.services.go("scorecard", ScorecardRequest(drill_id))
        self.scorecard_requested.emit(drill_id)

    def _on_standards(self) -> None:
        if self.standards.isVisible():
            self._close_standards()
            return
        self.standards.show()
        self.standards.raise_()
        self._place_standards()
        self.standards.close_button.setFocus()

    def _close_standards(self) -> None:
        self.standards.hide()
        self.composer.setFocus()

    def _on_edited(self) -> None:
        self._draft.start()

    def _on_setting(self, name: str) -> None:
        if name == "feedback" and self._room is not None:
            self._show_state()

    # Showing

    def _show_nothing(self) -> None:
        """Until the drill is there: nothing of the one before, and soon a word that it is coming."""
        self.model.reset((), customer="", feedback=True)
        self.composer.set_text("")
        self.compose.quiet.say("")
        self.compose.show_writing()
        self.bar.show_nothing()
        self.case.set_blank(True)
        self.standing.set_blank(True)
        self._thinking.start()

    def _show_state(self) -> None:
        if self._state is None or self._room is None:
            return
        shown = self.feedback_shown
        self.model.set_feedback(shown)
        self.standing.show_state(self._before, self._state, feedback=shown)
        ended = self._state.end is not None
        self.compose.hint.setVisible(shown and not ended)
        self.bar.set_running(not ended)
        self.case.set_enabled(not ended)
        if self._state.end is not None:
            self.clock.stop()
            self.compose.show_end(self._state.end, self._room.customer.name)

    def _follow_guide(self) -> None:
        if self._state is not None and self._room is not None and self.guide.active:
            steps = [step.id for step in self._room.steps]
            # After this turn's layout, or the mark would stand beside where the part was.
            ended = self._state.end is not None
            QTimer.singleShot(
                0, self, lambda: self._state and self.guide.follow(steps, self._state.levels, ended=ended)
            )

    def _known(self) -> QWidget:
        return self.case.known_card if self.case.isVisible() else self.bar.case

    def _light(self, place: int) -> QWidget:
        lights = self.standing.lights.lights if self.standing.lights is not None else []
        return lights[place] if place < len(lights) else self.standing

    def _fold(self) -> None:
        """At large text on a narrow window the case folds into a button of the bar."""
        folds = look().scale() >= LARGE_TEXT and self.width() < NARROW
        self.bar.fit(folded=folds)
        self.case.setVisible(not folds or self.bar.case.isChecked())
        for column in (self.case, self.standing):
            column.fit(self.width())

    def _place_standards(self) -> None:
        if self.standards.isVisible():
            room = QRect(self.talk.mapTo(self, QPoint(0, 0)), self.talk.size()).adjusted(12, 12, -12, -12)
            room.setLeft(max(room.left(), room.right() - STANDARDS_WIDTH))
            self.standards.setGeometry(room)

    def _announce(self, text: str) -> None:
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.talk.list, text))

    # Drafts

    def _keep_draft(self) -> None:
        if self._room is not None and self._state is not None and self._state.end is None and not self._sent:
            self.table.keep_draft(self._room.drill_id, self.composer.text())

    def _save_now(self) -> None:
        """The program has to stop: keep what is typed, or what was sent and not yet recorded."""
        if self._room is not None and self._state is not None and self._state.end is None:
            drafts.keep(self.services.folder, self._room.drill_id, self._sent or self.composer.text())

    # Making

    def _timer(self, milliseconds: int, slot) -> QTimer:  # noqa: ANN001  # a method of ours
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(slot)
        return made

    def _connect(self) -> None:
        self.table.opened.connect(self._on_opened)
        self.table.not_opened.connect(self._on_not_opened)
        self.table.answered.connect(self._on_answered)
        self.table.looked_up.connect(self._on_looked_up)
        self.table.failed.connect(self._on_failed)
        self.bar.back.connect(self._on_back)
        self.bar.case_asked.connect(self._fold)
        self.bar.standards_asked.connect(self._on_standards)
        self.bar.hand_over_asked.connect(self._on_hand_over)
        self.bar.end_asked.connect(self._on_end)
        self.standards.closed.connect(self._close_standards)
        self.case.look_up_asked.connect(self.table.look_up)
        self.compose.send_asked.connect(self.send)
        self.compose.hint_asked.connect(self._on_hint)
        self.compose.aloud_asked.connect(self._on_aloud)
        self.compose.scorecard_asked.connect(self._on_scorecard)
        self.composer.text_edited.connect(self._on_edited)
        self.clock.ticked.connect(self._on_tick)
        self.table.hinted.connect(self._on_hinted)
        self.talk.list.again_asked.connect(self._on_again)
        self.services.settings.changed.connect(self._on_setting)
        look().changed.connect(self._fold)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.talk, 1)
        middle.addWidget(self.guide.card)
        middle.addWidget(self.compose)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.case)
        columns.addLayout(middle, 1)
        columns.addWidget(self.standing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addLayout(columns, 1)
