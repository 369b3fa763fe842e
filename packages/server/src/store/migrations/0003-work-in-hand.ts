export const workInHand = `
CREATE TABLE paidan.effects (
  id text COLLATE "C" PRIMARY KEY,
  work_order_id text COLLATE "C" NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  operation text,
  order_key text,
  effect text NOT NULL,
  status text NOT NULL CHECK (status IN ('asked', 'running', 'waiting', 'settled', 'held')),
  attempt integer NOT NULL,
  next_at timestamptz(3),
  outcome text,
  asked_at timestamptz(3) NOT NULL,
  settled_at timestamptz(3)
) WITH (fillfactor = 80);
CREATE INDEX effects_of_work_order ON paidan.effects (work_order_id);

CREATE TABLE paidan.tasks (
  id text COLLATE "C" PRIMARY KEY,
  work_order_id text COLLATE "C" NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  step_id text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'closed')),
  candidates text[] NOT NULL,
  claimed_by text,
  due_at timestamptz(3),
  seen_at timestamptz(3),
  opened_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  task text NOT NULL,
  draft text
) WITH (fillfactor = 80);
CREATE INDEX tasks_of_work_order ON paidan.tasks (work_order_id);
CREATE INDEX tasks_open ON paidan.tasks USING gin (candidates) WHERE status = 'open';
CREATE INDEX tasks_claimed ON paidan.tasks (tenant, claimed_by) WHERE status = 'open';

CREATE TABLE paidan.decisions (
  tenant text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('routing-input', 'plan')),
  body text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, hash)
);

CREATE TABLE paidan.incidents (
  id text COLLATE "C" PRIMARY KEY,
  tenant text COLLATE "C" NOT NULL,
  work_order_id text COLLATE "C",
  effect_id text COLLATE "C",
  kind text NOT NULL,
  cause text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'settled')),
  opened_at timestamptz(3) NOT NULL,
  settled_at timestamptz(3),
  settled_by text,
  settled_as text,
  reason text
);
CREATE INDEX incidents_open ON paidan.incidents (tenant, opened_at) WHERE status = 'open';
CREATE INDEX incidents_of_work_order ON paidan.incidents (work_order_id);
`;
