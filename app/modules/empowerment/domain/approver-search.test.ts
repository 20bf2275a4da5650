import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, type People, type Search, excludedFrom, findApprover, findSecondPeople } from "./approver-search.ts";

interface Member {
  readonly manager?: string;
  readonly roles?: readonly string[];
  readonly site?: string;
  readonly active?: boolean;
  readonly standIn?: string | null;
}

function peopleOf(members: Readonly<Record<string, Member>>, requester: string): People {
  const candidate = (id: string): Candidate => ({ id, email: `${id}@example.com`, active: members[id]?.active ?? true });
  return {
    lineAbove: (personId) => {
      const line: Candidate[] = [];
      const seen = new Set([personId]);
      for (let at = members[personId]?.manager; at !== undefined && !seen.has(at); at = members[at]?.manager) {
        seen.add(at);
        line.push(candidate(at));
      }
      return line;
    },
    rolesOf: (id) => members[id]?.roles ?? [],
    standInFor: (id) => {
      const standIn = members[id]?.standIn;
      if (standIn === undefined) return { absent: false, standIn: null };
      return { absent: true, standIn: standIn === null ? null : candidate(standIn) };
    },
    colleagues: () =>
      Object.keys(members)
        .filter((id) => id !== requester && members[id]?.site === members[requester]?.site)
        .map(candidate),
    holdersOf: (role) =>
      Object.keys(members)
        .filter((id) => members[id]?.roles?.includes(role))
        .map(candidate),
  };
}

function searchOf(members: Readonly<Record<string, Member>>, options: Partial<Search> & { able?: readonly string[] } = {}): Search {
  const { able, ...rest } = options;
  return {
    requesterId: "clerk",
    customerPersonId: null,
    earlier: [],
    people: peopleOf(members, "clerk"),
    qualifies: (id) => (able === undefined || able.includes(id) ? "person" : null),
    ...rest,
  };
}

const shop: Record<string, Member> = {
  clerk: { manager: "lead", roles: ["frontline"], site: "HN-01" },
  ngan: { manager: "lead", roles: ["frontline"], site: "HN-01" },
  an: { manager: "lead", roles: ["frontline"], site: "HN-01" },
  lead: { manager: "head", roles: ["supervisor"], site: "HN-01" },
  head: { manager: "boss", roles: ["manager"], site: "HN-01" },
  boss: { roles: ["leader"] },
  chief: { roles: ["leader"] },
};

describe("the reporting line", () => {
  test("begins with the escalation role", () => {
    expect(findApprover(searchOf(shop), "supervisor", "leader")).toEqual({ approverId: "lead", onBehalfOfId: null, kind: "person" });
    expect(findApprover(searchOf(shop), "manager", "leader")?.approverId).toBe("head");
  });

  test("climbs past whoever does not qualify", () => {
    expect(findApprover(searchOf(shop, { able: ["head", "boss"] }), "supervisor", "leader")?.approverId).toBe("head");
  });

  test("begins higher when nobody holds the escalation role itself", () => {
    const flat = { ...shop, clerk: { manager: "head", roles: ["frontline"], site: "HN-01" } };
    expect(findApprover(searchOf(flat), "supervisor", "leader")?.approverId).toBe("head");
  });

  test("ends with cycles", () => {
    const circle = { ...shop, head: { manager: "lead", roles: ["manager"] } };
    expect(findApprover(searchOf(circle, { able: ["boss"] }), "supervisor", "leader")?.approverId).toBe("boss");
    const self = { ...shop, clerk: { manager: "clerk", roles: ["frontline"] } };
    expect(findApprover(searchOf(self), "supervisor", "leader")?.approverId).toBe("boss");
  });

  test("leaves out the inactive", () => {
    const gone = { ...shop, lead: { ...shop.lead, active: false } };
    expect(findApprover(searchOf(gone), "supervisor", "leader")?.approverId).toBe("head");
  });

  test("asks an absent person's stand-in, on their behalf", () => {
    const away = { ...shop, lead: { ...shop.lead, standIn: "an" } };
    expect(findApprover(searchOf(away), "supervisor", "leader")).toEqual({ approverId: "an", onBehalfOfId: "lead", kind: "person" });
  });

  test("passes over an absent person whose stand-in is the requester, cannot approve, or is nobody", () => {
    for (const [standIn, able] of [["clerk", undefined], ["an", ["head"]], [null, undefined]] as const) {
      const away = { ...shop, lead: { ...shop.lead, standIn } };
      expect(findApprover(searchOf(away, able ? { able } : {}), "supervisor", "leader")?.approverId).toBe("head");
    }
  });
});

