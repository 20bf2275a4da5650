import { pino } from "pino";
import { env } from "./env.server.ts";

/** Names of fields whose values never reach the log, at the top or one or two levels down. */
const SECRET_FIELDS = [
  "password",
  "newPassword",
  "currentPassword",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "totpSecret",
  "code",
  "recoveryCode",
  "cookie",
  "authorization",
  "set-cookie",
  "phone",
  "phoneCipher",
  "link",
  "SMTP_URL",
] as const;

const quoted = SECRET_FIELDS.map((name) => `["${name}"]`);

/**
 * Structured log, one JSON line an event, to standard output. Give ids and codes; `err` for errors; secrets by the
 * names above are masked should one slip in.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: [...quoted, ...quoted.map((name) => `*${name}`), ...quoted.map((name) => `*.*${name}`)], censor: "[masked]" },
  // An error's own fields may hold what was sent; its kind, message, stack and cause say enough.
  serializers: {
    err: (error: unknown) => {
      if (!(error instanceof Error)) return { type: typeof error };
      const { name, message, stack, cause } = error;
      return { type: name, message, stack, ...(cause instanceof Error ? { cause: { type: cause.name, message: cause.message } } : {}) };
    },
  },
});
