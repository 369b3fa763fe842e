export const listening = `
CREATE TABLE paidan.held_events (
  tenant text COLLATE "C" NOT NULL,
  listener_id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  event text NOT NULL,
  held_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, listener_id, event_id)
);

CREATE TABLE paidan.healed_events (
  tenant text COLLATE "C" NOT NULL,
  listener_id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  work_order_id text COLLATE "C" NOT NULL,
  healed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, listener_id, event_id)
);

CREATE INDEX effects_receipt ON paidan.effects (tenant, (outcome::jsonb ->> 'receipt')) WHERE outcome IS NOT NULL;
`;
