import type { RefusalLike } from "#ui/form-errors.tsx";

/** What a form sent and got back: shown in it again. */
export interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

export const NOTHING_SENT: Sent = { refusal: null, typed: {} };

/** Faults of a whole course as the form of one part names its fields: without the path that leads to the part. */
export function withinPart(refusal: RefusalLike | null, prefix: string): RefusalLike | null {
  if (refusal === null) return null;
  return { ...refusal, errors: refusal.errors.map((fault) => (fault.path.startsWith(prefix) ? { ...fault, path: fault.path.slice(prefix.length) } : fault)) };
}

/** Ids of fields by path, for the summary above a form: each field has its path as id. */
export function ownIds(refusal: RefusalLike | null): Readonly<Record<string, string>> {
  return Object.fromEntries((refusal?.errors ?? []).map(({ path }) => [path, path]));
}
