export const oneTimeCodes = `
CREATE TABLE paidan.one_time_codes (
  tenant text COLLATE "C" NOT NULL,
  work_order_id text COLLATE "C" NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  sent_to text NOT NULL,
  code_hash text NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  tries integer NOT NULL,
  confirmed_at timestamptz(3),
  PRIMARY KEY (work_order_id, command_id)
);
`;
