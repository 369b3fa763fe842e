export const workOrders = `
CREATE SEQUENCE paidan.work_order_numbers;

CREATE FUNCTION paidan.next_number() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT 'WO-' || lpad(n::text, greatest(6, length(n::text)), '0')
  FROM nextval('paidan.work_order_numbers') AS n
$$;

CREATE TABLE paidan.work_orders (
  id text COLLATE "C" PRIMARY KEY,
  tenant text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL DEFAULT paidan.next_number(),
  workflow_id text COLLATE "C" NOT NULL,
  workflow_hash text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'suspended', 'ended')),
  stage text,
  steps text[] NOT NULL,
  assignees text NOT NULL,
  next_due_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  record text NOT NULL,
  snapshot text NOT NULL,
  journal_head text NOT NULL,
  UNIQUE (tenant, number)
) WITH (fillfactor = 70);
CREATE INDEX work_orders_due ON paidan.work_orders (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX work_orders_created ON paidan.work_orders (tenant, created_at DESC, id);

CREATE TABLE paidan.journal (
  work_order_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  command_id text NOT NULL,
  workflow_hash text NOT NULL,
  event text NOT NULL,
  actor text NOT NULL,
  at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  entries text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (work_order_id, seq)
);
CREATE INDEX journal_feed ON paidan.journal (xid, position);

CREATE FUNCTION paidan.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paidan.journal
  FOR EACH STATEMENT EXECUTE FUNCTION paidan.refuse_change();

CREATE TABLE paidan.inbox (
  work_order_id text COLLATE "C" NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  fingerprint text NOT NULL,
  answer text NOT NULL,
  seq integer,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (work_order_id, command_id)
);
`;
