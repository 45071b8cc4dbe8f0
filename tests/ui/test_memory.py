from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTreeWidget, QVBoxLayout, QWidget

from bmahr_desktop.ui.memory import Memory


class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("shares")
        self.tree = QTreeWidget()
        self.tree.setObjectName("names")
        self.tree.setHeaderLabels(["a", "b", "c"])
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(QWidget())
        QVBoxLayout(self).addWidget(self.splitter)
        self.resize(600, 300)


def shown(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


def test_panes_and_columns_stand_as_they_stood(qtbot, tmp_path):
    window = shown(qtbot)
    window.splitter.setSizes([150, 420])
    window.tree.setColumnWidth(1, 77)
    memory = Memory(tmp_path / "window.ini")
    memory.keep_shares(window)
    memory.write()
    again = shown(qtbot)
    Memory(tmp_path / "window.ini").set_shares(again)
    assert again.splitter.sizes() == window.splitter.sizes()
    assert again.tree.columnWidth(1) == 77


def test_small_things_are_kept_by_name(tmp_path):
    memory = Memory(tmp_path / "window.ini")
    for name, value in (("text", 'ครั้งที่ ๑ = "a;b"'), ("number", 2568), ("flag", True)):
        memory.keep(name, value)
    memory.write()
    again = Memory(tmp_path / "window.ini")
    assert again.text("text") == 'ครั้งที่ ๑ = "a;b"'
    assert (again.number("number"), again.number("nothing", 3)) == (2568, 3)
    assert again.flag("flag")
    assert again.flag("nothing", otherwise=True)


def test_a_damaged_file_is_as_if_nothing_was_remembered(qtbot, tmp_path):
    (tmp_path / "window.ini").write_bytes(b"\x00[shares]\nshares=@ByteArray(x\nnumber=abc\n" * 5)
    memory = Memory(tmp_path / "window.ini")
    window = shown(qtbot)
    before = window.splitter.sizes()
    memory.set_shares(window)
    assert window.splitter.sizes() == before
    assert memory.number("number", 7) == 7
    assert not memory.place_window("main", window)
