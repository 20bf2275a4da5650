import path from "node:path";
import { z } from "zod";
import { readEnvFile } from "./env-file.server.ts";
import { repositoryRoot } from "./root.server.ts";

const text = z.string().trim();
const optional = text.transform((value) => (value === "" ? null : value)).nullable().default(null);

function whole(fallback: number, min: number, max: number) {
  return text
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback);
}

function flag(fallback: boolean) {
  return z
    .enum(["1", "0", "true", "false"], "must be 1 or 0")
    .transform((value) => value === "1" || value === "true")
    .default(fallback);
}

const key = z
  .string("is missing: put it back into .env (npm start makes one only where there is no database yet)")
  .trim()
  .regex(/^[A-Za-z0-9+/_-]+=*$/, "must be base64")
  .refine((value) => Buffer.from(value, "base64").length >= 32, "is too short: 32 bytes in base64 are needed (openssl rand -base64 32)");

const url = (protocols: readonly string[]) =>
  text
    .transform((value) => (value === "" ? null : value))
    .refine(
      (value) => value === null || (URL.canParse(value) && protocols.includes(new URL(value).protocol)),
      `must be an address starting with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
    )
    .nullable()
    .default(null);

/** false, a number of proxies in front, or their addresses: what Express calls "trust proxy". */
const proxies = text
  .transform((value): false | number | string[] => {
    if (value === "" || value === "0" || value === "false") return false;
    if (/^\d+$/.test(value)) return Number(value);
    return value.split(",").map((part) => part.trim()).filter((part) => part !== "");
  })
  .refine((value) => !Array.isArray(value) || !value.includes("true"), "must be a number of proxies or their addresses, not true")
  .default(false);

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"], "must be production, development or test").default("production"),
  PORT: whole(3000, 0, 65_535),
  HOST: text.min(1, "must not be empty").default("127.0.0.1"),
  TLS_CERT: optional,
  TLS_KEY: optional,
  APP_URL: url(["http:", "https:"]),
  DATABASE_URL: text.regex(/^file:.+/, "must start with file:").default("file:./.data/tam.db"),
  TAM_DEMO: flag(true),
  TAM_DEMO_PASSWORD: optional.refine((value) => value === null || value.length >= 12, "is too short: 12 characters are needed"),
  TAM_PSEUDO: flag(false),
  TRUST_PROXY: proxies,
  SMTP_URL: url(["smtp:", "smtps:"]),
  MAIL_FROM: text.min(3, "must be an address").default("Tâm <tam@localhost>"),
  AI_BASE_URL: url(["http:", "https:"]),
  AI_API_KEY: optional,
  AI_MODEL: optional,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "must be fatal, error, warn, info, debug, trace or silent").default("info"),
  SESSION_IDLE_MINUTES: whole(30, 1, 1_440),
  SESSION_ABSOLUTE_MINUTES: whole(720, 1, 10_080),
  SESSION_MAX_PER_PERSON: whole(10, 1, 1_000),
  SECRET_KEY: key,
  LOOKUP_KEY: key,
  AUDIT_SIGNING_KEY: key,
  BODY_LIMIT_BYTES: whole(3_145_728, 1_024, 104_857_600),
  RATE_LIMIT_API_POINTS: whole(1_200, 1, 1_000_000),
  RATE_LIMIT_API_SECONDS: whole(60, 1, 86_400),
  RATE_LIMIT_PAGE_POINTS: whole(1_200, 1, 1_000_000),
  RATE_LIMIT_PAGE_SECONDS: whole(60, 1, 86_400),
  RATE_LIMIT_SIGN_IN_ACCOUNT_POINTS: whole(10, 1, 100_000),
  RATE_LIMIT_SIGN_IN_ACCOUNT_SECONDS: whole(900, 1, 86_400),
  RATE_LIMIT_SIGN_IN_ADDRESS_POINTS: whole(100, 1, 100_000),
  RATE_LIMIT_SIGN_IN_ADDRESS_SECONDS: whole(900, 1, 86_400),
  RATE_LIMIT_LINK_POINTS: whole(20, 1, 100_000),
  RATE_LIMIT_LINK_SECONDS: whole(3_600, 1, 86_400),
});

export type Env = Readonly<z.output<typeof schema> & { databasePath: string }>;

/** An environment that cannot be used; the message has one line per variable at fault. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** File of a `file:` address: relative ones start at the repository's root; a query after `?` is dropped. */
export function databasePathOf(databaseUrl: string): string {
  return path.resolve(repositoryRoot, databaseUrl.slice("file:".length).replace(/\?.*$/, ""));
}

/**
 * Reads the settings from raw variables. Throws EnvironmentError naming every variable at fault; values are never
 * repeated in the message.
 */
export function parseEnvironment(raw: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(raw).filter(([name, value]) => value !== undefined && !(value === "" && name in schema.shape)));
  const parsed = schema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (parsed.success && (parsed.data.TLS_CERT === null) !== (parsed.data.TLS_KEY === null)) {
    faults.push(`${parsed.data.TLS_CERT === null ? "TLS_CERT" : "TLS_KEY"} is missing: certificate and key go together`);
  }
  if (!parsed.success || faults.length > 0) {
    throw new EnvironmentError(`The environment cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  }
  return Object.freeze({ ...parsed.data, databasePath: databasePathOf(parsed.data.DATABASE_URL) });
}

const envFile = process.env["TAM_ENV_FILE"] ?? ".env";

/** Settings of this process, read once: the environment first, then `.env` (another file with TAM_ENV_FILE, none when that is empty). */
export const env: Env = parseEnvironment({
  ...(envFile === "" ? {} : readEnvFile(path.resolve(repositoryRoot, envFile))),
  ...process.env,
});
