"""Reading definitions: what is right is taken, what is wrong is told with line and reason."""

import pytest

from bmahr_desktop.domain.forms.definition import CHECKS, FormLayout
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.projects.checks import CHECKS as PROJECT_CHECKS
from bmahr_desktop.forms.faults import BadForm
from bmahr_desktop.forms.reading import LARGEST, read_form_file
from bmahr_desktop.forms.toml_lines import TomlLines
from bmahr_desktop.i18n import use_language, worded
from tests.forms.writing import HEAD, faults, fields, read

SECTION = HEAD + "[[section]]\n"
FIELD = SECTION + "[[section.field]]\n"


def test_the_least_form_has_ten_lines():
    form = fields('name = "who"\nlabel = "ชื่อ"')
    assert form.name == "test-1"
    assert form.layout is FormLayout.SHEET
    (field,) = form.fields()
    assert (field.kind, field.name, field.label) == (FieldKind.TEXT, "who", "ชื่อ")
    assert field.asked


def test_names_may_be_thai():
    form = fields('name = "ผู้ลา"', 'kind = "words"\ntext = "ข้าพเจ้า {ผู้ลา}"')
    assert next(iter(form.fields())).name == "ผู้ลา"


def test_checks_have_the_names_of_those_of_projects():
    assert tuple(one.__name__ for one in PROJECT_CHECKS) == CHECKS


