import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, say } from "./progress.mjs";

const KEYS = ["SECRET_KEY", "LOOKUP_KEY", "AUDIT_SIGNING_KEY"];
/** Without letters and digits that look alike. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

function demoPassword() {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** Writes `.env` with fresh secrets when there is none; an existing one is never touched. */
export function ensureEnvFile() {
  const file = path.join(root, ".env");
  if (process.env.TAM_ENV_FILE !== undefined || existsSync(file)) return;
  const fresh = { ...Object.fromEntries(KEYS.map((name) => [name, randomBytes(32).toString("base64")])), TAM_DEMO_PASSWORD: demoPassword() };
  const text = readFileSync(path.join(root, ".env.example"), "utf8")
    .split("\n")
    .map((line) => {
      const name = line.slice(0, line.indexOf("="));
      return line.endsWith("=") && name in fresh ? `${name}=${fresh[name]}` : line;
    })
    .join("\n");
  writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  say("Wrote .env with fresh secrets: keep a copy of it apart from the backups");
}

/** The DATABASE_URL that Prisma's command line needs; where the product's data lie is read by app/platform. */
export function databaseUrl() {
  return process.env.DATABASE_URL || "file:./.data/tam.db";
}
