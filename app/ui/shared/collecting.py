"""Python's collector of cycles, kept on the GUI thread.

By itself it runs on whichever thread happens to allocate. On a worker it would destroy widgets of a page that was
dropped, and Qt ends the process for that. So it is switched off where the jobs begin, and runs here between events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 500


class Collector(QObject):
    """Looks twice a second whether there is enough to collect; made with the first thread, on the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(PAUSE_MS)
        timer.timeout.connect(self._collect)
        timer.start()

    def _collect(self) -> None:
        counts, most = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > most[generation]:
                gc.collect(generation)
                return
