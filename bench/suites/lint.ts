import { diffPolicies } from "../../app/modules/empowerment/domain/diff/diff-policies.ts";
import { generatedPolicy } from "../../app/modules/empowerment/domain/lint/generated-policy.ts";
import { lintPolicy } from "../../app/modules/empowerment/domain/lint/lint-policy.ts";
import { parsePolicy } from "../../app/modules/empowerment/domain/parse-policy.ts";
import type { PolicyDocument } from "../../app/modules/empowerment/schemas.ts";
import { POLICY, policyDays, policyVersions } from "../../prisma/seed/policy.ts";
import { median, type Row, type RunSuite } from "../results.ts";

const RUNS = 7;

/** Runs something after one warming run; the middle of the runs counts. */
function measured(name: string, work: () => string): Row {
  let note = work();
  const seconds: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [at, before] = [performance.now(), process.cpuUsage()];
    note = work();
    const used = process.cpuUsage(before);
    seconds.push((performance.now() - at) / 1e3);
    cpu.push(used.user + used.system);
  }
  const middle = median(seconds);
  return { name, perSecond: 1 / middle, p50us: middle * 1e6, p99us: Math.max(...seconds) * 1e6, ratioToOurs: null, cpuUs: median(cpu), note };
}

/** The same policy with the limit of one rule doubled, as a designer's change is. */
function widened(document: PolicyDocument): PolicyDocument {
  const at = document.rules.findIndex(({ limit }) => typeof limit?.perCase === "number");
  const rules = document.rules.map((rule, each) => (each === at ? { ...rule, limit: { ...rule.limit, perCase: (rule.limit?.perCase ?? 0) * 2 } } : rule));
  return { ...document, rules };
}

/** What is wrong with a policy, and what a change does, over the whole space of situations. */
export const run: RunSuite = async (say) => {
  const demo = parsePolicy(policyVersions(policyDays("2026-11-22"))[POLICY.inForce]);
  const policies: [string, PolicyDocument][] = [["demo", demo], ["500", generatedPolicy(500)]];
  const rows: Row[] = [];
  for (const [name, document] of policies) {
    say(`lint: ${name}`);
    const changed = widened(document);
    rows.push(measured(`tam:lint-${name}`, () => {
      const findings = lintPolicy(document);
      const skipped = findings.filter(({ code }) => code === "too_large").length;
      return `${document.rules.length.toString()} rules, ${findings.length.toString()} findings${skipped > 0 ? `, ${skipped.toString()} of them "too large to be sure"` : ""}`;
    }));
    rows.push(measured(`tam:diff-${name}`, () => {
      const { gestures } = diffPolicies(document, changed);
      const unsure = gestures.filter(({ complete }) => !complete).length;
      return `${gestures.length.toString()} gestures and roles compared${unsure > 0 ? `, ${unsure.toString()} not to the end` : ""}`;
    }));
  }
  return { name: "lint", rows };
};
