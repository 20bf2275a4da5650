import { beforeEach, describe, expect, it } from "vitest";
import { LIBRARY } from "#modules/kpis/library/library.ts";
import { definitionFindings, designedKpi, letStand, libraryView, startFromExample } from "#modules/kpis/public.server.ts";
import { definition, freshCompany, inUse, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

describe("starting from an example", () => {
  it("makes a draft of every example, filled in, and says which are taken", async () => {
    const hr = await company.by("hr");
    for (const { definition: { code } } of LIBRARY) await startFromExample(code, hr);
    const first = LIBRARY[0]?.definition;
    expect(await designedKpi(first?.code ?? "")).toMatchObject({ inUse: false, definition: { name: first?.name, why: first?.why, measure: first?.measure } });
    expect((await libraryView()).examples.every(({ taken }) => taken)).toBe(true);
  });

  it("refuses a second time, an unknown one, and whoever does not write KPIs", async () => {
    const hr = await company.by("hr");
    const code = LIBRARY[0]?.definition.code ?? "";
    await expect(startFromExample(code, await company.by("manager"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(startFromExample("NONE", hr)).rejects.toMatchObject({ code: "not_found" });
    await startFromExample(code, hr);
    await expect(startFromExample(code, hr)).rejects.toMatchObject({ errors: [{ path: "code", code: "already_used" }] });
  });
});

describe("lint beside the designer", () => {
  const codes = async (more: Parameters<typeof definition>[1]) => (await definitionFindings(definition("CALLS", more), MONDAY_TEN)).findings.map(({ code }) => code);

  it("says what one definition lacks, with the names it needs", async () => {
    await inUse(company, "SATISFIED");
    const serves = { kind: "need", text: { vi: "Cần", en: "Need" } } as const;
    expect(await codes({ serves, moves: "speed" })).toEqual(["no_guardrail"]);
    expect(await codes({ serves, moves: "speed", guardrails: ["SATISFIED"] })).toEqual([]);
    expect(await codes({ serves: null, owners: [] })).toEqual(["no_lens", "no_owner"]);
    const { names } = await definitionFindings(definition("CALLS"), MONDAY_TEN);
    expect(names["department:RETAIL"]).toBeDefined();
    expect(names["CALLS"]).toEqual(definition("CALLS").name);
  });

  it("keeps quiet about what was let stand", async () => {
    await inUse(company, "CALLS", { serves: null });
    await letStand("no_lens:CALLS", { reason: "Theo luật", until: "2026-12-31" }, await company.by("hr"));
    expect(await codes({ serves: null })).toEqual([]);
  });
});
