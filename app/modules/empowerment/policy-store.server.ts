import { Refusal } from "#platform/http/refusal.ts";
import { readHot } from "#platform/transaction.server.ts";
import { compilePolicy, type CompiledPolicy } from "./public.ts";
import { parsePolicy } from "./domain/parse-policy.ts";
import type { PolicyDocument } from "./schemas.ts";

/** A policy version ready to evaluate. */
export interface LoadedPolicy {
  readonly version: number;
  readonly contentHash: string;
  readonly document: PolicyDocument;
  readonly compiled: CompiledPolicy;
}

/** Versions compiled in this process, the one used longest ago first. Content never changes under its hash. */
const compiledByHash = new Map<string, Omit<LoadedPolicy, "version">>();
const MAX_KEPT = 16;

function load(version: number): LoadedPolicy | null {
  const row = readHot("policy.document", { version });
  if (row === null) return null;
  let found = compiledByHash.get(row.contentHash);
  if (found === undefined) {
    const document = parsePolicy(JSON.parse(row.document));
    found = { contentHash: row.contentHash, document, compiled: compilePolicy(document) };
    if (compiledByHash.size >= MAX_KEPT) compiledByHash.delete(compiledByHash.keys().next().value ?? "");
    compiledByHash.set(row.contentHash, found);
  }
  return { ...found, version };
}

function known(version: number, contentHash: string): LoadedPolicy | null {
  const found = compiledByHash.get(contentHash);
  return found === undefined ? null : { ...found, version };
}

/** The version in force at an instant, compiled; null while there is none. */
export function findPolicyInForce(at: Date): LoadedPolicy | null {
  const row = readHot("policy.in-force", { at });
  return row === null ? null : (known(row.version, row.contentHash) ?? load(row.version));
}

/** The version in force at an instant. Refuses with 409 `no_policy_in_force`. */
export function policyInForce(at: Date): LoadedPolicy {
  const policy = findPolicyInForce(at);
  if (policy === null) throw new Refusal("no_policy_in_force");
  return policy;
}

/** The published version that stands until another one begins at `from`; null before the first. */
export function findPolicyBefore(version: number, from: Date): LoadedPolicy | null {
  const before = readHot("policy.before", { from, version });
  return before === null ? null : load(before);
}

/** A version by its number, compiled, whatever its state; null when there is none. */
export function findPolicy(version: number): LoadedPolicy | null {
  return load(version);
}
