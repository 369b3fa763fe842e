export type { Certificate, Claim } from './certificate.ts';
export { type Verdict, verifyWorkflow } from './verify-workflow.ts';
