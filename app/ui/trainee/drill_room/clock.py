"""The time used in a drill: runs while the room is on screen and nobody waits for the program."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal


class Clock(QObject):
    """Counts the whole drill and the time since the customer's last line.

    Signals: `ticked(ms)` each second with the time used.
    """

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._line = 0
        self._running = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def reset(self, spent_ms: int) -> None:
        """Another drill, of which `spent_ms` were used before."""
        self.stop()
        self._total, self._line = spent_ms, 0
        self.ticked.emit(self.total)

    def start(self) -> None:
        """Go on counting."""
        if not self._running.isValid():
            self._running.start()
            self._timer.start()

    def stop(self) -> None:
        """Stop counting; what was counted stays."""
        self._gather()
        self._running.invalidate()
        self._timer.stop()

    def heard(self) -> None:
        """The customer said a line: the time for its answer begins."""
        self._gather()
        self._line = 0

    @property
    def total(self) -> int:
        """Milliseconds used so far."""
        return self._total + self._since()

    @property
    def since_line(self) -> int:
        """Milliseconds since the customer's last line."""
        return self._line + self._since()

    def _since(self) -> int:
        return self._running.elapsed() if self._running.isValid() else 0

    def _gather(self) -> None:
        since = self._since()
        self._total += since
        self._line += since
        if self._running.isValid():
            self._running.restart()

    def _tick(self) -> None:
        self.ticked.emit(self.total)