describe("the last resort", () => {
  test("is asked in order of e-mail, whoever qualifies first", () => {
    expect(findApprover(searchOf(shop, { able: ["chief", "boss"] }), "leader", "leader")?.approverId).toBe("boss");
    const alone = { ...shop, clerk: { roles: ["frontline"] } };
    expect(findApprover(searchOf(alone, { able: ["chief"] }), "supervisor", "leader")).toEqual({ approverId: "chief", onBehalfOfId: null, kind: "person" });
  });

  test("is asked as an exception when nobody qualifies", () => {
    expect(findApprover(searchOf(shop, { able: [] }), "supervisor", "leader")).toEqual({ approverId: "boss", onBehalfOfId: null, kind: "exception" });
  });

  test("is nobody when all of them are excluded: nothing is approved by itself", () => {
    expect(findApprover(searchOf(shop, { able: [], earlier: ["boss", "chief"] }), "supervisor", "leader")).toBeNull();
  });
});

test("the requester, the customer, earlier approvers and their stand-ins never answer", () => {
  const away = { ...shop, head: { ...shop.head, standIn: "ngan" } };
  const search = searchOf(away, { customerPersonId: "lead", earlier: ["head"] });
  expect([...excludedFrom(search)].sort()).toEqual(["clerk", "head", "lead", "ngan"]);
  expect(findApprover(search, "supervisor", "leader")?.approverId).toBe("boss");
});

describe("a second person", () => {
  test("is sought among present colleagues of the site who qualify, in order of e-mail", () => {
    const away = { ...shop, an: { ...shop.an, standIn: null } };
    expect(findSecondPeople(searchOf(away))).toEqual(["head", "lead", "ngan"]);
    expect(findSecondPeople(searchOf(shop, { able: ["ngan", "an"] }))).toEqual(["an", "ngan"]);
  });
});

test("on any graph of people the search ends, and never names somebody excluded", () => {
  const ids = ["clerk", "a", "b", "c", "d"];
  const member = fc.record(
    {
      manager: fc.constantFrom(...ids),
      roles: fc.subarray(["frontline", "supervisor", "manager", "leader"]),
      site: fc.constantFrom("X", "Y"),
      active: fc.boolean(),
      standIn: fc.option(fc.constantFrom(...ids)),
    },
    { requiredKeys: [] },
  );
  const arbitrary = fc.record({
    members: fc.tuple(...ids.map(() => member)),
    able: fc.subarray(ids),
    earlier: fc.subarray(ids),
    customer: fc.option(fc.constantFrom(...ids)),
  });
  fc.assert(
    fc.property(arbitrary, ({ members, able, earlier, customer }) => {
      const search = searchOf(Object.fromEntries(ids.map((id, index) => [id, members[index] ?? {}])), { able, earlier, customerPersonId: customer });
      const excluded = excludedFrom(search);
      const found = findApprover(search, "supervisor", "leader");
      if (found !== null) {
        expect(excluded.has(found.approverId)).toBe(false);
        if (found.kind === "person") expect(able).toContain(found.approverId);
      }
      for (const id of findSecondPeople(search)) expect(excluded.has(id) || !able.includes(id)).toBe(false);
    }),
  );
});
