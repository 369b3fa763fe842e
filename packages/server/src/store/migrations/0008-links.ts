export const links = `
CREATE TABLE paidan.links (
  tenant text COLLATE "C" NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('link', 'session')),
  work_order_id text COLLATE "C" NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (token_hash)
);
CREATE INDEX links_of_work_order ON paidan.links (work_order_id);
`;
