export const customers = `
CREATE TABLE paidan.customers (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  phones text[] NOT NULL,
  place text,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX customers_phones ON paidan.customers USING gin (phones);

CREATE INDEX work_orders_customer ON paidan.work_orders (tenant, (record::jsonb ->> 'customerId'), created_at DESC);
CREATE INDEX work_orders_phone ON paidan.work_orders (tenant, (record::jsonb ->> 'phone'), created_at DESC);
`;
