import { defineConfig } from 'vitest/config';

// Tests run on the sources of every room, so that no build can be forgotten before them.
const conditions = ['paidan-source', 'module', 'node', 'development|production'];

export default defineConfig({
  test: {
    projects: [
      {
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
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.{ts,tsx}'],
        },
      },
    ],
  },
});
