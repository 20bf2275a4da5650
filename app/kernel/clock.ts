/** Where "now" comes from. Rules take `now` as an argument; only the edge of the server reads a clock. */
export interface Clock {
  /** The present instant; a new Date at each call. */
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `instant`, for tests and for the demo data. */
export function fixedClock(instant: Date): Clock {
  const epochMs = instant.getTime();
  return { now: () => new Date(epochMs) };
}
