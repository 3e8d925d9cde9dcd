"""A supervisor's words under a turn: the comments, and the box where one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.composing import ENTER, Composing
from app.ui.shared.labels import Label
from app.ui.shared.look import look, set_type
from app.ui.shared.painting import Bar
from app.ui.trainee.scorecard.words import moment_words

if TYPE_CHECKING:
    from app.records.values import Comment

LINES = 2, 6
