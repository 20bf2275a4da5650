import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { vi } from "#i18n/errors/vi.ts";

const app = path.join(import.meta.dirname, "..");

const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(app, file), "utf8"));

function codes(pattern: RegExp): string[] {
  return [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? "")))].sort();
}

describe("every code that the product refuses with", () => {
  it("has words of its own as a refusal", () => {
    const used = codes(/new Refusal\(\s*"(\w+)"/g);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((code) => !(code in vi))).toEqual([]);
  });

  it("has words of its own as a field's fault", () => {
    const used = [
      ...codes(/\{\s*path: [^{}\n]+?, code: "(\w+)"/g),
      ...codes(/\b(?:complain|fault|report)\([^()\n]*?, "([a-z]+(?:_[a-z]+)+)"/g),
      ...codes(/params: \{ code: "(\w+)"/g),
    ];
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((code) => !(code in vi.field))).toEqual([]);
  });
});
