import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Action, PERMISSIONS } from "./permissions.ts";
import { ROLES } from "./roles.ts";

/** The table of who may as the README prints it. */
function printed(): string {
  const rows = (Object.keys(PERMISSIONS) as Action[]).map((action) => {
    const { roles, scope } = PERMISSIONS[action];
    const held: readonly string[] = roles;
    return `| \`${action}\` | ${ROLES.map((role) => (held.includes(role) ? "✓" : "")).join(" | ")} | ${scope ? `\`${scope}\`` : ""} |`;
  });
  return [`| | ${ROLES.join(" | ")} | token scope |`, `| --- |${" :-: |".repeat(ROLES.length)} --- |`, ...rows].join("\n");
}

it("is printed in the README as it is in code", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const copy = readme.split("<!-- permissions:begin -->\n")[1]?.split("\n<!-- permissions:end -->")[0];
  expect(copy).toBe(printed());
});
