import { lookupHash } from "#platform/secrets.server.ts";

/** Names somebody's answer to a version without saying whose it is. */
export function responseRef(version: number, personId: string): string {
  return lookupHash("policy-response", `${version}:${personId}`);
}
