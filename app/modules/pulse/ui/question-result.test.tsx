import { describe, expect, it } from "vitest";
import { renderPage } from "#tests/support/render-page.tsx";
import type { Told } from "../domain/disclose.ts";
import type { GroupView, ResultsView } from "../view-models.ts";
import { QuestionResultCard } from "./question-result.tsx";

const name = { vi: "", en: "" };
const all: GroupView = { id: "all", kind: "all", name, invited: 30 };
const line: GroupView = { ...all, id: "l1", kind: "line", name: { vi: "Thu Hà", en: "Thu Hà" } };
const question = { code: "LOYAL-AFTER", scale: "agree", topic: "loyal", text: { vi: "Sau khi bán?", en: "After the sale?" } } as const;
const low: Told = { state: "shown", figure: { value: 20, banded: true, interval: null, atLeast: 10, good: null, bad: null }, trend: null };
const high: Told = { state: "shown", figure: { value: 70, banded: false, interval: { low: 50, high: 85 }, atLeast: 10, good: 14, bad: 2 }, trend: null };

function card(chosen: GroupView, told: Told, mode: "anonymous" | "confidential" = "anonymous", groups: { group: GroupView; told: Told }[] = []): string {
  const promise = { mode, kScores: 5, kComments: 8, opensOn: "2026-11-01", closesOn: "2026-11-10" };
  const result = { question, told, instead: null, waves: [], texts: null, themes: null, groups };
  const view: ResultsView = { id: "p", title: name, about: null, state: "closed", promise, chosen, groups: [chosen], turnout: { state: "hidden" }, results: [result], leads: false, ownHidden: false };
  return renderPage(<QuestionResultCard result={result} view={view} />);
}

describe("what is not told", () => {
  it("of everybody nothing is said to be left over; of a group it is", () => {
    expect(card(all, { state: "hidden" })).not.toContain("phần còn lại");
    expect(card(line, { state: "hidden" })).toContain("phần còn lại");
  });

  it("is kept in confidence where nothing was promised to be anonymous", () => {
    expect(card(line, { state: "hidden" }, "confidential")).not.toContain("ẩn danh");
    expect(card(line, { state: "hidden" })).toContain("không hiện, để giữ ẩn danh");
  });
});

it("a band is told as one beside the figures of other groups", () => {
  const html = card(all, high, "anonymous", [{ group: all, told: high }, { group: line, told: low }]);
  expect(html).toContain("không phải con số");
  expect(card(all, high, "anonymous", [{ group: all, told: high }, { group: line, told: high }])).not.toContain("không phải con số");
});
