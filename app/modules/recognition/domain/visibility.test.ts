import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySee, type Reader, type Seen, VISIBILITIES } from "./visibility.ts";

const reader = (personId: string | null, managerId: string | null = null, more: Partial<Reader> = {}): Reader => ({ personId, managerId, settles: false, publicOnly: false, ...more });
const seen = (more: Partial<Seen> = {}): Seen => ({
  giverId: "giver",
  receivers: [{ personId: "an", managerId: "boss" }, { personId: "binh", managerId: null }],
  visibility: "public",
  reported: false,
  hidden: false,
  withdrawn: false,
  ...more,
});
const people = fc.constantFrom("giver", "an", "binh", "boss", "mate", "stranger");
const someSeen = fc.record({
  giverId: fc.constant("giver"),
  receivers: fc.constant(seen().receivers),
  visibility: fc.constantFrom(...VISIBILITIES),
  reported: fc.boolean(),
  hidden: fc.boolean(),
  withdrawn: fc.boolean(),
});

describe("who may read a recognition", () => {
  it("is everybody where it is public", () => {
    for (const who of [reader("stranger"), reader(null, null, { publicOnly: true })]) expect(maySee(who, seen())).toBe(true);
  });

  it("is the receivers' team and their manager where it is for the team", () => {
    const team = seen({ visibility: "team" });
    for (const who of [reader("giver"), reader("an", "boss"), reader("mate", "boss"), reader("boss", "top")]) expect(maySee(who, team)).toBe(true);
    for (const who of [reader("stranger", "other"), reader("orphan", null), reader("top", null), reader("auditor", "boss", { publicOnly: true })]) expect(maySee(who, team)).toBe(false);
  });

  it("is giver and receivers alone where it is private, until somebody reports it to HR", () => {
    const own = seen({ visibility: "private" });
    for (const who of [reader("giver"), reader("an"), reader("binh")]) expect(maySee(who, own)).toBe(true);
    for (const who of [reader("boss"), reader("mate", "boss"), reader("hr", null, { settles: true })]) expect(maySee(who, own)).toBe(false);
    expect(maySee(reader("hr", null, { settles: true }), { ...own, reported: true })).toBe(true);
  });

  it("shrinks with visibility, when it is hidden, and to nobody when it is withdrawn", () => {
    fc.assert(
      fc.property(someSeen, people, fc.option(people, { nil: null }), fc.boolean(), fc.boolean(), (given, personId, managerId, settles, publicOnly) => {
        const who = { personId, managerId, settles, publicOnly };
        const by = (visibility: Seen["visibility"]) => maySee(who, { ...given, visibility });
        if (by("private")) expect(by("team")).toBe(true);
        if (by("team")) expect(by("public")).toBe(true);
        if (maySee(who, { ...given, hidden: true })) expect(maySee(who, { ...given, hidden: false })).toBe(true);
        expect(maySee(who, { ...given, withdrawn: true })).toBe(false);
        const concerned = ["giver", "an", "binh"].includes(personId) || (settles && given.reported);
        if (publicOnly && !concerned && maySee(who, given)) expect(given.visibility).toBe("public");
      }),
    );
  });
});
