export const workflows = `
CREATE TABLE paidan.workflow_versions (
  tenant text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  workflow_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  document text NOT NULL,
  certificate text,
  validators text,
  note text,
  published_by text NOT NULL,
  published_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, hash),
  UNIQUE (tenant, workflow_id, ordinal)
);

CREATE TABLE paidan.channels (
  tenant text COLLATE "C" NOT NULL,
  workflow_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  moved_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, workflow_id, name),
  FOREIGN KEY (tenant, hash) REFERENCES paidan.workflow_versions
);

CREATE TABLE paidan.drafts (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  workflow_id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  document text NOT NULL,
  layout text,
  based_on text,
  revision integer NOT NULL,
  edited_by text NOT NULL,
  edited_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, id)
);
`;