def test_windows_line_ends_and_marks_are_taken():
    data = b"\xef\xbb\xbf" + (FIELD + 'name = "a"').replace("\n", "\r\n").encode()
    assert faults(data) == []


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("form = \n", 1, "the value cannot be read; texts stand in quotation marks"),
        ('form = "a', 1, "a quotation mark is missing at the end of a text"),
        ('form "a"', 1, "here a name, “=” and a value are expected"),
        ('form = "a"\nform = "b"', 2, "this name stands here for the second time"),
        ("[section]\n[section]", 2, "this table was begun before; use [[…]] for several"),
        ('form = "a" "b"', 1, "there is something behind the value; each begins a line"),
        ('x = [1, 2', 1, "“]” is missing at the end"),
        (HEAD, 1, "A form needs at least one [[section]]."),
        (SECTION.replace("test", "../x"), 1,
         "“form” must be a short name of letters and digits, with “-” in it at most."),
        (SECTION.replace('"1"', '"../1"'), 2,
         "“edition” must be a short name of letters and digits, with “-” in it at most."),
        (SECTION.replace('"1"', "1"), 2, "“edition” must be a text in quotation marks."),
        (SECTION.replace("แบบทดสอบ", " "), 3, "A form needs a title, as title = \"…\"."),
        (SECTION + "[page]\nnumbers = 1", 6, "“numbers” must be true or false."),
        (SECTION + "[page]\nmargins_cm = [1, 2]", 6,
         "“margins_cm” must be a list of 4 numbers from 0 to 6."),
        (HEAD + 'digits = "roman"\n[[section]]', 4,
         "“digits” must be one of: thai arabic as_typed."),
        (HEAD + "section = 3", 4, "“section” must be several tables, each begun with [[section]]."),
        (HEAD + 'checks = ["weight"]\n[[section]]', 4, "There is no check “weight”, only"),
        (FIELD + 'nam = "a"', 6, "There is no “nam” here. Is “name” meant?"),
        (FIELD + 'zzzz = "a"', 6, "There is no “zzzz” here, only"),
        (FIELD + 'label = "ก"', 5,
         "This field has neither a “name” nor a “bind”, a “text” or a “compute”."),
        (FIELD + 'name = "a b"', 6,
         "“a b” cannot be a name: letters and digits without spaces, a letter first."),
        (FIELD + 'name = "row"', 6, "“row” means something else already."),
        (FIELD + 'name = "a"\n[[section.field]]\nname = "a"', 8, "There are two “a”."),
        (FIELD + 'bind = "project.name"', 6,
         "“project.name” needs record = “project” at the head of the file."),
        (FIELD.replace("[[", 'record = "project"\n[[', 1) + 'bind = "project.nam"', 7,
         "There is no “project.nam” in this form."),
        (FIELD.replace("[[", 'record = "project"\n[[', 1) + 'bind = "project.received"', 7,
         "This gives “money”, but the field is “text”."),
        (FIELD + 'kind = "words"', 5, "What is “words” needs a “text”."),
        (FIELD + 'kind = "words"\ntext = "{a}"', 7, "There is no “a” in this form."),
        (FIELD + 'kind = "words"\ntext = "{a"', 7, "“{” is no place."),
        (FIELD + 'name = "a"\nkind = "date"\nstyle = "loud"', 8,
         "There is no style “loud” of “date”, only long weekday"),
        (FIELD + 'name = "a"\nkind = "date"\n[[section.field]]\nkind = "words"\n'
         'text = "{a:words}"', 10, "There is no style “words” of “date”"),
        (FIELD + 'name = "a"\nkind = "choice"', 5,
         "A choice needs “choices”, or [words.a] at the head of the file."),
        (FIELD + 'name = "a"\nkind = "number"\nlines = 1000', 8,
         "“lines” must be a whole number from 0 to 60."),
        (FIELD + 'name = "a"\nkind = "song"', 7, "“kind” must be one of: text body"),
        (FIELD + 'name = "a"\ncompute = "b +"', 7, "“b +” cannot be computed."),
        (FIELD + 'name = "a"\ncompute = "b + 1"', 7, "There is no “b” in this form."),
        (FIELD + 'name = "a"\ncompute = "form.title * 2"', 7,
         "One cannot compute with what is “text”."),
        (FIELD + 'name = "a"\nkind = "number"\ncompute = "cumulative(b)"\n'
         '[[section.field]]\nname = "b"\nkind = "number"', 8,
         "“cumulative” can stand only in a column of a table."),
        (FIELD + 'name = "a"\nwhen = "b or c"', 7, "“b or c” is no condition."),
        (FIELD + 'name = "a"\nwhen = "b"', 7, "There is no “b” in this form."),
        (FIELD + 'kind = "signature"', 5, "A signature needs its lines, as sign = [\"…\", \"…\"]."),
        (FIELD + 'name = "a"\nkind = "table"', 5, "A table needs its columns, each begun with"),
        (FIELD + 'name = "a"\nkind = "table"\n[[section.field.column]]\nlabel = "ก"', 8,
         "This column has neither a “name” nor a “bind”"),
        (FIELD + 'name = "a"\nkind = "table"\n[[section.field.column]]\nname = "b"\n'
         'kind = "signature"', 10, "“kind” must be one of: text body number"),
        (FIELD + 'name = "a"\nkind = "table"\nclosing = [[{ text = "ก", span = 2 }]]\n'
         '[[section.field.column]]\nname = "b"', 8,
         "The cells of this row cover 2 columns; the table has 1."),
        (FIELD + 'name = "a"\nkind = "table"\n[[section.field.column]]\nname = "b"\n'
         '[[section.field]]\nkind = "words"\ntext = "{a.b}"', 12,
         "“a.b” has many values; one place can show only one."),
        (FIELD + 'name = "a"\nkind = "number"\nbands = [{ upto = 2 }, { upto = 1 }]', 8,
         "Each “upto” must be larger than the one before."),
        (SECTION + '[example]\nwho = "ก"', 6, "There is no “who” in this form."),
        (SECTION + '[letter]\nto = "ก"', 5, "[letter] needs layout = “memo” or “letter”."),
        (SECTION + '[[check]]\nstated = "1"', 5, "A check needs “stated”, “computed” and “says”."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_reason(text, line, reason):
    found = faults(text)
    assert found
    assert found[0][0] == line, found
    assert found[0][1].startswith(reason), found


def test_all_faults_are_told_at_once_in_their_order():
    text = FIELD + 'name = "a b"\nlinse = 3\n[[section.field]]\nkind = "song"\nname = "b"\n'
    assert [line for line, _ in faults(text)] == [7, 9]
    assert [line for line, _ in faults(FIELD + 'name = "a b"\n[[section.field]]\nbind = "x"')] == [
        6,
        8,
    ]


@pytest.mark.parametrize(
    "fields_",
    [
        ('name = "a"\nkind = "number"\ncompute = "a + 1"',),
        (
            'name = "a"\nkind = "number"\ncompute = "b"',
            'name = "b"\nkind = "number"\ncompute = "a"',
        ),
        ('name = "a"\ntext = "{b}"', 'name = "b"\ntext = "{a}"'),
        (
            'name = "t"\nkind = "table"\n[[section.field.column]]\nname = "x"\nkind = "number"\n'
            'compute = "total"',
            'name = "total"\nkind = "number"\ncompute = "sum(t.x)"',
        ),
    ],
)
def test_nothing_rests_on_itself(fields_):
    text = SECTION + "".join(f"[[section.field]]\n{one}\n" for one in fields_)
    ((line, reason),) = faults(text)
    assert line
    assert "rests on itself" in reason


def test_chains_are_not_endless():
    chain = "".join(
        f'[[section.field]]\nname = "a{n}"\nkind = "number"\ncompute = "a{n + 1} + 1"\n'
        for n in range(300)
    )
    ((_, reason),) = faults(SECTION + chain + '[[section.field]]\nname = "a300"\nkind = "number"')
    assert "rests on more than 20 others in a row" in reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("x = " + "[" * 100_000, "too many tables or lists stand inside each other"),
        ("x = " + "[" * 40 + "]" * 40, "too many tables or lists stand inside each other"),
        ("a." * 30 + "b = 1", "too many tables or lists stand inside each other"),
        ("x = " + "9" * 10_000, "it is no sound TOML"),
        (b"\xff\xfe\x00", "it is not written in UTF-8"),
        ("title = \"ก\"".encode("cp874"), "it is not written in UTF-8"),
        ("#" * (LARGEST + 1), "it is larger than 256 KB"),
        ("\x00", ""),
        ("", "“form” must be a short name"),
        (HEAD + "[[section]]\n" * 101, "There are more than 100 “section”."),
        (HEAD + 'unknown = "' + "." * 10_000 + '"\n[[section]]', "“unknown” is longer than 500"),
        (FIELD + 'name = "a"\nkind = "number"\ncompute = "' + "(" * 200 + "1" + ")" * 200 + '"',
         "“((("),
        (HEAD + "x = 1979-05-27\ny = nan\nz = { a = inf }\n[[section]]", "There is no “x” here"),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_with_words(data, reason):
    found = faults(data)
    assert found
    assert found[0][1].startswith(reason), found[0]


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    use_language("en")
    with pytest.raises(BadForm) as refused:
        read_form_file(tmp_path / "none.toml")
    assert worded(refused.value.messages[0]) == (
        "none.toml: it cannot be read: No such file or directory"
    )


def test_a_fault_names_file_line_and_reason_in_thai(tmp_path):
    path = tmp_path / "ลา-2568.toml"
    path.write_text(FIELD + "name = 3", encoding="utf-8")
    use_language("en")
    with pytest.raises(BadForm) as refused:
        read_form_file(path)
    first = worded(refused.value.messages[0])
    assert first == "ลา-2568.toml:6: “name” must be a text in quotation marks."


def test_every_key_has_its_line():
    text = (
        'a = """\n[b]\n"""\nc = [\n  1,\n  { d = "#", e = [\n 2] },\n]\n'
        "[[f]]\n# g = 1\n\"h i\".j = '''\n'''\n[[f]]\nk = 1\n[[f.l]]\n[f.l.m]\nn = \"\\\"]\"\no=2"
    )
    lines = TomlLines(text)
    wanted = {
        ("a",): 1, ("c",): 4, ("c", 0): 5, ("c", 1, "d"): 6, ("c", 1, "e", 0): 7, ("f", 0): 9,
        ("f", 0, "h i", "j"): 11, ("f", 1): 13, ("f", 1, "k"): 14, ("f", 1, "l", 0): 15,
        ("f", 1, "l", 0, "m"): 16, ("f", 1, "l", 0, "m", "n"): 17, ("f", 1, "l", 0, "m", "o"): 18,
    }  # fmt: skip
    assert {path: lines.of(*path) for path in wanted} == wanted
    assert lines.of("c", 1, "nothing") == 6


def test_what_every_file_has_in_common_is_read():
    form = read(
        'digits = "arabic"\nlayout = "memo"\nnotes = "ก"\n[page]\nheading = ["{form.year}"]\n'
        '[letter]\nto = "ก"\n[words.state]\ndone = "แล้ว"\n[[section]]\ntitle = "ข"\nlevel = 2\n'
    )
    assert form.page.heading[0].source == "{form.year}"
    assert form.letter.to
    assert form.words["state"][0].words == "แล้ว"
    assert form.sections[0].level == 2
