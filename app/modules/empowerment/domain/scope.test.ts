import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { documents } from "./arbitraries.ts";
import { compilePolicy } from "./compile.ts";
import { isStrictlyInside, scopeOf } from "./scope.ts";

const scopes = documents(12).map((document) => compilePolicy(document).document.rules.map(scopeOf));

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

test("lying strictly inside is a strict partial order: never of itself, never both ways, transitive", () => {
  fc.assert(
    fc.property(scopes, (boxes) => {
      for (const a of boxes) {
        expect(isStrictlyInside(a, a)).toBe(false);
        for (const b of boxes) {
          if (!isStrictlyInside(a, b)) continue;
          expect(isStrictlyInside(b, a)).toBe(false);
          for (const c of boxes) if (isStrictlyInside(b, c)) expect(isStrictlyInside(a, c)).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});
