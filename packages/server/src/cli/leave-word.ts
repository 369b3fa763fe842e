/** A person or the system asking this process to leave. */
export interface LeaveWord {
  readonly signal: AbortSignal;
  /** Resolves when it was said. */
  readonly said: Promise<void>;
  /** Stops listening. */
  end(): void;
}

/** Said once it drains, said twice it leaves at once: what was committed stays, the rest never happened. */
export function hearLeaveWord(): LeaveWord {
  const leaving = new AbortController();
  const { promise: said, resolve } = Promise.withResolvers<void>();
  const hear = () => {
    if (leaving.signal.aborted) process.exit(130);
    leaving.abort();
    resolve();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return {
    signal: leaving.signal,
    said,
    end: () => {
      process.off('SIGINT', hear);
      process.off('SIGTERM', hear);
    },
  };
}
