import type { ThreadEnd } from "#modules/thread/public.ts";
import { textOf } from "#platform/http/form-text.ts";
import { type FieldFault, invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { type Announce, announceWish, kindFields, type KindFields, payShareFields, type PayShareFields, proposalFields, type ProposalFields } from "./fields.ts";

const numberOf = (text: string): number => (/^\d{1,12}$/.test(text) ? Number(text) : Number.NaN);

/** A proposal; `thingAt` says what stands at an address of this product. Throws 422 at each line of `evidence` that is none. */
export function proposalInput(form: FormData, thingAt: (address: string) => ThreadEnd | null): ProposalFields {
  const lines = textOf(form, "evidence").split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const missing: FieldFault[] = ["personId", "kind", "reason", "evidence"].filter((name) => textOf(form, name) === "").map((path) => ({ path, code: "required" }));
  if (missing.length > 0) throw invalidInput(...missing);
  const found = lines.map(thingAt);
  if (found.includes(null)) throw invalidInput({ path: "evidence", code: "unknown_reference" });
  return parseInput(proposalFields, { personId: textOf(form, "personId"), kind: textOf(form, "kind"), reason: textOf(form, "reason"), evidence: found });
}

/** Approve or decline, with a few words; declining needs them. */
export function decisionInput(form: FormData): { readonly approve: boolean; readonly note: string } {
  const approve = textOf(form, "choice") === "approve";
  const note = textOf(form, "note").slice(0, 500);
  if (!approve && note === "") throw invalidInput({ path: "note", code: "required" });
  return { approve, note };
}

/** How a reward may be told. */
export function announceInput(form: FormData): Announce {
  return parseInput(announceWish, textOf(form, "announce"));
}

/** The percent of a role's variable pay that depends on customers. */
export function payShareInput(form: FormData): PayShareFields {
  return parseInput(payShareFields, { role: textOf(form, "role"), percent: numberOf(textOf(form, "percent")) });
}

/** A kind of reward; đồng may be grouped by dots. */
export function kindInput(form: FormData): KindFields {
  const amount = textOf(form, "amount").replaceAll(".", "");
  const missing = ["kindCode", "nameVi", "nameEn"].filter((name) => textOf(form, name) === "").map((path) => ({ path, code: "required" }));
  if (missing.length > 0) throw invalidInput(...missing);
  return parseInput(kindFields, { code: textOf(form, "kindCode"), nameVi: textOf(form, "nameVi"), nameEn: textOf(form, "nameEn"), amount: amount === "" ? null : numberOf(amount), active: form.get("active") !== "no" });
}
