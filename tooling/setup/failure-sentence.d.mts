export function failureSentence(output: string): string | undefined;
export function oldNodeSentence(version: string): string | undefined;
