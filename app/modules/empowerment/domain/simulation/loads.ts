import type { PolicyDocument } from "../../schemas.ts";
import type { CompiledPolicy } from "../compile.ts";
import { escalationFor } from "../escalation.ts";
import type { Verdict } from "../verdict.ts";
import type { Become } from "./become.ts";
import type { PastCase } from "./past-case.ts";
import type { ApproverLoad } from "./report.ts";

/** Stands for a colleague of the same site, who is asked before anybody above. */
export const SECOND_PERSON = "second_person";

type Escalated = Pick<Verdict, "reason" | "rule">;

/** Whom the escalations of a version go to first. */
class Paths {
  readonly #known = new Map<string, string>();

  constructor(private readonly document: PolicyDocument) {}

  roleFor({ reason, rule }: Escalated): string {
    const key = `${reason === "second_person_required" ? "2" : "1"} ${rule ?? ""}`;
    let role = this.#known.get(key);
    if (role === undefined) {
      const path = escalationFor(this.document, { outcome: "escalated", reason, rule });
      role = path === null ? this.document.lastResort : path.secondPersonFirst ? SECOND_PERSON : path.to;
      this.#known.set(key, role);
    }
    return role;
  }
}

/** Counts who is asked, then and under the draft. */
export class ApproverLoads {
  readonly #draft: Paths;
  readonly #versions: ReadonlyMap<number, Paths>;
  readonly #byRole = new Map<string | null, { before: number; after: number }>();

  constructor(draft: CompiledPolicy, versions: ReadonlyMap<number, CompiledPolicy>) {
    this.#draft = new Paths(draft.document);
    this.#versions = new Map([...versions].map(([version, { document }]) => [version, new Paths(document)]));
  }

  add({ recorded, version }: PastCase, { outcome, verdict }: Become): void {
    if (recorded.outcome === "escalated") {
      const paths = version === null ? undefined : this.#versions.get(version);
      const reason = (recorded.reason ?? "over_case_limit") as Verdict["reason"];
      this.#at(paths === undefined ? recorded.askedRole : paths.roleFor({ reason, rule: recorded.rule })).before += 1;
    }
    if (outcome === "escalated") this.#at(this.#draft.roleFor(verdict)).after += 1;
  }

  #at(role: string | null): { before: number; after: number } {
    let load = this.#byRole.get(role);
    if (load === undefined) this.#byRole.set(role, (load = { before: 0, after: 0 }));
    return load;
  }

  /** Busiest first. */
  rows(weeks: number): ApproverLoad[] {
    const perWeek = (count: number) => (weeks > 0 ? count / weeks : 0);
    return [...this.#byRole]
      .map(([role, { before, after }]): ApproverLoad => ({ role, before, after, perWeekBefore: perWeek(before), perWeekAfter: perWeek(after) }))
      .sort((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after) || ((a.role ?? "\uffff") < (b.role ?? "\uffff") ? -1 : 1));
  }
}
