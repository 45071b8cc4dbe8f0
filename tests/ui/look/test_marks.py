import pytest
from PySide6.QtWidgets import QLabel

from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import (
    IconLabel,
    State,
    StateChip,
    ground_role,
    set_tone,
    text_role,
)
from bmahr_desktop.ui.look.palette import Role, shade


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("state", State)
def test_a_state_is_an_icon_and_a_word_on_its_ground(qtbot, state):
    chip = StateChip(state, "รอรับรองที่ประชุม")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.text() == chip.accessibleName() == "รอรับรองที่ประชุม"
    assert chip.width() > chip.fontMetrics().horizontalAdvance(chip.text()) + 24
    seen = colours(chip)
    assert shade(text_role(state), dark=False).name() in seen
    assert shade(ground_role(state), dark=False).name() in seen


def test_a_state_can_change(qtbot):
    chip = StateChip(State.NEUTRAL, "ร่าง")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.show_state(State.DONE, "รับรองแล้วโดยที่ประชุม")
    assert chip.accessibleName() == "รับรองแล้วโดยที่ประชุม"
    assert chip.sizeHint().width() > before


def test_a_disabled_icon_steps_back(qtbot):
    mark = IconLabel(IconName.ALERT_TRIANGLE, Role.DANGER, 32)
    qtbot.addWidget(mark)
    assert shade(Role.DANGER, dark=False).name() in colours(mark)
    mark.setEnabled(False)
    assert shade(Role.DANGER, dark=False).name() not in colours(mark)


@pytest.mark.parametrize("role", [Role.MUTED, Role.DANGER, Role.WAITING, Role.ACCENT])
def test_words_have_a_tone(qtbot, role):
    label = QLabel("ที่")
    qtbot.addWidget(label)
    set_tone(label, role)
    label.ensurePolished()
    assert label.palette().windowText().color() == shade(role, dark=False)
