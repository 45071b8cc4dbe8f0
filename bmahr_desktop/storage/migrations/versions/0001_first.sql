CREATE TABLE file (
	sha256 VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	size INTEGER NOT NULL,
	media_type VARCHAR NOT NULL,
	CONSTRAINT pk_file PRIMARY KEY (sha256)
)

CREATE TABLE unit (
	uid VARCHAR(36) NOT NULL,
	name VARCHAR NOT NULL,
	short_name VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	parent VARCHAR(36),
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_unit PRIMARY KEY (uid),
	CONSTRAINT fk_unit_parent_unit FOREIGN KEY(parent) REFERENCES unit (uid)
)

CREATE TABLE wording (
	id INTEGER NOT NULL,
	at TEXT NOT NULL,
	sitting VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	field VARCHAR NOT NULL,
	content VARCHAR NOT NULL,
	CONSTRAINT pk_wording PRIMARY KEY (id)
)

CREATE TABLE trail (
	id INTEGER NOT NULL,
	at TEXT NOT NULL,
	sitting VARCHAR NOT NULL,
	actor VARCHAR NOT NULL,
	action VARCHAR NOT NULL,
	"table" VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	CONSTRAINT pk_trail PRIMARY KEY (id)
)

CREATE TABLE search_entry (
	id INTEGER NOT NULL,
	record VARCHAR NOT NULL,
	kind VARCHAR(32) NOT NULL,
	meeting VARCHAR,
	"key" VARCHAR NOT NULL,
	CONSTRAINT pk_search_entry PRIMARY KEY (id),
	CONSTRAINT uq_search_entry_record UNIQUE (record)
)

CREATE TABLE search_queue (
	record VARCHAR NOT NULL,
	"table" VARCHAR(32) NOT NULL,
	CONSTRAINT pk_search_queue PRIMARY KEY (record)
)

CREATE TABLE committee (
	uid VARCHAR(36) NOT NULL,
	code VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	short_name VARCHAR NOT NULL,
	secretariat VARCHAR(36),
	labels TEXT NOT NULL,
	rules TEXT NOT NULL,
	form TEXT NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_committee PRIMARY KEY (uid),
	CONSTRAINT fk_committee_secretariat_unit FOREIGN KEY(secretariat) REFERENCES unit (uid)
)

CREATE TABLE person (
	uid VARCHAR(36) NOT NULL,
	name VARCHAR NOT NULL,
	honorific VARCHAR NOT NULL,
	job VARCHAR NOT NULL,
	unit VARCHAR(36),
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_person PRIMARY KEY (uid),
	CONSTRAINT fk_person_unit_unit FOREIGN KEY(unit) REFERENCES unit (uid)
)

CREATE TABLE membership (
	uid VARCHAR(36) NOT NULL,
	committee VARCHAR(36) NOT NULL,
	person VARCHAR(36) NOT NULL,
	role VARCHAR(32) NOT NULL,
	title VARCHAR NOT NULL,
	seat VARCHAR NOT NULL,
	since DATE,
	until DATE,
	instrument VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_membership PRIMARY KEY (uid),
	CONSTRAINT fk_membership_committee_committee FOREIGN KEY(committee) REFERENCES committee (uid) ON DELETE CASCADE,
	CONSTRAINT fk_membership_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE TABLE agenda_template (
	uid VARCHAR(36) NOT NULL,
	committee VARCHAR(36) NOT NULL,
	name VARCHAR NOT NULL,
	items TEXT NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_agenda_template PRIMARY KEY (uid),
	CONSTRAINT fk_agenda_template_committee_committee FOREIGN KEY(committee) REFERENCES committee (uid) ON DELETE CASCADE
)

CREATE TABLE meeting (
	uid VARCHAR(36) NOT NULL,
	committee VARCHAR(36) NOT NULL,
	number INTEGER NOT NULL,
	year INTEGER NOT NULL,
	date DATE NOT NULL,
	start VARCHAR,
	"end" VARCHAR,
	mode VARCHAR(32) NOT NULL,
	venue VARCHAR NOT NULL,
	venue_line VARCHAR NOT NULL,
	online TEXT NOT NULL,
	state VARCHAR(32) NOT NULL,
	minutes_state VARCHAR(32) NOT NULL,
	secrecy VARCHAR(32) NOT NULL,
	next_meeting TEXT,
	changed TEXT NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_meeting PRIMARY KEY (uid),
	CONSTRAINT fk_meeting_committee_committee FOREIGN KEY(committee) REFERENCES committee (uid) ON DELETE CASCADE
)

CREATE TABLE agenda_item (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36) NOT NULL,
	title VARCHAR NOT NULL,
	kind VARCHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_agenda_item PRIMARY KEY (uid),
	CONSTRAINT fk_agenda_item_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE
)

