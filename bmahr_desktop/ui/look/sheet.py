"""The style sheet: what a palette cannot say. Kept small, because Qt asks it for every widget."""

from string import Template

from bmahr_desktop.places import resource
from bmahr_desktop.ui.look.palette import Role, shade

_SHEET = Template("""
QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
    background: $base; border: 1px solid $border; border-radius: 4px; padding: 1px;
}
QLineEdit, QAbstractSpinBox, QComboBox { padding: 1px 7px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QComboBox:on {
    border: 2px solid $focus; padding: 0;
}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on { padding: 0 6px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled, QLineEdit:read-only, QTextEdit:read-only, QPlainTextEdit:read-only {
    background: $window; border-color: $line;
}
QComboBox[readOnly="true"] { background: $window; border-color: $line; }
QComboBox { padding-right: 1px; }
QComboBox:focus, QComboBox:on { padding-right: 0; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$images/chevron-down-$scheme.svg"); width: 16px; height: 16px; }
QComboBox[readOnly="true"]::down-arrow { image: none; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
QComboBox QAbstractItemView { border: 1px solid $border; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; }
QAbstractSpinBox { qproperty-alignment: "AlignRight | AlignVCenter"; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; width: 24px; subcontrol-origin: border; subcontrol-position: top right;
}
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$images/chevron-up-$scheme.svg"); width: 12px; }
QAbstractSpinBox::down-arrow { image: url("$images/chevron-down-$scheme.svg"); width: 12px; }

QPushButton {
    background: $raised; border: 1px solid $border; border-radius: 4px; padding: 1px 15px;
    icon-size: 20px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selection; }
QPushButton:focus { border: 2px solid $focus; padding: 0 14px; }
QPushButton[narrow="true"] { padding: 1px 7px; }
QPushButton[narrow="true"]:focus { padding: 0 6px; }
QPushButton:disabled { color: $disabled; background: $window; border-color: $line; }
QPushButton[emphasis="main"] { background: $main; color: $on_main; border-color: $main; }
QPushButton[emphasis="main"]:hover { background: $main_hover; }
QPushButton[emphasis="main"]:focus { border-color: $text; }
QPushButton[emphasis="main"]:disabled { color: $disabled; background: $line; border-color: $line; }
QPushButton[emphasis="danger"] { color: $danger; border-color: $danger; }
QPushButton[emphasis="danger"]:focus { border-color: $focus; }
QPushButton[emphasis="danger"]:disabled { color: $disabled; border-color: $line; }
QPushButton::menu-indicator {
    image: url("$images/chevron-down-$scheme.svg"); width: 16px; height: 16px;
    subcontrol-position: right center; right: 8px;
}

QToolButton { border: 2px solid transparent; border-radius: 4px; padding: 2px; icon-size: 20px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $disabled; }
QToolButton[popupMode="2"], QToolButton[popupMode="InstantPopup"] { padding-right: 18px; }
QToolButton[popupMode="1"], QToolButton[popupMode="MenuButtonPopup"] { padding-right: 20px; }
QToolButton::menu-button { border: none; border-left: 1px solid $line; width: 18px; }
QToolButton::menu-arrow {
    image: url("$images/chevron-down-$scheme.svg"); width: 12px; height: 12px;
}
QToolButton::menu-indicator {
    image: url("$images/chevron-down-$scheme.svg"); width: 12px; height: 12px;
    subcontrol-position: right center; right: 4px;
}

QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 16px; height: 16px; border: 1px solid $border; border-radius: 3px; background: $base;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $main; border-color: $main; image: url("$images/check-main.svg");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $main; border-color: $main; image: url("$images/minus-main.svg");
}
QRadioButton::indicator:checked { border: 5px solid $main; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $window; border-color: $line;
}
QCheckBox::indicator:checked:disabled { background: $disabled; }

QProgressBar {
    border: 1px solid $border; border-radius: 4px; background: $base; text-align: center;
}
QProgressBar::chunk { background: $selection; border-right: 2px solid $accent; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    padding: 2px 11px; border: 2px solid transparent; border-bottom: 3px solid transparent;
    color: $muted;
}
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom: 3px solid $accent; }
QTabBar::tab:selected:focus { border: 2px solid $focus; border-bottom: 3px solid $focus; }
QTabBar::tab:disabled { color: $disabled; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }

QAbstractItemView { border: 1px solid $line; padding: 1px; outline: 1px solid $focus; }
QAbstractItemView:focus { border: 2px solid $focus; padding: 0; }
QListView::item, QTreeView::item { min-height: 32px; }
QTableView::item { padding: 0 4px; }
QTableView { gridline-color: $line; }
QTreeView::branch:closed:has-children { image: url("$images/chevron-right-$scheme.svg"); }
QTreeView::branch:open:has-children { image: url("$images/chevron-down-$scheme.svg"); }
QHeaderView { border: none; qproperty-highlightSections: 0; }
QHeaderView::section {
    background: $raised; color: $muted; border: none; border-bottom: 1px solid $line;
    border-right: 1px solid $line; padding: 1px 7px;
}
QHeaderView::up-arrow { image: url("$images/chevron-up-$scheme.svg"); width: 12px; }
QHeaderView::down-arrow { image: url("$images/chevron-down-$scheme.svg"); width: 12px; }
QTableCornerButton::section { background: $raised; border: none; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 8px; border-left: 1px solid $line; margin-left: 3px; }
QSplitter::handle:vertical { height: 8px; border-top: 1px solid $line; margin-top: 3px; }
QSplitter::handle:hover { border-color: $accent; }

QToolTip { border: 1px solid $border; padding: 0 3px; background: $raised; color: $text; }
QStatusBar::item { border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenu { background: $raised; border: 1px solid $border; padding: 3px 0; }
QMenu::item { padding: 1px 24px 1px 8px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 8px; }
QMenu::indicator:checked { image: url("$images/check-$scheme.svg"); }
QMenu::separator { height: 1px; background: $line; margin: 3px 8px; }

QFrame[look="popup"] { background: $raised; border: 1px solid $border; }
QFrame[look="bar"] { background: $raised; border: 1px solid $border; border-radius: 4px; }
""")

_TONES = (
    Role.MUTED,
    Role.NEUTRAL,
    Role.PROGRESS,
    Role.DONE,
    Role.WAITING,
    Role.DANGER,
    Role.ACCENT,
)


def made_sheet(*, dark: bool) -> str:
    """Return the style sheet of a scheme."""
    colours = {role.value: shade(role, dark=dark).name() for role in Role}
    sheet = _SHEET.substitute(
        colours,
        images=resource("icons", "sheet").as_posix(),
        scheme="dark" if dark else "light",
    )
    tones = (f'QLabel[tone="{role}"] {{ color: {colours[role.value]}; }}' for role in _TONES)
    return sheet + "\n".join(tones)
