export { checkExpression } from './check-expression.ts';
export type { CompiledExpression } from './compile-expression.ts';
export { compileExpression } from './compile-expression.ts';
export { evaluate } from './evaluate.ts';
export type { Facts } from './expression.ts';
export { freeVariables } from './free-variables.ts';
export type { ExpressionTrace } from './trace-expression.ts';
export { traceExpression } from './trace-expression.ts';
