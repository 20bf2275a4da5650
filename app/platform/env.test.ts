import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EnvironmentError, parseEnvironment } from "./env.server.ts";
import { repositoryRoot } from "./root.server.ts";

const key = Buffer.alloc(32, 7).toString("base64");
const keys = { SECRET_KEY: key, LOOKUP_KEY: key, AUDIT_SIGNING_KEY: key };

function fault(raw: Record<string, string>): string {
  try {
    parseEnvironment({ ...keys, ...raw });
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return "";
}

describe("the environment", () => {
  test("has a default for everything but the keys", () => {
    const env = parseEnvironment(keys);
    expect(env).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", APP_URL: null, TAM_DEMO: true, SMTP_URL: null, TRUST_PROXY: false, SESSION_IDLE_MINUTES: 30 });
    expect(env.databasePath).toBe(path.join(repositoryRoot, ".data", "tam.db"));
    expect(env.RATE_LIMIT_API_POINTS).toBeGreaterThanOrEqual(200);
  });

  test("takes an empty variable for an absent one", () => {
    expect(parseEnvironment({ ...keys, PORT: "", SMTP_URL: "", TLS_CERT: "", TAM_DEMO: "" })).toMatchObject({ PORT: 3000, SMTP_URL: null, TLS_CERT: null, TAM_DEMO: true });
  });

  test.each([
    [{ PORT: "80a" }, "PORT must be a whole number"],
    [{ PORT: "65536" }, "PORT must be at most 65535"],
    [{ APP_URL: "tam.example.com" }, "APP_URL must be an address"],
    [{ DATABASE_URL: "postgres://x" }, "DATABASE_URL must start with file:"],
    [{ TAM_DEMO: "yes" }, "TAM_DEMO must be 1 or 0"],
    [{ TAM_DEMO_PASSWORD: "short" }, "TAM_DEMO_PASSWORD is too short"],
    [{ SECRET_KEY: Buffer.alloc(31).toString("base64") }, "SECRET_KEY is too short"],
    [{ LOOKUP_KEY: "" }, "LOOKUP_KEY is missing"],
    [{ AUDIT_SIGNING_KEY: "not base64 !" }, "AUDIT_SIGNING_KEY must be base64"],
    [{ TLS_CERT: "cert.pem" }, "TLS_KEY is missing"],
    [{ TRUST_PROXY: "true" }, "TRUST_PROXY must be a number"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be"],
  ])("%o is refused by name", (raw, message) => {
    expect(fault(raw)).toContain(message);
  });

  test("names every variable at fault and repeats no value", () => {
    const message = fault({ PORT: "x", SECRET_KEY: "c2VjcmV0LWJ1dC1zaG9ydA==" });
    expect(message).toContain("PORT");
    expect(message).toContain("SECRET_KEY");
    expect(message).not.toContain("c2VjcmV0");
  });

  test("counts proxies or takes their addresses", () => {
    expect(parseEnvironment({ ...keys, TRUST_PROXY: "2" }).TRUST_PROXY).toBe(2);
    expect(parseEnvironment({ ...keys, TRUST_PROXY: "10.0.0.1, 10.0.0.2" }).TRUST_PROXY).toEqual(["10.0.0.1", "10.0.0.2"]);
  });

  test("is all in .env.example", () => {
    const example = readFileSync(path.join(repositoryRoot, ".env.example"), "utf8");
    const names = Object.keys(parseEnvironment(keys)).filter((name) => name !== "databasePath" && name !== "NODE_ENV");
    expect(names.filter((name) => !new RegExp(`^${name}=`, "m").test(example))).toEqual([]);
  });
});
