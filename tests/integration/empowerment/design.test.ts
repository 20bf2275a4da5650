import { beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "#access/actor.ts";
import { translator } from "#i18n/translator.ts";
import {
  answerBudgetForm, answerRuleForm, answerSettingsForm, draftFromActive, lintPolicyVersion, matrixView, policyVersion, removeFromDraft, ruleEditor,
} from "#modules/empowerment/public.server.ts";
import type { EditAnswer, RuleEditorView } from "#modules/empowerment/design/view-models.ts";
import { freshCompany, type TestCompany } from "./company.ts";

const ANY = { q: "", gesture: "", role: "", effect: "" };

let company: TestCompany;
let hr: PersonActor;
let version: number;

beforeEach(async () => {
  company = await freshCompany();
  hr = await company.actor("hr");
  ({ version } = await draftFromActive(hr));
});

/** What a browser would send of a rule's form, with some fields changed. */
function sent(view: RuleEditorView, changes: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...view.form.texts, ...changes })) form.set(name, value);
  for (const [name, codes] of Object.entries(view.form.chosen)) for (const code of codes) form.append(name, code);
  for (const [name, value] of Object.entries({ revision: String(view.revision), ...more })) form.set(name, value);
  return form;
}

const submit = (actor: PersonActor, form: FormData, before: string | null) => answerRuleForm({ actor, version, form, locale: "vi", t: translator("vi") }, before);

async function editor(code: string): Promise<RuleEditorView> {
  return ruleEditor(hr, version, code, { locale: "vi" });
}

async function stored(code: string): Promise<{ readonly limit?: { readonly perCase?: number } } | undefined> {
  const found = await policyVersion(hr, version, new Date());
  return (found?.document as { rules: { code: string; limit?: { perCase?: number } }[] }).rules.find((rule) => rule.code === code);
}

async function firstGrant(): Promise<string> {
  const matrix = await matrixView(hr, version, ANY);
  const rule = matrix?.rows.find((row) => row.perCase !== null);
  if (rule === undefined) throw new Error("the small policy has no grant with a limit");
  return rule.code;
}

const previewOf = (answer: EditAnswer | "saved") => {
  if (answer === "saved" || answer.preview === null) throw new Error(`no preview: ${JSON.stringify(answer)}`);
  return answer.preview;
};

