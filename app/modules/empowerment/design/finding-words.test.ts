import { beforeAll, describe, expect, test } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { translator } from "#i18n/translator.ts";
import { finding, type FindingCode, severities } from "../domain/lint/findings.ts";
import { documentWith } from "../domain/sample-policy.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { findingWords } from "./finding-words.ts";

beforeAll(() => installMessages());

describe("a finding in words", () => {
  const document = parsePolicy(documentWith(["A", "B"].map((code) => ({ code, effect: "grant", gestures: ["refund"], limit: { perCase: 1 } }))));
  const [first, second] = document.rules.map(({ code }) => code);
  const codes = Object.keys(severities) as FindingCode[];
  const params = { gesture: "refund", role: "frontline", lower: "frontline", higher: "manager", limits: { stricter: 1, looser: 2, lower: 2, higher: 1 }, languages: ["en"], what: "why", day: "2026-11-26", roles: ["manager"], asked: ["manager"], name: "một tình huống", largest: 5, top: 4, codes: ["X"] };

  test.each(codes)("%s has a sentence and a mend in both languages, with nothing left to fill in", (code) => {
    for (const locale of ["vi", "en"] as const) {
      for (const rules of [[first, second].filter((one) => one !== undefined), []]) {
        const said = findingWords(finding({ code, rules, budgets: ["PERSON-DAY"], params }), document, { t: translator(locale), locale });
        expect(said.message).not.toMatch(/\{\{|undefined|lint:/);
        expect(said.message.length).toBeGreaterThan(15);
        expect(said.fix).not.toMatch(/\{\{|undefined|lint:/);
      }
    }
  });

  test("names rules and roles as people know them", () => {
    const said = findingWords(finding({ code: "escalation_dead_end", params: { kind: "nobody", role: "leader" } }), document, { t: translator("vi"), locale: "vi" });
    expect(said.message).toBe("Không ai giữ vai trò quyết định cuối (ban giám đốc).");
  });
});
