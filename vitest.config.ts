import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tooling/browser/chromium.ts';

// Tests run on the sources of every room, so that no build can be forgotten before them.
const conditions = ['paidan-source', 'module', 'node', 'development|production'];
const exclude = ['**/node_modules/**', '**/dist/**'];

const inNode = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'node',
    environment: 'node',
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'examples/*/**/*.test.ts',
      'bench/**/*.test.ts',
      'tooling/**/*.test.ts',
    ],
    exclude: [...exclude, '**/*.browser.test.{ts,tsx}'],
  },
};

export default defineConfig(async () => ({ test: { projects: [inNode, ...(await inBrowser())] } }));

async function inBrowser() {
  const chromium = await findChromium();
  if (chromium === undefined) return [];
  const launchOptions = { ...chromium, args: [...chromium.args] };
  return [
    {
      resolve: { conditions: ['paidan-source', 'module', 'browser', 'development|production'] },
      // Parts found only while tests run would reload the page under them.
      optimizeDeps: { entries: ['packages/*/src/**/*.browser.test.{ts,tsx}'] },
      test: {
        name: 'browser',
        include: ['**/*.browser.test.{ts,tsx}'],
        exclude,
        setupFiles: ['./tooling/browser/chinese-font.ts'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions, contextOptions: { locale: 'zh-CN' } }),
          instances: [{ browser: 'chromium' as const }],
        },
      },
    },
  ];
}