describe("editing a rule of a draft", () => {
  test("saves only the result that was shown", async () => {
    const code = await firstGrant();
    const view = await editor(code);
    const change = { perCase: "123.000" };
    const preview = previewOf(await submit(hr, sent(view, change, { intent: "save" }), code));
    expect(preview.changed).toBe(true);
    expect((await stored(code))?.limit?.perCase).not.toBe(123_000);

    const other = previewOf(await submit(hr, sent(view, { perCase: "124.000" }, { intent: "save", seen: preview.seen }), code));
    expect(other.seen).not.toBe(preview.seen);
    expect((await stored(code))?.limit?.perCase).not.toBe(124_000);

    expect(await submit(hr, sent(view, change, { intent: "save", seen: preview.seen }), code)).toBe("saved");
    expect((await stored(code))?.limit?.perCase).toBe(123_000);
  });

  test("of two people neither overwrites the other unseen; another part is kept, the same part is named", async () => {
    const [one, two] = (await matrixView(hr, version, ANY))?.rows.filter((row) => row.perCase !== null).map((row) => row.code) ?? [];
    if (one === undefined || two === undefined) throw new Error("two rules are needed");
    const [mine, theirs] = [await editor(one), await editor(two)];
    const shown = previewOf(await submit(hr, sent(theirs, { perCase: "77.000" }, { intent: "preview" }), two));
    expect(await submit(hr, sent(theirs, { perCase: "77.000" }, { intent: "save", seen: shown.seen }), two)).toBe("saved");

    const before = previewOf(await submit(hr, sent(mine, { perCase: "55.000" }, { intent: "preview" }), one));
    expect(before.meanwhile).toMatchObject({ samePart: false });
    expect(await submit(hr, sent(mine, { perCase: "55.000" }, { intent: "save", seen: before.seen, revision: String(before.revision) }), one)).toBe("saved");
    expect([(await stored(one))?.limit?.perCase, (await stored(two))?.limit?.perCase]).toEqual([55_000, 77_000]);

    const late = previewOf(await submit(hr, sent(mine, { perCase: "66.000" }, { intent: "preview" }), one));
    expect(late.meanwhile).toMatchObject({ samePart: true });
  });

  test("names the field of each fault and stores nothing", async () => {
    const code = await firstGrant();
    const answer = await submit(hr, sent(await editor(code), { perCase: "4.5", code: "có dấu", reviewBy: "mai" }, { intent: "save" }), code);
    if (answer === "saved") throw new Error("a faulty form was saved");
    expect(answer.preview).toBeNull();
    expect(answer.faults.map(({ path }) => path).sort()).toEqual(["perCase", "reviewBy"]);
    const other = await submit(hr, sent(await editor(code), { code: "có dấu", owner: "nobody@nowhere.vn" }, { intent: "save" }), code);
    expect(other === "saved" ? [] : other.faults.map(({ path }) => path).sort()).toEqual(["code"]);
    expect(other === "saved" ? "" : other.typed["code"]?.[0]).toBe("có dấu");
    expect(await stored(code)).toBeDefined();
  });

  test("a new rule takes a code that is free; a removed one leaves the draft alone", async () => {
    const code = await firstGrant();
    const view = await ruleEditor(hr, version, null, { locale: "vi", known: { gestures: ["refund", "nonsense"] } });
    expect(view.form.chosen.gestures).toEqual(["refund"]);
    const taken = await submit(hr, sent(view, { code, perCase: "1.000" }, { intent: "preview" }), null);
    expect(taken === "saved" ? [] : taken.faults).toMatchObject([{ path: "code", code: "already_used" }]);
    const preview = previewOf(await submit(hr, sent(view, { perCase: "1.000" }, { intent: "preview" }), null));
    expect(await submit(hr, sent(view, { perCase: "1.000" }, { intent: "save", seen: preview.seen }), null)).toBe("saved");
    expect(await stored(view.form.texts.code)).toBeDefined();
    await removeFromDraft({ actor: hr, version }, { kind: "remove-rule", code: view.form.texts.code });
    expect(await stored(view.form.texts.code)).toBeUndefined();
  });

  test("is for whoever edits policies, and for drafts alone", async () => {
    const code = await firstGrant();
    await expect(ruleEditor(await company.actor("leader"), version, code, { locale: "vi" })).rejects.toMatchObject({ code: "forbidden" });
    const inForce = (await matrixView(hr, 1, ANY)) === null ? null : 1;
    expect(inForce).toBe(1);
    await expect(ruleEditor(hr, 1, code, { locale: "vi" })).rejects.toMatchObject({ code: "state_changed" });
    await expect(ruleEditor(hr, version, "NO-SUCH-RULE", { locale: "vi" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the other parts of a draft", () => {
  const post = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return { actor: hr, version, form, locale: "vi" as const, t: translator("vi") };
  };

  test("a budget is previewed, then saved", async () => {
    const fields = { code: "NEW-BUDGET", subject: "person", measure: "count", window: "rolling", days: "7", onExceed: "escalate", "limit.frontline": "3" };
    const preview = previewOf(await answerBudgetForm(post({ ...fields, intent: "preview" }), null));
    expect(await answerBudgetForm(post({ ...fields, intent: "save", seen: preview.seen }), null)).toBe("saved");
    const bad = await answerBudgetForm(post({ ...fields, code: "OTHER", days: "0", "limit.frontline": "x", intent: "save" }), null);
    expect(bad === "saved" ? [] : bad.faults.map(({ path }) => path).sort()).toEqual(["days", "limit.frontline"]);
  });

  test("the path of the whole policy is previewed, then saved", async () => {
    const fields = { to: "supervisor", within: "45", fallback: "manager", fallbackAfter: "60", lastResort: "leader", "exception.manager": "5.000.000" };
    const preview = previewOf(await answerSettingsForm(post({ ...fields, intent: "preview" })));
    expect(await answerSettingsForm(post({ ...fields, intent: "save", seen: preview.seen }))).toBe("saved");
    const found = await policyVersion(hr, version, new Date());
    expect(found?.document).toMatchObject({ escalation: { to: "supervisor", withinMinutes: 45, fallback: "manager", fallbackAfterMinutes: 60 }, exceptions: [{ role: "manager", perCase: 5_000_000 }] });
  });

  test("a word of the vocabulary that rules use cannot be taken away", async () => {
    const answer = await answerSettingsForm(post({ list: "gestures", "code.0": "refund", "vi.0": "Hoàn tiền", intent: "save" }));
    expect(answer === "saved" ? [] : answer.faults.map(({ code }) => code)).toContain("unknown_gesture");
  });
});

test("a version is linted for whoever reads drafts, with sentences and mends", async () => {
  const findings = await lintPolicyVersion(hr, version, "vi");
  for (const { message, fix, severity } of findings) {
    expect(["error", "warning", "info"]).toContain(severity);
    expect(`${message} ${fix}`).not.toMatch(/\{\{|lint:/);
  }
  await expect(lintPolicyVersion(await company.actor("frontline"), version, "vi")).rejects.toMatchObject({ code: "not_found" });
});
