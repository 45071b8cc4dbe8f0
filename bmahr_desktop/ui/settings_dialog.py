"""Where one chooses how the window speaks and looks."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.crest_field import CrestField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import use_digits
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.theme import Scheme, dress
from bmahr_desktop.ui.settings import LONGEST_NAME, Settings
from bmahr_desktop.ui.wording import DIGITS

_WIDTH = 560

# Each is called by its own name, whatever the window speaks: who cannot read the one finds the
# other.
_LANGUAGES = (("th", verbatim("ไทย")), ("en", verbatim("English")))
_DIGITS = tuple((style, DIGITS[style]) for style in (DigitStyle.THAI, DigitStyle.ARABIC))
_SCHEMES = (
    (Scheme.SYSTEM, msg("As the PC is set")),
    (Scheme.LIGHT, msg("Light")),
    (Scheme.DARK, msg("Dark")),
)


class SettingsDialog(QDialog):
    """Every choice is kept and takes effect at once; only the language waits for the next start.

    `Settings.changed` tells the window what to show anew.
    """

    crest_changed = Signal()
    """Emitted when the office has another picture of the Garuda, or none."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, forms: Path | None = None
    ) -> None:
        """Show what is chosen.

        Args:
            settings: The choices of the person.
            parent: The widget whose window is held meanwhile.
            forms: Where the office keeps how its papers look; None while no file is open.
        """
        super().__init__(parent)
        self.setObjectName("settings")
        title = worded(msg("Settings"))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._settings = settings
        self._crest = CrestField(forms, self) if forms is not None else None
        self._build_fields()
        self._lay_out()

    def _build_fields(self) -> None:
        settings = self._settings
        self._secretary = WordField(self)
        self._secretary.setObjectName("settings_secretary")
        self._secretary.setMaxLength(LONGEST_NAME)
        self._secretary.set_text_quietly(settings.secretary)
        self._secretary.committed.connect(self._name)
        self._language = self._choice("settings_language", _LANGUAGES, settings.language)
        self._language.chosen.connect(self._speak)
        self._digits = self._choice("settings_digits", _DIGITS, settings.digits)
        self._digits.chosen.connect(self._count)
        self._scheme = self._choice("settings_scheme", _SCHEMES, settings.scheme)
        self._scheme.chosen.connect(self._wear)

    def _choice(
        self, name: str, choices: tuple[tuple[object, Message], ...], chosen: object
    ) -> ChoiceField:
        field = ChoiceField(choices, self)
        field.setObjectName(name)
        field.set_value(chosen)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for row in (
            Labelled(
                msg("Your name"),
                self._secretary,
                hint=msg("Noted with what you change, beside the account of this PC."),
                beside=True,
                parent=self,
            ),
            Labelled(msg("Digits on the screen"), self._digits, beside=True, parent=self),
            Labelled(msg("Colours"), self._scheme, beside=True, parent=self),
            Labelled(
                msg("Language"),
                self._language,
                hint=msg("The window speaks it from its next start on."),
                beside=True,
                parent=self,
            ),
        ):
            column.addWidget(row)
        if self._crest is not None:
            self._crest.changed.connect(self.crest_changed)
            told = msg("Printed on letters. The program brings none: take the office's own file.")
            crest = Labelled(msg("The Garuda"), self._crest, hint=told, beside=True, parent=self)
            crest.label.setMinimumHeight(self._crest.choose.sizeHint().height())
            column.addWidget(crest)
        column.addStretch(1)
        close = QPushButton(worded(msg("Close")), self)
        close.setObjectName("settings_close")
        close.setAccessibleName(worded(msg("Close the settings")))
        close.setMinimumWidth(12 * GRID)
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.ensurePolished()
        self.resize(_WIDTH, column.heightForWidth(_WIDTH))

    # ------------------------------------------------------------ choosing

    def _name(self, name: str) -> None:
        self._settings.secretary = name

    def _speak(self, language: object) -> None:
        self._settings.language = str(language)

    def _count(self, style: object) -> None:
        if isinstance(style, DigitStyle):
            use_digits(style)
            self._settings.digits = style

    def _wear(self, scheme: object) -> None:
        app = QApplication.instance()
        if isinstance(scheme, Scheme) and isinstance(app, QApplication):
            dress(app, scheme)
            self._settings.scheme = scheme

    def done(self, result: int) -> None:
        """Keep the name as it stands, however the dialog is left."""
        self._secretary.commit()
        super().done(result)
