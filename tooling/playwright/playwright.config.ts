import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findChromium, noChromium } from '../browser/chromium.ts';

const chromium = await findChromium();
if (chromium === undefined) throw new Error(noChromium);
const root = join(import.meta.dirname, '..', '..');

// A walk is never repeated into green, and walks share one server, so they go one after the other.
export default defineConfig({
  testDir: join(root, 'e2e'),
  testMatch: ['**/*.walk.ts', '**/*.spec.ts', '**/*.test.ts'],
  outputDir: join(root, 'test-results'),
  retries: 0,
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  reporter: process.env['PAIDAN_WALK_REPORT'] === 'json' ? [['list'], ['json']] : [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { ...chromium, args: [...chromium.args] },
    trace: 'retain-on-failure',
  },
});