CREATE TABLE attendance (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36) NOT NULL,
	list VARCHAR(32) NOT NULL,
	name VARCHAR NOT NULL,
	lines TEXT NOT NULL,
	role VARCHAR(32),
	title VARCHAR NOT NULL,
	substitute_for VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	mode VARCHAR(32),
	person VARCHAR(36),
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_attendance PRIMARY KEY (uid),
	CONSTRAINT fk_attendance_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attendance_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE TABLE signature (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36) NOT NULL,
	name VARCHAR NOT NULL,
	lines TEXT NOT NULL,
	label VARCHAR NOT NULL,
	person VARCHAR(36),
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_signature PRIMARY KEY (uid),
	CONSTRAINT fk_signature_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE,
	CONSTRAINT fk_signature_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE TABLE appendix (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36) NOT NULL,
	title VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_appendix PRIMARY KEY (uid),
	CONSTRAINT fk_appendix_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE
)

CREATE TABLE matter (
	uid VARCHAR(36) NOT NULL,
	item VARCHAR(36) NOT NULL,
	title VARCHAR NOT NULL,
	adopts_number INTEGER,
	adopts_year INTEGER,
	adopts_date DATE,
	adopts_meeting VARCHAR,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_matter PRIMARY KEY (uid),
	CONSTRAINT fk_matter_item_agenda_item FOREIGN KEY(item) REFERENCES agenda_item (uid) ON DELETE CASCADE
)

CREATE TABLE section (
	uid VARCHAR(36) NOT NULL,
	matter VARCHAR(36) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	heading VARCHAR,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_section PRIMARY KEY (uid),
	CONSTRAINT fk_section_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE
)

CREATE TABLE correction (
	uid VARCHAR(36) NOT NULL,
	matter VARCHAR(36) NOT NULL,
	old VARCHAR NOT NULL,
	new VARCHAR NOT NULL,
	page VARCHAR NOT NULL,
	clause VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_correction PRIMARY KEY (uid),
	CONSTRAINT fk_correction_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE
)

CREATE TABLE resolution (
	uid VARCHAR(36) NOT NULL,
	matter VARCHAR(36) NOT NULL,
	text VARCHAR NOT NULL,
	kinds TEXT NOT NULL,
	composed BOOLEAN NOT NULL,
	before_adoption BOOLEAN NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_resolution PRIMARY KEY (uid),
	CONSTRAINT fk_resolution_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE
)

CREATE TABLE attachment (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36),
	matter VARCHAR(36),
	file VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_attachment PRIMARY KEY (uid),
	CONSTRAINT ck_attachment_one_owner CHECK ((meeting IS NULL) <> (matter IS NULL)),
	CONSTRAINT fk_attachment_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_file_file FOREIGN KEY(file) REFERENCES file (sha256)
)

CREATE TABLE block (
	id INTEGER NOT NULL,
	section VARCHAR(36),
	appendix VARCHAR(36),
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_block PRIMARY KEY (id),
	CONSTRAINT ck_block_one_owner CHECK ((section IS NULL) <> (appendix IS NULL)),
	CONSTRAINT fk_block_section_section FOREIGN KEY(section) REFERENCES section (uid) ON DELETE CASCADE,
	CONSTRAINT fk_block_appendix_appendix FOREIGN KEY(appendix) REFERENCES appendix (uid) ON DELETE CASCADE
)

