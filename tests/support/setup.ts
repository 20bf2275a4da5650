import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";

// No .env, no database of this machine: a test names its own (useTestDatabase), the keys are the same everywhere.
Object.assign(process.env, {
  TAM_ENV_FILE: "",
  DATABASE_URL: `file:${path.join(tmpdir(), "tam-no-test-database", "absent.db")}`,
  SECRET_KEY: Buffer.alloc(32, 1).toString("base64"),
  LOOKUP_KEY: Buffer.alloc(32, 2).toString("base64"),
  AUDIT_SIGNING_KEY: Buffer.alloc(32, 3).toString("base64"),
  TAM_DEMO_PASSWORD: "demo-password-for-tests",
  LOG_LEVEL: "silent",
});

const noise: string[] = [];

beforeEach(() => {
  noise.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      noise.push(`console.${method}: ${parts.map(String).join(" ")}`);
    });
  }
});

// A test that expects noise spies on the console itself; what is left here nobody expected.
afterEach(() => {
  expect(noise).toEqual([]);
});
