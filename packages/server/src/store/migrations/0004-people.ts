export const people = `
CREATE TABLE paidan.people (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  roles text[] NOT NULL,
  email text,
  phone text,
  facts text NOT NULL,
  disabled_at timestamptz(3),
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, id)
);

CREATE TABLE paidan.positions (
  tenant text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  accuracy_metres double precision NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, person_id, at)
);
`;