CREATE TABLE assignment (
	uid VARCHAR(36) NOT NULL,
	resolution VARCHAR(36) NOT NULL,
	assigned_to VARCHAR NOT NULL,
	unit VARCHAR(36),
	person VARCHAR(36),
	due TEXT,
	report_to VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_assignment PRIMARY KEY (uid),
	CONSTRAINT fk_assignment_resolution_resolution FOREIGN KEY(resolution) REFERENCES resolution (uid) ON DELETE CASCADE,
	CONSTRAINT fk_assignment_unit_unit FOREIGN KEY(unit) REFERENCES unit (uid),
	CONSTRAINT fk_assignment_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE VIRTUAL TABLE search_index USING fts5(key, content='search_entry', content_rowid='id', tokenize='trigram case_sensitive 1', detail='none')

CREATE INDEX ix_unit_parent ON unit (parent)

CREATE UNIQUE INDEX uq_wording_record ON wording (record, field, sitting)

CREATE INDEX ix_trail_record ON trail (record, sitting)

CREATE INDEX ix_search_entry_meeting ON search_entry (meeting)

CREATE INDEX ix_committee_secretariat ON committee (secretariat)

CREATE UNIQUE INDEX uq_committee_code ON committee (lower(code)) WHERE removed IS NULL

CREATE INDEX ix_person_unit ON person (unit)

CREATE INDEX ix_membership_committee ON membership (committee)

CREATE INDEX ix_membership_person ON membership (person)

CREATE INDEX ix_agenda_template_committee ON agenda_template (committee)

CREATE INDEX ix_meeting_committee_year_number ON meeting (committee, year, number)

CREATE INDEX ix_agenda_item_meeting ON agenda_item (meeting)

CREATE INDEX ix_attendance_meeting ON attendance (meeting)

CREATE INDEX ix_attendance_person ON attendance (person)

CREATE INDEX ix_signature_meeting ON signature (meeting)

CREATE INDEX ix_signature_person ON signature (person)

CREATE INDEX ix_appendix_meeting ON appendix (meeting)

CREATE INDEX ix_matter_item ON matter (item)

CREATE INDEX ix_section_matter ON section (matter)

CREATE INDEX ix_correction_matter ON correction (matter)

CREATE INDEX ix_resolution_matter ON resolution (matter)

CREATE INDEX ix_attachment_matter ON attachment (matter)

CREATE INDEX ix_attachment_meeting ON attachment (meeting)

CREATE INDEX ix_attachment_file ON attachment (file)

CREATE INDEX ix_block_appendix_position ON block (appendix, position)

CREATE INDEX ix_block_section_position ON block (section, position)

CREATE INDEX ix_assignment_unit ON assignment (unit)

CREATE INDEX ix_assignment_person ON assignment (person)

CREATE INDEX ix_assignment_resolution ON assignment (resolution)

CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN INSERT INTO search_index(rowid, key) VALUES (new.id, new.key); END

CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN INSERT INTO search_index(search_index, rowid, key) VALUES ('delete', old.id, old.key); END

CREATE TRIGGER search_entry_changed AFTER UPDATE OF key ON search_entry BEGIN INSERT INTO search_index(search_index, rowid, key) VALUES ('delete', old.id, old.key); INSERT INTO search_index(rowid, key) VALUES (new.id, new.key); END

CREATE TRIGGER trail_is_not_replaced BEFORE INSERT ON trail WHEN EXISTS (SELECT 1 FROM trail WHERE id = new.id) BEGIN SELECT RAISE(ABORT, 'the trail is not changed'); END

CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is not changed'); END

CREATE TRIGGER trail_is_not_deleted BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is not deleted'); END

PRAGMA application_id = 1112359240
