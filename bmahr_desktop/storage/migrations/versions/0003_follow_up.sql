CREATE TABLE report (
	uid VARCHAR(36) NOT NULL,
	assignment VARCHAR(36) NOT NULL,
	date DATE NOT NULL,
	text VARCHAR NOT NULL,
	number VARCHAR NOT NULL,
	dated DATE,
	"by" VARCHAR NOT NULL,
	state VARCHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_report PRIMARY KEY (uid),
	CONSTRAINT fk_report_assignment_assignment FOREIGN KEY(assignment) REFERENCES assignment (uid) ON DELETE CASCADE
)

CREATE TABLE link (
	uid VARCHAR(36) NOT NULL,
	matter VARCHAR(36) NOT NULL,
	leads_to VARCHAR(32) NOT NULL,
	target VARCHAR NOT NULL,
	kind VARCHAR(32) NOT NULL,
	resolution VARCHAR,
	words VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_link PRIMARY KEY (uid),
	CONSTRAINT fk_link_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE
)

CREATE TABLE dispatch (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	layout VARCHAR(32) NOT NULL,
	"to" VARCHAR NOT NULL,
	unit VARCHAR(36),
	person VARCHAR(36),
	resolutions TEXT NOT NULL,
	number VARCHAR NOT NULL,
	date DATE,
	urgency VARCHAR(32) NOT NULL,
	"references" TEXT NOT NULL,
	enclosures TEXT NOT NULL,
	text VARCHAR NOT NULL,
	reply_by DATE,
	sent DATE,
	received DATE,
	answered DATE,
	answer VARCHAR(32),
	answer_text VARCHAR NOT NULL,
	signer_name VARCHAR NOT NULL,
	signer_lines TEXT NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_dispatch PRIMARY KEY (uid),
	CONSTRAINT fk_dispatch_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE,
	CONSTRAINT fk_dispatch_unit_unit FOREIGN KEY(unit) REFERENCES unit (uid),
	CONSTRAINT fk_dispatch_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE TABLE saved_search (
	uid VARCHAR(36) NOT NULL,
	name VARCHAR NOT NULL,
	"query" TEXT NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_saved_search PRIMARY KEY (uid)
)

ALTER TABLE meeting ADD COLUMN circulated TEXT

ALTER TABLE correction ADD COLUMN place TEXT

ALTER TABLE assignment ADD COLUMN needed VARCHAR DEFAULT '' NOT NULL

ALTER TABLE assignment ADD COLUMN next_due DATE

ALTER TABLE edition ADD COLUMN corrects INTEGER

ALTER TABLE edition ADD COLUMN adopted_in VARCHAR

ALTER TABLE attachment RENAME TO attachment_before

CREATE TABLE attachment (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36),
	matter VARCHAR(36),
	report VARCHAR(36),
	file VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_attachment PRIMARY KEY (uid),
	CONSTRAINT ck_attachment_one_owner CHECK ((meeting IS NOT NULL) + (matter IS NOT NULL) + (report IS NOT NULL) = 1),
	CONSTRAINT fk_attachment_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_report_report FOREIGN KEY(report) REFERENCES report (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_file_file FOREIGN KEY(file) REFERENCES file (sha256)
)

INSERT INTO attachment (uid, meeting, matter, file, title, position, version, removed)
 SELECT uid, meeting, matter, file, title, position, version, removed FROM attachment_before

DROP TABLE attachment_before

CREATE INDEX ix_report_assignment ON report (assignment)

CREATE INDEX ix_link_matter ON link (matter)

CREATE INDEX ix_link_resolution ON link (resolution)

CREATE INDEX ix_link_target ON link (target)

CREATE INDEX ix_dispatch_meeting ON dispatch (meeting)

CREATE INDEX ix_dispatch_person ON dispatch (person)

CREATE INDEX ix_dispatch_unit ON dispatch (unit)

CREATE INDEX ix_attachment_file ON attachment (file)

CREATE INDEX ix_attachment_matter ON attachment (matter)

CREATE INDEX ix_attachment_meeting ON attachment (meeting)

CREATE INDEX ix_attachment_report ON attachment (report)

CREATE INDEX ix_assignment_state ON assignment (state)
