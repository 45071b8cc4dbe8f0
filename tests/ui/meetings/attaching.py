"""The hands of whoever attaches files to a meeting."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog


def drop(pane, paths, place=None):
    """Drop files at a place of the pane, and tell whether it takes them."""
    place = place or QPoint(9, 9)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(place, actions, data, held, keys)
    QApplication.sendEvent(pane, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(place), actions, data, held, keys)
        QApplication.sendEvent(pane, event)
        assert event.dropAction() is Qt.DropAction.CopyAction
    return enter.isAccepted()


def taken_in(qtbot, pane):
    qtbot.waitUntil(lambda: not pane.intake.busy())


def in_dialog(do):
    """Do something in the file dialog that comes next."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        do(dialog)

    QTimer.singleShot(0, act)


def choosing(path):
    """Choose a file in the dialog that comes next."""

    def choose(dialog):
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()

    in_dialog(choose)
