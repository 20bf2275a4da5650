import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { departments, findPersonByEmail, listCourses, sites } from "#modules/people/public.server.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { inspectPolicy } from "./domain/parse-policy.ts";
import { runPolicyTests } from "./policy-tests.server.ts";
import type { PolicyDocument } from "./schemas.ts";

/** SHA-256 of the canonical JSON of a document, in hex. */
export function contentHashOf(document: unknown): string {
  return createHash("sha256").update(canonicalize(document) ?? "").digest("hex");
}

/** A document with every fault of its shape, its meaning and what it refers to; null where it cannot be read as one. */
async function inspectDocument(input: unknown): Promise<{ document: PolicyDocument | null; faults: FieldFault[] }> {
  const { document, faults } = inspectPolicy(input);
  const found: FieldFault[] = faults.map(({ path, code, params }) => ({ path, code, params }));
  if (document !== null) found.push(...(await referenceFaults(document)));
  return { document, faults: found };
}

/** Every fault of a document: shape, meaning, and what it refers to. */
export async function policyFaults(input: unknown): Promise<FieldFault[]> {
  return (await inspectDocument(input)).faults;
}

/** A checked document, or 422 `invalid_input` with every fault. */
export async function readPolicyDocument(input: unknown): Promise<PolicyDocument> {
  const { document, faults } = await inspectDocument(input);
  if (document === null || faults.length > 0) throw new Refusal("invalid_input", { errors: faults });
  return document;
}

/** What a document names that the organisation does not have: departments, sites, courses, owners. */
async function referenceFaults(document: PolicyDocument): Promise<FieldFault[]> {
  const codes = <T extends { readonly code: string }>(rows: readonly T[]) => new Set(rows.map((row) => row.code));
  const known = {
    departments: codes(await departments()),
    sites: codes(await sites()),
    courses: codes(await listCourses()),
  };
  const unknownCode = { departments: "unknown_department", sites: "unknown_site", courses: "unknown_course" } as const;
  const faults: FieldFault[] = [];
  const check = (owner: Readonly<Partial<Record<keyof typeof known, readonly string[] | undefined>>> | undefined, path: string) => {
    for (const key of ["departments", "sites", "courses"] as const) {
      owner?.[key]?.forEach((code, index) => {
        if (!known[key].has(code)) faults.push({ path: `${path}.${key}.${index}`, code: unknownCode[key], params: { code } });
      });
    }
  };
  document.rules.forEach((rule, index) => {
    check(rule.who, `rules.${index}.who`);
    if (rule.owner !== undefined && findPersonByEmail(rule.owner) === null) {
      faults.push({ path: `rules.${index}.owner`, code: "unknown_person", params: { email: rule.owner } });
    }
  });
  return faults;
}

/** Refuses with 422 `tests_failed` when a stored test case of the document does not come out as expected. */
export function demandTestsPass(document: PolicyDocument, now: Date): void {
  const failed = runPolicyTests(document, now).filter((test) => !test.passed);
  if (failed.length === 0) return;
  throw new Refusal("tests_failed", {
    status: 422,
    params: { count: failed.length },
    errors: failed.map((test) => ({
      path: `tests.${test.index}.expect`,
      code: "test_failed",
      params: { name: test.name, field: test.field, expected: test.expected, actual: test.actual },
    })),
  });
}
