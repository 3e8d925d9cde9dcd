from tests.ui.test_supervisor import *
from tests.ui.conftest import *
def test_x(listed, qtbot):
    page = listed(many=60)
    bar=page.table.verticalScrollBar()
    print(bar.value(), bar.maximum(), page.table.cards.rowCount(), page.table.cards._asked)
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    print(bar.value(), bar.maximum(), page.table.cards.rowCount(), page.table.cards._asked, page.table.currentIndex().row(), page.services.jobs.running)
    qtbot.wait(300)
    print(bar.value(), bar.maximum(), page.table.cards.rowCount(), page.table.cards._asked, page.services.jobs.running)
    assert 0
