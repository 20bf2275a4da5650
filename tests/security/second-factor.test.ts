import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { codeNow, newRecoveryCodes, sealSecret, stepOf } from "#modules/people/sign-in/second-factor.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { Browser } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => vi.useFakeTimers({ toFake: ["Date"], now: seconds * 1_000 });
afterEach(() => void vi.useRealTimers());

describe("a code of the second factor", () => {
  it.each([
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_111_111_111, "050471", 37_037_037],
    [1_234_567_890, "005924", 41_152_263],
    [2_000_000_000, "279037", 66_666_666],
    [20_000_000_000, "353130", 666_666_666],
  ])("is that of RFC 6238 at %i", async (seconds, code, step) => {
    at(seconds);
    expect(await codeNow(SECRET)).toBe(code);
    expect(await stepOf(SECRET, code)).toBe(step);
    expect(await stepOf(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(step);
  });

  it("is taken one step early or late and no further, and counts for its own step", async () => {
    const STEP = 30;
    const begin = 1_234_567_890;
    at(begin);
    const code = await codeNow(SECRET);
    for (const [steps, taken] of [[-2, null], [-1, 41_152_263], [1, 41_152_263], [2, null]] as const) {
      at(begin + steps * STEP);
      expect([steps, await stepOf(SECRET, code)]).toEqual([steps, taken]);
    }
  });

  it.each(["", "28708", "2870822", "28708x", "abcdef", "２８７０８２", "-87082"])("is six digits: not %s", async (typed) => {
    at(59);
    expect(await stepOf(SECRET, typed)).toBeNull();
  });
});

it("ten recovery codes come from a space of 50 bits, and two people's of the same text are stored differently", () => {
  const { shown, hashes } = newRecoveryCodes("a");
  expect(new Set(shown).size).toBe(10);
  expect(shown.every((code) => /^[A-Z2-7]{5}-[A-Z2-7]{5}$/.test(code))).toBe(true);
  expect(hashes.some((hash) => shown.some((code) => hash.includes(code.replace("-", ""))))).toBe(false);
});

describe("guessing a code", () => {
  let installation: Secured;
  beforeAll(async () => {
    installation = await secured();
  });

  it("is slowed down and given up, whatever session it is tried from", async () => {
    const { server, company } = installation;
    const { id, email } = company.people.manager;
    await transaction((tx) => tx.update("Credential", { personId: id }, { totpSecret: sealSecret(id, SECRET), totpEnabledAt: new Date() }));
    const right = await codeNow(SECRET);
    const wrong = [...Array(40).keys()].map((n) => String(n).padStart(6, "0")).filter((code) => code !== right);
    const statuses: number[] = [];
    const browsers = await Promise.all([1, 2].map(async () => {
      const browser = new Browser(server);
      await browser.signIn(email, company.password);
      return browser;
    }));
    for (let turn = 0; turn < 12; turn += 1) statuses.push((await browsers[turn % 2]!.send("/sign-in/code", { form: { code: wrong[turn]!, to: "/" } })).status);
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
    expect(statuses.at(-1)).toBe(429);
  });
});
