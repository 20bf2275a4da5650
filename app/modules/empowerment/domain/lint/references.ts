import type { PolicyDocument } from "../../schemas.ts";
import type { LintContext } from "./context.ts";
import { finding, type Finding } from "./findings.ts";

/** What a document may name outside itself. */
type Kind = "department" | "site" | "owner" | "role";

/** Codes that the organisation does not have, by kind; kinds of which nothing is known are not judged. */
export function lintReferences(document: PolicyDocument, context: LintContext): Finding[] {
  const rules = [...document.rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  const known: Readonly<Record<Kind, readonly string[] | undefined>> = {
    department: context.departments,
    site: context.sites,
    owner: context.owners?.map((email) => email.toLowerCase()),
    role: context.roles,
  };
  const unknown = (kind: Kind, codes: readonly (string | undefined)[]): string[] => {
    const there = known[kind];
    const named = codes.filter((code) => code !== undefined);
    return there === undefined ? [] : [...new Set(named)].filter((code) => !there.includes(kind === "owner" ? code.toLowerCase() : code)).sort();
  };
  const lacks = (kind: Kind, codes: readonly (string | undefined)[], about: { readonly rule?: string; readonly budget?: string; readonly where?: string }): Finding[] => {
    const lacking = unknown(kind, codes);
    if (lacking.length === 0) return [];
    const { rule, budget, where = "" } = about;
    return [
      finding({
        code: "unknown_code",
        rules: rule === undefined ? [] : [rule],
        ...(budget !== undefined && { budgets: [budget] }),
        params: { kind, codes: lacking, rule: rule ?? null, budget: budget ?? null },
        about: [kind, where, ...lacking].filter((part) => part !== ""),
      }),
    ];
  };

  const ofRules = rules.flatMap(({ code: rule, who, owner, escalation }) => [
    ...lacks("role", [...(who?.roles ?? []), escalation?.to, escalation?.fallback], { rule }),
    ...lacks("department", who?.departments ?? [], { rule }),
    ...lacks("site", who?.sites ?? [], { rule }),
    ...lacks("owner", [owner], { rule }),
    ...coursesOf(rule, who?.courses ?? [], context),
  ]);
  const ofBudgets = [...document.budgets]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code: budget, limits }) => lacks("role", limits.map(({ role }) => role).filter((role) => role !== "*"), { budget }));
  const { escalation, exceptions, lastResort } = document;
  return [...ofRules, ...ofBudgets, ...lacks("role", [lastResort, escalation?.to, escalation?.fallback, ...exceptions.map(({ role }) => role)], { where: "policy" })];
}

function coursesOf(rule: string, courses: readonly string[], context: LintContext): Finding[] {
  const lacking = context.courses === undefined ? [] : courses.filter((code) => context.courses?.includes(code) === false).sort();
  if (lacking.length === 0) return [];
  return [finding({ code: "unknown_course", rules: [rule], params: { rule, codes: lacking }, about: lacking })];
}
