import type { Check } from "#platform/inspect.server.ts";
import { changedKeys } from "#platform/key-guard.server.ts";

/** Whether this installation has the keys a backup was made with, as one of the checks on its contents. */
export const keyCheck: Check = async (read) => {
  const changed = await changedKeys(read);
  return changed.length === 0 ? null : `it was made with another ${changed.join(", ")}: put that installation's keys into .env first`;
};
