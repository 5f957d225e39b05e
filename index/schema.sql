-- svod's database, version 4 (PRAGMA user_version). docs/man/svod-schema.5 explains every table.
--
-- Sections begin with "-- migration N": a database of user_version M gets the sections above M, in their order.
-- All offsets (start, stop) are bytes of the document's text, stop exclusive. The text of a document is that of its
-- blocks (text or unsearched), each at its start; all bytes between two blocks are newlines.

-- migration 1

-- Settings of this database: which tokenizer and dictionary wrote the index (a writer with others must rebuild).
CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row a content (the stream's id): equal files at several paths are one document.
CREATE TABLE documents (
  id          INTEGER PRIMARY KEY,
  hash        TEXT NOT NULL UNIQUE,   -- the stream's id
  title       TEXT,
  kind        TEXT,                   -- programme plan resolution report agreement charter statement convention other
  lang        TEXT,                   -- BCP 47
  country     TEXT,                   -- ISO 3166
  date        TEXT,
  date_from   TEXT,                   -- first and last day that date and period speak of
  date_to     TEXT,
  period      TEXT,
  issuer      TEXT,
  format      TEXT,
  bytes       INTEGER,
  pages       INTEGER,
  first_block INTEGER,                -- its blocks are first_block … last_block
  last_block  INTEGER,
  text_bytes  INTEGER NOT NULL,
  text_hash   TEXT NOT NULL,          -- XXH3 of the text (64 digits: SHA-256), for svod index --check
  line_hash   TEXT NOT NULL,          -- of everything but the path: the same line again changes nothing
  meta        TEXT,                   -- the stream's field doc, JSON
  sentences   BLOB,                   -- packed, see index/store/pack.h
  map         BLOB,                   -- provenance of every stretch of text, packed, see index/store/pack.h
  extra       TEXT                    -- fields of the stream that this version does not know, JSON
);

-- Where a document lies; the key of a file is (path, member).
CREATE TABLE files (
  id     INTEGER PRIMARY KEY,
  doc    INTEGER NOT NULL REFERENCES documents(id),
  path   TEXT NOT NULL,
  member TEXT NOT NULL DEFAULT '',    -- inside an archive
  name   TEXT NOT NULL,               -- the file's name without its folder
  source TEXT NOT NULL,               -- the stream's field source, JSON
  UNIQUE (path, member)
);
CREATE INDEX files_doc ON files(doc);
CREATE INDEX files_name ON files(name);

-- Paragraphs, headings, list items, and rows of tables (one block a row, its cells joined by newlines).
CREATE TABLE blocks (
  id     INTEGER PRIMARY KEY,
  doc    INTEGER NOT NULL REFERENCES documents(id),
  kind   TEXT NOT NULL,               -- as in the stream; row: a row of a table
  start  INTEGER NOT NULL,
  text   TEXT,                        -- what is searched
  unsearched TEXT,                    -- text of headers, footers, contents and repeated stretches instead
  level  INTEGER,                     -- of a heading or a list
  section INTEGER,                    -- id of the heading block above it
  page   INTEGER,
  line   INTEGER,                     -- first line in the source file
  para   INTEGER,                     -- or its paragraph (DOCX, ODT …)
  more   TEXT                         -- other fields of the block, JSON; of a row: its cells
);

-- What was found. value is the normalized value (or canonical name), norm the whole of it as JSON.
CREATE TABLE items (
  id        INTEGER PRIMARY KEY,
  doc       INTEGER NOT NULL REFERENCES documents(id),
  name      TEXT NOT NULL,            -- TYPE-START, the stream's id
  type      TEXT NOT NULL,
  block     INTEGER REFERENCES blocks(id),
  parent    INTEGER REFERENCES items(id), -- the plan row, or else the goal, in which it stands
  start     INTEGER NOT NULL,
  stop      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  value     TEXT,
  statement TEXT,                     -- action of a row, text of a goal, sentence of a deadline
  due       TEXT,                     -- deadline, of a row or a goal as well
  date_from TEXT,                     -- first and last day of value or due; NULL: open
  date_to   TEXT,
  repeats   TEXT,                     -- R/P1Y …, continuous, regular
  low       REAL,                     -- of a number: value, or from … to
  high      REAL,
  unit      TEXT,
  org       INTEGER REFERENCES orgs(id),
  action    TEXT,                     -- ratify, discuss …
  country   TEXT,
  level     TEXT,                     -- of a goal; result of a check
  kind      TEXT,
  rule      TEXT,
  norm      TEXT,
  extra     TEXT,                     -- fields of the stream that this version does not know, JSON
  UNIQUE (doc, start, name)
);
CREATE INDEX items_type_value ON items(type, value);
CREATE INDEX items_due ON items(date_to) WHERE due IS NOT NULL;
CREATE INDEX items_org ON items(org) WHERE org IS NOT NULL;

-- Organizations by canonical name (an organ with its body in brackets), with every way in which they were written.
CREATE TABLE orgs (
  id        INTEGER PRIMARY KEY,
  canonical TEXT NOT NULL UNIQUE,
  abbr      TEXT,
  kind      TEXT,
  parent    TEXT,
  country   TEXT
);
CREATE TABLE org_names (
  org  INTEGER NOT NULL REFERENCES orgs(id),
  fold TEXT NOT NULL,                 -- lower case, for looking up
  name TEXT NOT NULL,
  PRIMARY KEY (fold, org)
) WITHOUT ROWID;

-- Rows of plans, a column a meaning.
CREATE TABLE plan_rows (
  item        INTEGER PRIMARY KEY REFERENCES items(id),
  doc         INTEGER NOT NULL REFERENCES documents(id),
  section     TEXT,
  row         TEXT,
  action      TEXT,
  deadline    TEXT,                   -- as printed
  due         TEXT,                   -- its value
  responsible TEXT,                   -- as printed
  who         TEXT,                   -- canonical names, JSON array
  partners    TEXT,                   -- canonical names, JSON array
  indicator   TEXT,
  expected_result TEXT,
  budget      TEXT,
  cells       TEXT                    -- every cell by the name of its column, JSON
);
CREATE INDEX plan_rows_doc ON plan_rows(doc);

CREATE TABLE notes (
  doc   INTEGER NOT NULL REFERENCES documents(id),
  seq   INTEGER NOT NULL,
  level TEXT NOT NULL,                -- info warn error
  code  TEXT,
  text  TEXT,
  start INTEGER,
  stop  INTEGER,
  extra TEXT,
  PRIMARY KEY (doc, seq)
) WITHOUT ROWID;

-- Which programs made the document's rows, in their order.
CREATE TABLE made (
  doc     INTEGER NOT NULL REFERENCES documents(id),
  seq     INTEGER NOT NULL,
  by      TEXT,
  version TEXT,
  detail  TEXT NOT NULL,              -- the whole record, JSON
  PRIMARY KEY (doc, seq)
) WITHOUT ROWID;

CREATE TABLE saved (
  name TEXT PRIMARY KEY,
  args TEXT NOT NULL                  -- JSON array
) WITHOUT ROWID;

-- Words in all their forms. It stores no text; the text is in blocks. Reading it outside of svod needs svod_fts5.so.
CREATE VIRTUAL TABLE blocks_fts USING fts5(text, content="blocks", content_rowid="id", tokenize="svod");
-- Words wait in at most 64 MB of memory before they are written: fewer pieces to merge and to look into.
INSERT INTO blocks_fts(blocks_fts, rank) VALUES ('hashsize', 67108864);

CREATE VIEW v_documents AS
SELECT d.id, (SELECT name FROM files f WHERE f.doc = d.id ORDER BY path, member LIMIT 1) AS name,
       d.title, d.kind, d.lang, d.country, d.date, d.period, d.issuer, d.format, d.pages, d.text_bytes, d.hash
  FROM documents d;

CREATE VIEW v_due AS
SELECT i.id AS item, i.doc, d.name AS document, p.row, i.type, i.due, i.date_from, i.date_to, i.repeats,
       i.statement AS action, p.responsible, p.who, p.partners, b.page, b.line, b.para, i.start, i.stop, i.name AS item_name
  FROM items i JOIN v_documents d ON d.id = i.doc
  LEFT JOIN plan_rows p ON p.item = i.id
  LEFT JOIN blocks b ON b.id = i.block
 WHERE i.due IS NOT NULL AND i.parent IS NULL;

CREATE VIEW v_plan AS
SELECT p.item, p.doc, d.name AS document, p.section, p.row, p.action, p.deadline, p.due, i.date_from, i.date_to,
       i.repeats, p.responsible, p.who, p.partners, p.indicator, p.expected_result, p.budget, b.page, b.line, b.para
  FROM plan_rows p JOIN items i ON i.id = p.item JOIN v_documents d ON d.id = p.doc
  LEFT JOIN blocks b ON b.id = i.block;

CREATE VIEW v_conventions AS
SELECT coalesce(i.country, d.country) AS country, i.value AS instrument, i.type, i.action, d.id AS doc,
       d.name AS document, i.id AS item, i.text,
       coalesce(json_extract(i.norm, '$.title'), json_extract(i.norm, '$.official')) AS title, b.page, b.line, b.para
  FROM items i JOIN v_documents d ON d.id = i.doc LEFT JOIN blocks b ON b.id = i.block
 WHERE i.type IN ('convention', 'recommendation', 'protocol')
   AND json_extract(i.norm, '$.dup') IS NULL;

CREATE VIEW v_organizations AS
SELECT o.id, o.canonical, o.abbr, o.kind, o.country, o.parent,
       (SELECT count(*) FROM items i WHERE i.org = o.id) AS mentions,
       (SELECT count(DISTINCT doc) FROM items i WHERE i.org = o.id) AS documents,
       (SELECT group_concat(name, ' | ') FROM org_names n WHERE n.org = o.id) AS variants
  FROM orgs o;

CREATE VIEW v_figures AS
SELECT i.id AS item, i.doc, d.name AS document, coalesce(json_extract(i.norm, '$.as_of'), d.date, d.period) AS as_of,
       i.low, i.high, i.unit, json_extract(i.norm, '$.comparator') AS comparator, json_extract(i.norm, '$.of') AS "of",
       i.text, b.page, b.line, b.para
  FROM items i JOIN v_documents d ON d.id = i.doc LEFT JOIN blocks b ON b.id = i.block
 WHERE i.type = 'number' AND json_extract(i.norm, '$.dup') IS NULL;

CREATE VIEW v_checks AS
SELECT i.doc, d.name AS document, i.level AS result, i.kind, i.text, json_extract(i.norm, '$.stated') AS stated,
       json_extract(i.norm, '$.computed') AS computed, b.page, b.line, b.para, i.start
  FROM items i JOIN v_documents d ON d.id = i.doc LEFT JOIN blocks b ON b.id = i.block
 WHERE i.type = 'check'
UNION ALL
SELECT n.doc, d.name, n.level, n.code, n.text, NULL, NULL,
       (SELECT page FROM blocks b WHERE b.id BETWEEN c.first_block AND c.last_block AND b.start <= n.start
         ORDER BY b.id DESC LIMIT 1),
       (SELECT line FROM blocks b WHERE b.id BETWEEN c.first_block AND c.last_block AND b.start <= n.start
         ORDER BY b.id DESC LIMIT 1),
       (SELECT para FROM blocks b WHERE b.id BETWEEN c.first_block AND c.last_block AND b.start <= n.start
         ORDER BY b.id DESC LIMIT 1), n.start
  FROM notes n JOIN v_documents d ON d.id = n.doc JOIN documents c ON c.id = n.doc
 WHERE n.level IN ('warn', 'error');

-- migration 2

-- Ukrainian and Belarusian words of the index and the tokens that their dictionaries gave, so that a question need not
-- load these. Blanks between the tokens.
CREATE TABLE word_forms (
  lang   TEXT NOT NULL,               -- uk be
  form   TEXT NOT NULL,               -- folded
  tokens TEXT NOT NULL,
  PRIMARY KEY (lang, form)
) WITHOUT ROWID;
CREATE INDEX word_forms_tokens ON word_forms(lang, tokens);

-- migration 3

-- In which document is a block? Counting the documents of many hits reads no blocks.
CREATE INDEX documents_blocks ON documents(first_block, last_block);

-- migration 4

-- Ukrainian and Belarusian dictionaries are mapped, not loaded: words need not be kept to spare that.
DROP TABLE word_forms;
