export const dispatch = `
CREATE TABLE paidan.assignments (
  tenant text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  work_order_id text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'under-way', 'on-site', 'finished')),
  planned_at timestamptz(3),
  place text,
  since timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, person_id, work_order_id)
) WITH (fillfactor = 80);
CREATE INDEX assignments_of_work_order ON paidan.assignments (work_order_id);

CREATE TABLE paidan.workloads (
  tenant text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant, person_id)
) WITH (fillfactor = 80);

CREATE TABLE paidan.waiting_routes (
  tenant text COLLATE "C" NOT NULL,
  work_order_id text COLLATE "C" NOT NULL,
  step_id text NOT NULL,
  pool text COLLATE "C" NOT NULL,
  policy text COLLATE "C" NOT NULL,
  is_idle boolean NOT NULL,
  PRIMARY KEY (tenant, work_order_id, step_id)
);
CREATE INDEX waiting_routes_of_pool ON paidan.waiting_routes (tenant, pool);

CREATE TABLE paidan.pool_refreshes (
  tenant text COLLATE "C" NOT NULL,
  pool text COLLATE "C" NOT NULL,
  slot_at timestamptz(3) NOT NULL,
  refreshed_at timestamptz(3) NOT NULL,
  took_ms integer NOT NULL,
  missed integer NOT NULL,
  PRIMARY KEY (tenant, pool)
);
`;
