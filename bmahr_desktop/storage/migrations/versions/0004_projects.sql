CREATE TABLE project (
	uid VARCHAR(36) NOT NULL,
	name VARCHAR NOT NULL,
	year INTEGER NOT NULL,
	code VARCHAR NOT NULL,
	aliases TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	footing VARCHAR(32) NOT NULL,
	state VARCHAR(32) NOT NULL,
	unit VARCHAR(36),
	offices TEXT NOT NULL,
	manager TEXT NOT NULL,
	person VARCHAR(36),
	coordinator TEXT NOT NULL,
	start DATE,
	"end" DATE,
	model VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	people INTEGER,
	meetings INTEGER,
	funding TEXT NOT NULL,
	certification VARCHAR NOT NULL,
	accepted TEXT NOT NULL,
	changed TEXT NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_project PRIMARY KEY (uid),
	CONSTRAINT fk_project_unit_unit FOREIGN KEY(unit) REFERENCES unit (uid),
	CONSTRAINT fk_project_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE TABLE project_text (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_project_text PRIMARY KEY (uid),
	CONSTRAINT fk_project_text_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE target_group (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text VARCHAR NOT NULL,
	people INTEGER,
	meetings INTEGER,
	per_meeting INTEGER,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_target_group PRIMARY KEY (uid),
	CONSTRAINT fk_target_group_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE strategy_link (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	"plan" VARCHAR NOT NULL,
	levels TEXT NOT NULL,
	node VARCHAR,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_strategy_link PRIMARY KEY (uid),
	CONSTRAINT fk_strategy_link_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE step (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	text VARCHAR NOT NULL,
	weight INTEGER,
	months TEXT NOT NULL,
	finished DATE,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_step PRIMARY KEY (uid),
	CONSTRAINT fk_step_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE budget_line (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	activity VARCHAR NOT NULL,
	"group" VARCHAR NOT NULL,
	item VARCHAR NOT NULL,
	rate INTEGER,
	factors TEXT NOT NULL,
	amount INTEGER,
	law VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_budget_line PRIMARY KEY (uid),
	CONSTRAINT fk_budget_line_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE ledger_event (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	date DATE,
	amount INTEGER,
	number VARCHAR NOT NULL,
	dated DATE,
	note VARCHAR NOT NULL,
	confirms TEXT NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_ledger_event PRIMARY KEY (uid),
	CONSTRAINT fk_ledger_event_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE indicator (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	text VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	kind VARCHAR(32),
	target VARCHAR NOT NULL,
	method VARCHAR NOT NULL,
	instrument VARCHAR NOT NULL,
	period VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_indicator PRIMARY KEY (uid),
	CONSTRAINT fk_indicator_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE risk (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	text VARCHAR NOT NULL,
	likelihood INTEGER,
	impact INTEGER,
	response VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_risk PRIMARY KEY (uid),
	CONSTRAINT fk_risk_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE signatory (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	role VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	lines TEXT NOT NULL,
	person VARCHAR(36),
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_signatory PRIMARY KEY (uid),
	CONSTRAINT fk_signatory_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE,
	CONSTRAINT fk_signatory_person_person FOREIGN KEY(person) REFERENCES person (uid)
)

CREATE TABLE progress (
	uid VARCHAR(36) NOT NULL,
	project VARCHAR(36) NOT NULL,
	number INTEGER NOT NULL,
	date DATE,
	written VARCHAR NOT NULL,
	stage VARCHAR(32),
	percent INTEGER,
	planned INTEGER,
	spent INTEGER,
	on_plan VARCHAR(32),
	on_target VARCHAR(32),
	results TEXT NOT NULL,
	corrects VARCHAR,
	reason VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_progress PRIMARY KEY (uid),
	CONSTRAINT fk_progress_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE
)

CREATE TABLE filled_form (
	uid VARCHAR(36) NOT NULL,
	form VARCHAR NOT NULL,
	edition VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	year INTEGER,
	date DATE,
	project VARCHAR(36),
	report INTEGER,
	answers TEXT NOT NULL,
	changed TEXT NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_filled_form PRIMARY KEY (uid),
	CONSTRAINT fk_filled_form_project_project FOREIGN KEY(project) REFERENCES project (uid)
)

ALTER TABLE attachment RENAME TO attachment_before

CREATE TABLE attachment (
	uid VARCHAR(36) NOT NULL,
	meeting VARCHAR(36),
	matter VARCHAR(36),
	report VARCHAR(36),
	project VARCHAR(36),
	progress VARCHAR(36),
	file VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	removed TEXT,
	CONSTRAINT pk_attachment PRIMARY KEY (uid),
	CONSTRAINT ck_attachment_one_owner CHECK ((meeting IS NOT NULL) + (matter IS NOT NULL) + (report IS NOT NULL) + (project IS NOT NULL) + (progress IS NOT NULL) = 1),
	CONSTRAINT fk_attachment_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_matter_matter FOREIGN KEY(matter) REFERENCES matter (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_report_report FOREIGN KEY(report) REFERENCES report (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_project_project FOREIGN KEY(project) REFERENCES project (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_progress_progress FOREIGN KEY(progress) REFERENCES progress (uid) ON DELETE CASCADE,
	CONSTRAINT fk_attachment_file_file FOREIGN KEY(file) REFERENCES file (sha256)
)

INSERT INTO attachment (uid, meeting, matter, report, file, title, position, version, removed)
 SELECT uid, meeting, matter, report, file, title, position, version, removed FROM attachment_before

DROP TABLE attachment_before

ALTER TABLE block RENAME TO block_before

CREATE TABLE block (
	id INTEGER NOT NULL,
	section VARCHAR(36),
	appendix VARCHAR(36),
	project_text VARCHAR(36),
	progress VARCHAR(36),
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_block PRIMARY KEY (id),
	CONSTRAINT ck_block_one_owner CHECK ((section IS NOT NULL) + (appendix IS NOT NULL) + (project_text IS NOT NULL) + (progress IS NOT NULL) = 1),
	CONSTRAINT fk_block_section_section FOREIGN KEY(section) REFERENCES section (uid) ON DELETE CASCADE,
	CONSTRAINT fk_block_appendix_appendix FOREIGN KEY(appendix) REFERENCES appendix (uid) ON DELETE CASCADE,
	CONSTRAINT fk_block_project_text_project_text FOREIGN KEY(project_text) REFERENCES project_text (uid) ON DELETE CASCADE,
	CONSTRAINT fk_block_progress_progress FOREIGN KEY(progress) REFERENCES progress (uid) ON DELETE CASCADE
)

INSERT INTO block (id, section, appendix, position, content)
 SELECT id, section, appendix, position, content FROM block_before

DROP TABLE block_before

CREATE INDEX ix_project_unit ON project (unit)

CREATE INDEX ix_project_year ON project (year)

CREATE UNIQUE INDEX uq_project_code ON project (lower(code)) WHERE removed IS NULL AND code != ''

CREATE INDEX ix_project_text_project ON project_text (project)

CREATE INDEX ix_target_group_project ON target_group (project)

CREATE INDEX ix_strategy_link_node ON strategy_link (node)

CREATE INDEX ix_strategy_link_project ON strategy_link (project)

CREATE INDEX ix_step_project ON step (project)

CREATE INDEX ix_budget_line_project ON budget_line (project)

CREATE INDEX ix_ledger_event_project ON ledger_event (project)

CREATE INDEX ix_indicator_project ON indicator (project)

CREATE INDEX ix_risk_project ON risk (project)

CREATE INDEX ix_signatory_person ON signatory (person)

CREATE INDEX ix_signatory_project ON signatory (project)

CREATE INDEX ix_progress_project ON progress (project)

CREATE INDEX ix_filled_form_project ON filled_form (project)

CREATE INDEX ix_filled_form_year ON filled_form (year)

CREATE INDEX ix_attachment_file ON attachment (file)

CREATE INDEX ix_attachment_matter ON attachment (matter)

CREATE INDEX ix_attachment_meeting ON attachment (meeting)

CREATE INDEX ix_attachment_progress ON attachment (progress)

CREATE INDEX ix_attachment_project ON attachment (project)

CREATE INDEX ix_attachment_report ON attachment (report)

CREATE INDEX ix_block_appendix_position ON block (appendix, position)

CREATE INDEX ix_block_progress_position ON block (progress, position)

CREATE INDEX ix_block_project_text_position ON block (project_text, position)

CREATE INDEX ix_project_person ON project (person)

CREATE INDEX ix_block_section_position ON block (section, position)
