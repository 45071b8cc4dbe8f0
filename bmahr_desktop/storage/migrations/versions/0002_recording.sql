ALTER TABLE unit ADD COLUMN merged_into VARCHAR(36) CONSTRAINT fk_unit_merged_into_unit REFERENCES unit (uid)

CREATE TABLE joining (
	id INTEGER NOT NULL,
	at TEXT NOT NULL,
	"table" VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	"into" VARCHAR NOT NULL,
	"before" VARCHAR NOT NULL,
	"after" VARCHAR NOT NULL,
	pointed VARCHAR NOT NULL,
	undone TEXT,
	CONSTRAINT pk_joining PRIMARY KEY (id)
)

ALTER TABLE committee ADD COLUMN letterhead TEXT DEFAULT '{}' NOT NULL

ALTER TABLE person ADD COLUMN merged_into VARCHAR(36) CONSTRAINT fk_person_merged_into_person REFERENCES person (uid)

ALTER TABLE membership ADD COLUMN ex_officio BOOLEAN DEFAULT '0' NOT NULL

ALTER TABLE membership ADD COLUMN substitutes TEXT DEFAULT '[]' NOT NULL

CREATE TABLE text_module (
	uid VARCHAR(36) NOT NULL,
	code VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	resolution VARCHAR(32),
	committee VARCHAR(36),
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_text_module PRIMARY KEY (uid),
	CONSTRAINT fk_text_module_committee_committee FOREIGN KEY(committee) REFERENCES committee (uid) ON DELETE CASCADE
)

ALTER TABLE meeting ADD COLUMN invitation TEXT

ALTER TABLE meeting ADD COLUMN state_reason VARCHAR DEFAULT '' NOT NULL

ALTER TABLE meeting ADD COLUMN put_off_to DATE

ALTER TABLE meeting ADD COLUMN again VARCHAR

ALTER TABLE meeting ADD COLUMN short_quorum BOOLEAN DEFAULT '0' NOT NULL

ALTER TABLE meeting ADD COLUMN current VARCHAR

ALTER TABLE attendance ADD COLUMN stands_for VARCHAR

ALTER TABLE attendance ADD COLUMN identified VARCHAR DEFAULT '' NOT NULL

ALTER TABLE attendance ADD COLUMN identified_by VARCHAR DEFAULT '' NOT NULL

ALTER TABLE attendance ADD COLUMN joined VARCHAR

ALTER TABLE attendance ADD COLUMN "left" VARCHAR

ALTER TABLE attendance ADD COLUMN away TEXT DEFAULT '[]' NOT NULL

CREATE TABLE edition (
	id INTEGER NOT NULL,
	meeting VARCHAR(36) NOT NULL,
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	paper VARCHAR NOT NULL,
	reopened TEXT,
	reason VARCHAR NOT NULL,
	CONSTRAINT pk_edition PRIMARY KEY (id),
	CONSTRAINT fk_edition_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE
)

ALTER TABLE matter ADD COLUMN state VARCHAR(32) DEFAULT 'pending' NOT NULL

ALTER TABLE matter ADD COLUMN late BOOLEAN DEFAULT '0' NOT NULL

ALTER TABLE matter ADD COLUMN recurring BOOLEAN DEFAULT '0' NOT NULL

ALTER TABLE matter ADD COLUMN continues VARCHAR

ALTER TABLE matter ADD COLUMN conflicts TEXT DEFAULT '[]' NOT NULL

ALTER TABLE matter ADD COLUMN seconds INTEGER DEFAULT '0' NOT NULL

ALTER TABLE resolution ADD COLUMN vote TEXT

ALTER TABLE resolution ADD COLUMN dissents TEXT DEFAULT '[]' NOT NULL

ALTER TABLE assignment ADD COLUMN state VARCHAR(32) DEFAULT 'waiting' NOT NULL

CREATE INDEX ix_unit_merged_into ON unit (merged_into)

CREATE INDEX ix_joining_record ON joining (record)

CREATE INDEX ix_person_merged_into ON person (merged_into)

CREATE INDEX ix_text_module_committee ON text_module (committee)

CREATE UNIQUE INDEX uq_edition_meeting ON edition (meeting, number)

CREATE INDEX ix_matter_continues ON matter (continues)
