import { readFileSync } from 'node:fs';
import { bundleWorkflow } from './packages/engine/src/author/bundle-workflow.ts';
import { parseWorkflow } from './packages/engine/src/author/parse-workflow.ts';
import { printWorkflow } from './packages/engine/src/author/print-workflow.ts';
import { hashWorkflow, canonicalForm } from './packages/engine/src/author/canonical-form.ts';
import { formatIssue } from './packages/engine/src/issue/format-issue.ts';
import { existsSync } from 'node:fs';
const [file, extra] = process.argv.slice(2);
const dirs = [file.split('/').slice(0, -1).join('/'), ...(extra ? [extra] : [])];
const read = (p) => { for (const d of dirs) if (existsSync(`${d}/${p}`)) return JSON.parse(readFileSync(`${d}/${p}`, 'utf8')); };
const b = bundleWorkflow(JSON.parse(readFileSync(file, 'utf8')), read);
for (const i of b.issues) console.log(i.pointer, formatIssue(i, 'en'));
if (b.value) {
  let t = performance.now();
  let p = parseWorkflow(b.value);
  console.log('first', performance.now() - t);
  for (let i = 0; i < 5; i++) { t = performance.now(); p = parseWorkflow(b.value); console.log('ms', performance.now() - t); }
  for (const i of p.issues.slice(0, 60)) console.log(i.code, i.pointer, formatIssue(i, 'zh-CN'), '|', formatIssue(i, 'en'));
  if (p.value) {
    const printed = printWorkflow(b.value);
    const again = parseWorkflow(JSON.parse(printed));
    console.log(hashWorkflow(p.value), again.value && hashWorkflow(again.value), printed.length);
    try {
    const { lintWorkflow } = await import('./packages/engine/src/author/lint/lint-workflow.ts');
    t = performance.now();
    const found = lintWorkflow(p.value);
    console.log('lint ms', performance.now() - t);
    for (const i of found) console.log(i.severity, i.code, i.pointer, formatIssue(i, 'zh-CN'), '|', formatIssue(i, 'en'));
    } catch (e) { console.log(e.message); }
  }
}
