import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { boundaryRules } from './rules.ts';

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

type Found = { readonly modules: number; readonly violations: readonly Violation[] };

const FOLDERS = ['packages', 'examples', 'bench', 'e2e', 'tooling'];

/** Every import below `root` that crosses a boundary, type imports included, and how many sources were seen. */
export async function findViolations(root: string): Promise<Found> {
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      ruleSet: { forbidden: [...boundaryRules(root)] },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/|\\.d\\.mts$' },
      tsPreCompilationDeps: true,
    },
    { conditionNames: ['paidan-source', 'types', 'import', 'default'], exportsFields: ['exports'] },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of data');
  const sources = output.modules.filter((module) => /\.tsx?$/.test(module.source) && !module.coreModule);
  return {
    modules: sources.filter((module) => !module.source.includes('node_modules')).length,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
