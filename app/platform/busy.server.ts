export type BusyReason = "locked" | "full" | "timeout";

const MESSAGES: Record<BusyReason, string> = {
  locked: "The database was busy for too long",
  full: "The disk is full: nothing was written",
  timeout: "The transaction took too long and was rolled back",
};

/** The database cannot take the write now; nothing was written and trying again later is safe. HTTP answers 503 `busy`. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  readonly code = "busy";
  constructor(
    readonly reason: BusyReason,
    options?: ErrorOptions,
  ) {
    super(MESSAGES[reason], options);
  }
}

/** Tells a BusyError by its name: the server's own modules and the built routes may hold two copies of the class. */
export function isBusyError(error: unknown): error is BusyError {
  return error instanceof Error && error.name === "BusyError";
}

/** SQLite's result code of an error, as SQLITE_BUSY; null when it is none. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" && error.code.startsWith("SQLITE_") ? error.code : null;
}
