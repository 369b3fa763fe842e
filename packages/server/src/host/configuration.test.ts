import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

describe('the configuration of a process', () => {
  it('is the embedded database, outside production, with nothing opened, when no variable is set', () => {
    expect(readConfiguration({})).toEqual({ production: false, settings: {}, reach: [] });
  });

  it('takes a database of one’s own and the folder of the data', () => {
    const read = readConfiguration({ DATABASE_URL: 'postgres://db/p', PAIDAN_DATA_DIR: '/data' });
    expect(read).toMatchObject({ databaseUrl: 'postgres://db/p', dataDir: '/data' });
  });

  it('treats an empty variable as one that is not set', () => {
    expect(readConfiguration({ DATABASE_URL: '' })).not.toHaveProperty('databaseUrl');
  });

  it('hands settings on under their own names', () => {
    const { settings } = readConfiguration({ PAIDAN_SETTING_ERP_URL: 'https://erp', OTHER: 'x' });
    expect(settings).toEqual({ ERP_URL: 'https://erp' });
  });

  it('opens only the private addresses that are named', () => {
    expect(readConfiguration({ PAIDAN_REACH: '10.0.8.20:8080' }).reach).toEqual([
      { cidr: '10.0.8.20/32', port: 8080 },
    ]);
  });
});
