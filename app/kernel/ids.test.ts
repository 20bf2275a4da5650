import fc from "fast-check";
import { expect, test } from "vitest";
import { idSource, newId } from "./ids.ts";

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ones = (size: number) => new Uint8Array(size).fill(0xff);

test("an id is a UUID of version 7 and variant 2", () => {
  for (let i = 0; i < 1000; i++) expect(newId()).toMatch(UUID_V7);
});

test("the first 48 bits are the milliseconds since 1970", () => {
  const at = Date.parse("2026-11-22T07:05:00.123Z");
  expect(parseInt(idSource(() => at, ones)().replace("-", "").slice(0, 12), 16)).toBe(at);
});

test("a hundred thousand ids in a row are distinct and rise as text", () => {
  let previous = "";
  for (let i = 0; i < 100_000; i++) {
    const id = newId();
    if (!(id > previous)) expect.fail(`${id} came after ${previous}`);
    previous = id;
  }
});

test("ids rise strictly whatever the clock does, back steps and a full counter included", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 20 }), (ticks) => {
      const readings = ticks.flatMap((tick) => Array<number>(300).fill(tick));
      let i = 0;
      const source = idSource(() => readings[i++] ?? 0, ones);
      const ids = readings.map(() => source());
      for (let n = 1; n < ids.length; n++) expect(ids[n]! > ids[n - 1]!).toBe(true);
      for (const id of ids) expect(id).toMatch(UUID_V7);
    }),
    { numRuns: 20 },
  );
});

test("more than 4096 ids in one millisecond stay distinct and rising", () => {
  const source = idSource(() => 1000, ones);
  const ids = Array.from({ length: 10_000 }, source);
  expect(new Set(ids).size).toBe(10_000);
  expect([...ids].sort()).toEqual(ids);
});

test("the same clock and the same bytes give the same ids", () => {
  const make = () => idSource(() => 1000, (size) => new Uint8Array(size).fill(7));
  const [a, b] = [make(), make()];
  expect([a(), a(), a()]).toEqual([b(), b(), b()]);
});
