/** What the caller can do about a fault. */
export type Remedy = 'retry' | 'wait-for-person' | 'give-up';

/** Misuse or an outage. The only class Paidan throws; findings about documents and answers are issues instead. */
export class WorkflowFault extends Error {
  readonly code: string;
  readonly remedy: Remedy;

  constructor(code: string, message: string, remedy: Remedy, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WorkflowFault';
    this.code = code;
    this.remedy = remedy;
  }
}
