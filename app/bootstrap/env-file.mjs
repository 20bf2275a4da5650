import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { root, say } from "./progress.mjs";

/** Without letters and digits that look alike. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

function demoPassword() {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

const key = () => randomBytes(32).toString("base64");
const SECRETS = { SECRET_KEY: key, LOOKUP_KEY: key, AUDIT_SIGNING_KEY: key, TAM_DEMO_PASSWORD: demoPassword };

function databaseExists(values) {
  const url = process.env.DATABASE_URL || values.DATABASE_URL || databaseUrl();
  return existsSync(path.resolve(root, url.replace(/^file:/, "").replace(/\?.*$/, "")));
}

function withValue(text, name, value) {
  const line = `${name}=${value}`;
  const empty = new RegExp(`^${name}=[ \\t]*$`, "m");
  return empty.test(text) ? text.replace(empty, line) : `${text.replace(/\n*$/, "\n")}${line}\n`;
}

/**
 * Gives the secrets that `.env` and the environment lack a fresh value in `.env`, made from `.env.example` where there
 * is none. What has a value is never changed, and no key is made where a database was already used with another one.
 */
export function ensureEnvFile() {
  if (process.env.TAM_ENV_FILE !== undefined) return;
  const file = path.join(root, ".env");
  const present = existsSync(file);
  const before = readFileSync(present ? file : path.join(root, ".env.example"), "utf8");
  const values = parseEnv(before);
  const used = databaseExists(values);
  const missing = Object.keys(SECRETS).filter((name) => !process.env[name] && !values[name] && !(used && name.endsWith("_KEY")));
  if (missing.length === 0) return;
  const text = missing.reduce((filled, name) => withValue(filled, name, SECRETS[name]()), before);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
  say(`${present ? "Added fresh secrets to .env" : "Wrote .env with fresh secrets"}: keep a copy of it apart from the backups`);
}

/** The DATABASE_URL that Prisma's command line needs; where the product's data lie is read by app/platform. */
export function databaseUrl() {
  return process.env.DATABASE_URL || "file:./.data/tam.db";
}
