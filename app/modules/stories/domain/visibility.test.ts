import { expect, it } from "vitest";
import { mayRead, type StoryReader, type StorySeen } from "./visibility.ts";

const story: StorySeen = { tellerId: "teller", managerId: "boss", visibility: "team", posted: true, hidden: false, withdrawn: false };
const reader = (more: Partial<StoryReader>): StoryReader => ({ personId: "x", managerId: null, edits: false, reads: false, ...more });
const teller = reader({ personId: "teller", managerId: "boss" });
const mate = reader({ managerId: "boss" });
const boss = reader({ personId: "boss" });
const report = reader({ managerId: "teller" });
const stranger = reader({ managerId: "other" });
const editor = reader({ edits: true });
const auditor = reader({ reads: true });
const service: StoryReader = { personId: null, managerId: null, edits: false, reads: false };
const whoReads = (seen: Partial<StorySeen>) => Object.entries({ teller, mate, boss, report, stranger, editor, auditor, service }).flatMap(([name, who]) => (mayRead(who, { ...story, ...seen }) ? [name] : []));

it("a story is read by its team, by everybody, by its teller alone, or by nobody", () => {
  expect(whoReads({})).toEqual(["teller", "mate", "boss", "report", "editor", "auditor"]);
  expect(whoReads({ visibility: "company" })).toHaveLength(8);
  expect(whoReads({ posted: false })).toEqual(["teller"]);
  expect(whoReads({ hidden: true, visibility: "company" })).toEqual(["teller", "editor"]);
  expect(whoReads({ withdrawn: true, visibility: "company" })).toEqual([]);
  expect(whoReads({ managerId: null })).toEqual(["teller", "report", "editor", "auditor"]);
});
