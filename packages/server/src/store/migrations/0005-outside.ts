export const outside = `
CREATE TABLE paidan.cursors (
  tenant text COLLATE "C" NOT NULL,
  listener_id text COLLATE "C" NOT NULL,
  cursor text,
  failures integer NOT NULL,
  polled_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, listener_id)
);

CREATE TABLE paidan.listener_rows (
  tenant text COLLATE "C" NOT NULL,
  listener_id text COLLATE "C" NOT NULL,
  row_key text COLLATE "C" NOT NULL,
  fingerprint text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, listener_id, row_key)
);

CREATE TABLE paidan.uploads (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  work_order_id text COLLATE "C",
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  received_bytes bigint NOT NULL,
  sha256 text,
  status text NOT NULL CHECK (status IN ('receiving', 'received', 'verified', 'refused')),
  metadata text NOT NULL,
  uploaded_by text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  PRIMARY KEY (tenant, id)
);
CREATE INDEX uploads_of_work_order ON paidan.uploads (work_order_id);

CREATE TABLE paidan.settings (
  tenant text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  value text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, name)
);

CREATE TABLE paidan.secrets (
  tenant text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  key_id text NOT NULL,
  wrapped_key text NOT NULL,
  sealed text NOT NULL,
  last_four text NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, name, version)
);
`;
