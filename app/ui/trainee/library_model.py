"""The scenarios of the library as a model, and what of them is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QWidget

from app.ui.library_index import LibraryEntry
from app.ui.shared.i18n import said
from app.ui.shared.search import SearchKey
from app.ui.trainee.home_words import points
from app.ui.trainee.library_data import NOTHING, Best, OpenDrill, Standing
from app.ui.trainee.library_words import STAGES, difficulty_word, faults_word, stage_word
from app.ui.trainee.step_names import kind_name

CARD = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class CardView(NamedTuple):
    """What one card shows."""

    entry: LibraryEntry
    best: Best | None
    open: OpenDrill | None


def in_order(entries: Sequence[LibraryEntry], *, own_first: bool) -> list[LibraryEntry]:
    """Along a customer's life, the easier first; files with errors last. A trainer has her company's own in front."""
    places = {stage: place for place, stage in enumerate(STAGES)}

    def place(entry: LibraryEntry) -> tuple[bool, bool, int, int]:
        return (own_first and entry.shipped, not entry.playable, places.get(entry.stage, len(places)), entry.difficulty)

    return sorted(entries, key=place)


class Scenarios(QAbstractListModel):
    """Every scenario of the index with what this person did with it. CARD gives the CardView."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[LibraryEntry, ...] = ()
        self._standing: Standing = NOTHING

    def show(self, entries: Sequence[LibraryEntry], standing: Standing) -> None:
        """Show other scenarios, or another standing."""
        if tuple(entries) == self._entries:
            self._standing = standing
            if self._entries:
                self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))
            return
        self.beginResetModel()
        self._entries, self._standing = tuple(entries), standing
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        card = CardView(entry, self._standing.best.get(entry.id), self._standing.open.get(entry.id))
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return in_words(card)
        return None


def in_words(card: CardView) -> str:
    """A card as a screen reader says it."""
    from PySide6.QtCore import QCoreApplication

    entry = card.entry
    parts = [said(entry.title)]
    if entry.stage:
        parts += [stage_word(entry.stage), said(kind_name(entry.kind)), difficulty_word(entry.difficulty)]
    if not entry.playable:
        parts.append(faults_word(len(entry.errors)))
    elif card.best is not None:
        parts.append(QCoreApplication.translate("Library", "最好 {0}").format(points(card.best.total)))
    return QCoreApplication.translate("Library", "，").join(parts)


class Shown(QSortFilterProxyModel):
    """Those that fit the search, the kind, the stage and the difficulty; "" and 0 fit all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = ""
        self.kind = self.stage = ""
        self.difficulty = 0
        self.keys: Mapping[str, SearchKey] = {}

    def narrow(self, **given: object) -> None:
        """Take other conditions, by name."""
        for name, value in given.items():
            setattr(self, name, value)
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        card: CardView = self.sourceModel().index(row, 0, parent).data(CARD)
        return self._fits(card.entry) and self.stage in ("", card.entry.stage)

    def stage_counts(self) -> dict[str, int]:
        """How many scenarios of each stage fit everything but the stage; "" counts all."""
        model = self.sourceModel()
        counts: dict[str, int] = {"": 0}
        for row in range(model.rowCount()):
            entry = model.index(row, 0).data(CARD).entry
            fits = self._fits(entry)
            counts[""] += fits
            if entry.stage:  # a file that can't be read has none
                counts[entry.stage] = counts.get(entry.stage, 0) + fits
        return counts

    def _fits(self, entry: LibraryEntry) -> bool:
        if self.kind not in ("", entry.kind) or self.difficulty not in (0, entry.difficulty):
            return False
        if not self.query.strip():
            return True
        key = self.keys.get(entry.path)
        if key is None:  # the keys come from a job; until then the title's own characters
            return self.query.strip().casefold() in said(entry.title).casefold()
        return key.matches(self.query)
