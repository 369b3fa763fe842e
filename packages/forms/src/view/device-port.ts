/** A file the receiver has: how the record names it. */
export interface StoredFile {
  readonly id: string;
  /** Hexadecimal, of the bytes as stored. */
  readonly sha256: string;
  /** ISO instant in UTC. */
  readonly takenAt?: string;
}

/** A WGS-84 position. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMetres?: number;
  readonly takenAt?: string;
}

/** What the machine around the form can do. What is missing is not offered; typing always works. */
export interface DevicePort {
  /** Stores a file; rejects when it cannot. */
  upload?(file: File, field: string, signal: AbortSignal): Promise<StoredFile>;
  /** Where a stored file can be seen. */
  preview?(fileId: string): string | undefined;
  /** Reads a code by camera; `undefined` when the person gave up. */
  scan?(symbologies: readonly string[]): Promise<string | undefined>;
  /** Asked on tap only. */
  locate?(): Promise<Position>;
  /** Sends a one-time code to the number the field names; says where it went, masked. */
  sendCode?(field: string): Promise<string>;
  /** Whether these digits are the code; afterwards the record holds the instant. */
  confirmCode?(field: string, digits: string): Promise<boolean>;
}
