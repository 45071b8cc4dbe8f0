"""Icons drawn in the colour of the text beside them, sharp at every size.

They come from Lucide (``resources/icons``). An icon asks for its colour each time it is drawn, so
it follows the scheme without being set again.
"""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

from bmahr_desktop.places import resource
from bmahr_desktop.ui.look.palette import Role, colour

_FILLED = 0.92  # of its square; the rest keeps it off the words beside it


class IconName(StrEnum):
    """Every icon that the program brings along."""

    ALERT_TRIANGLE = "alert-triangle"
    ARCHIVE = "archive"
    ARROW_DOWN = "arrow-down"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP = "arrow-up"
    BELL = "bell"
    BOLD = "bold"
    BOOK = "book"
    BUILDING = "building"
    CALENDAR = "calendar"
    CALENDAR_CHECK = "calendar-check"
    CALENDAR_PLUS = "calendar-plus"
    CALENDAR_X = "calendar-x"
    CHART_GANTT = "chart-gantt"
    CHART_LINE = "chart-line"
    CHECK = "check"
    CHECK_CIRCLE = "check-circle"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CHEVRONS_LEFT = "chevrons-left"
    CHEVRONS_RIGHT = "chevrons-right"
    CIRCLE = "circle"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_DOT = "circle-dot"
    CIRCLE_X = "circle-x"
    CLIPBOARD_PASTE = "clipboard-paste"
    CLOCK = "clock"
    COINS = "coins"
    COMMAND = "command"
    COPY = "copy"
    DOWNLOAD = "download"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_CHECK = "file-check"
    FILE_PEN = "file-pen"
    FILE_PLUS = "file-plus"
    FILE_TEXT = "file-text"
    FILTER = "filter"
    FLAG = "flag"
    FOLDER = "folder"
    FOLDER_OPEN = "folder-open"
    GAVEL = "gavel"
    GRIP_VERTICAL = "grip-vertical"
    HASH = "hash"
    HELP = "help"
    HISTORY = "history"
    HOME = "home"
    IMAGE = "image"
    INDENT = "indent"
    INFO = "info"
    ITALIC = "italic"
    KEYBOARD = "keyboard"
    LANGUAGES = "languages"
    LINK = "link"
    LIST = "list"
    LIST_CHECKS = "list-checks"
    LIST_ORDERED = "list-ordered"
    LIST_TREE = "list-tree"
    LOCK = "lock"
    LOG_IN = "log-in"
    LOG_OUT = "log-out"
    MAIL = "mail"
    MAP_PIN = "map-pin"
    MINUS = "minus"
    MONITOR = "monitor"
    MOON = "moon"
    MORE_HORIZONTAL = "more-horizontal"
    OUTDENT = "outdent"
    PANEL_LEFT = "panel-left"
    PANEL_RIGHT = "panel-right"
    PAPERCLIP = "paperclip"
    PAUSE = "pause"
    PEN = "pen"
    PENCIL = "pencil"
    PLAY = "play"
    PLUS = "plus"
    PRINTER = "printer"
    REDO = "redo"
    REFRESH = "refresh"
    SAVE = "save"
    SCISSORS = "scissors"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SHARE = "share"
    SIGNATURE = "signature"
    SQUARE = "square"
    STAMP = "stamp"
    SUN = "sun"
    TABLE = "table"
    TIMER = "timer"
    TRASH = "trash"
    UNDERLINE = "underline"
    UNDO = "undo"
    UPLOAD = "upload"
    USER = "user"
    USER_CHECK = "user-check"
    USER_PLUS = "user-plus"
    USER_X = "user-x"
    USERS = "users"
    VIDEO = "video"
    X = "x"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"


def icon(name: IconName | str, role: Role | None = None) -> QIcon:
    """Return an icon.

    Args:
        name: Which one.
        role: The colour it is drawn in; as a rule that of the text beside it.

    Raises:
        ValueError: If there is no icon of that name.
    """
    return _made(IconName(name), role)


@cache
def _made(name: IconName, role: Role | None) -> QIcon:
    """Return the one icon of its kind.

    It lives as long as the program: PySide and Qt cannot agree on who deletes an engine that
    garbage collection has met.
    """
    return QIcon(_Engine(name, role))


_clones: list[QIconEngine] = []  # PySide would delete what Qt was just given


class _Engine(QIconEngine):
    """Draws one icon for Qt, in whatever size, state and scheme it is wanted."""

    def __init__(self, name: IconName, role: Role | None) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon."""
        engine = _Engine(self._name, self._role)
        _clones.append(engine)
        return engine

    def key(self) -> str:
        """Return what Qt tells kinds of engines apart by."""
        return "bmahr"

    def iconName(self) -> str:
        """Return the icon's name, which tests can ask a button for."""
        return self._name.value

    def isNull(self) -> bool:
        """Tell that there is something to draw."""
        return False

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a rectangle, in the pixels of the device."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(rect.size() * ratio, mode, state)
        painter.drawPixmap(rect, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the icon in a size in pixels of the device."""
        tint = self._tint(mode)
        key = f"bmahr-icon {self._name} {size.width()}x{size.height()} {tint.rgba():x}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = _drawn(self._name, size, tint)
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def _tint(self, mode: QIcon.Mode) -> QColor:
        palette, groups = QGuiApplication.palette(), QPalette.ColorGroup
        if mode is QIcon.Mode.Disabled:
            return palette.color(groups.Disabled, QPalette.ColorRole.WindowText)
        if self._role is not None:
            return colour(self._role)
        if mode is QIcon.Mode.Selected:
            return palette.color(groups.Active, QPalette.ColorRole.HighlightedText)
        return palette.color(groups.Active, QPalette.ColorRole.WindowText)


@cache
def _source(name: IconName) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _drawn(name: IconName, size: QSize, tint: QColor) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height()) * _FILLED
    if side > 0:
        svg = _source(name).replace("currentColor", tint.name())
        painter = QPainter(pixmap)
        place = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, place)
        painter.end()
    return pixmap
