import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "..");

export default defineConfig({
  root,
  test: {
    pool: "forks",
    // A test process mostly waits for its server or its database: two of them keep two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ["tests/support/setup.ts"],
    projects: [
      { extends: true, test: { name: "unit", include: ["app/**/*.test.{ts,tsx}", "prisma/**/*.test.ts"], setupFiles: ["tests/support/properties.ts"], testTimeout: 30_000 } },
      {
        extends: true,
        test: { name: "integration", include: ["tests/integration/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: "outside",
          include: ["tests/security/**/*.test.ts", "tests/contract/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
