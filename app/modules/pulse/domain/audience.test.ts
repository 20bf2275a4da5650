import { expect, it } from "vitest";
import { drawFrame } from "./audience.ts";
import { asked, boss, companyOf, K, team } from "./sample-waves.ts";

it("knows as leaders those of whose people somebody was asked", () => {
  const company = companyOf([boss("top", null), boss("A", "top"), boss("B", "top"), boss("C", "top"), ...team("A", 8), ...team("B", 6), ...team("C", 6)]);
  const whom = new Set([...asked(company)].filter((id) => !id.startsWith("C-")));
  expect(drawFrame(company, whom, K)?.frame.leaders).toEqual({ top: { group: "line:top", own: true }, A: { group: "line:A", own: true }, B: { group: "line:B", own: true } });
});
