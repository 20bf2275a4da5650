import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { chainFault } from "./chain-check.ts";

export interface Finding {
  readonly level: "ok" | "warn" | "fail";
  readonly text: string;
  /** What to do about it. */
  readonly mend?: string;
}

export interface DoctorCheck {
  readonly name: string;
  /** Without it none of the following can be judged. */
  readonly essential?: true;
  readonly run: () => Promise<Finding>;
}

const MIB = 1_048_576;
const HOUR_MS = 3_600_000;

const ok = (text: string): Finding => ({ level: "ok", text });
const warn = (text: string, mend: string): Finding => ({ level: "warn", text, mend });
const fail = (text: string, mend: string): Finding => ({ level: "fail", text, mend });

// The environment is parsed when its module is first loaded, so each check loads what it needs: a fault there is a finding.
const platform = {
  env: async () => (await import("#platform/env.server.ts")).env,
  db: async () => (await import("#platform/db.server.ts")).db,
};

/** Run in this order by `tam doctor`; further ones are added here. */
export const checks: readonly DoctorCheck[] = [
  {
    name: "environment",
    essential: true,
    run: async () => {
      const env = await platform.env();
      if (env.HOST !== "127.0.0.1" && env.HOST !== "localhost" && env.TLS_CERT === null && env.TRUST_PROXY === false) {
        return warn(`HOST is ${env.HOST} without TLS or a proxy`, "set TLS_CERT and TLS_KEY, or put a proxy with TLS in front and set TRUST_PROXY");
      }
      return ok("every variable can be used");
    },
  },
  {
    name: "secrets file",
    run: async () => {
      const { repositoryRoot } = await import("#platform/root.server.ts");
      const file = path.join(repositoryRoot, ".env");
      if (!existsSync(file)) return ok("none, the environment has the keys");
      return (statSync(file).mode & 0o077) === 0 ? ok("only its owner may read .env") : warn("others may read .env", "chmod 600 .env");
    },
  },
  {
    name: "database file",
    essential: true,
    run: async () => {
      const { databasePath } = await platform.env();
      if (!existsSync(databasePath)) return fail(`there is none at ${databasePath}`, "npm start makes one, `tam restore FILE` brings a backup back");
      accessSync(databasePath, constants.R_OK | constants.W_OK);
      accessSync(path.dirname(databasePath), constants.W_OK);
      return ok(`${databasePath}, ${(statSync(databasePath).size / MIB).toFixed(1)} MiB`);
    },
  },
  {
    name: "migrations",
    essential: true,
    run: async () => {
      const { openConnection } = await import("#platform/connection.server.ts");
      const { migrationsMissing } = await import("#platform/migrate.server.ts");
      const connection = openConnection((await platform.env()).databasePath, { mayWrite: false });
      try {
        const missing = migrationsMissing(connection);
        return missing.length === 0 ? ok("all applied") : fail(`missing: ${missing.join(", ")}`, "npm start applies them");
      } finally {
        connection.close();
      }
    },
  },
  {
    name: "connection",
    run: async () => {
      // Opening asserts every pragma and throws where one does not hold.
      const { openConnection } = await import("#platform/connection.server.ts");
      openConnection((await platform.env()).databasePath, { mayWrite: true }).close();
      return ok("write-ahead log, full synchronising, foreign keys");
    },
  },
  {
    name: "contents",
    run: async () => {
      const { inspect } = await import("#platform/inspect.server.ts");
      const { openConnection } = await import("#platform/connection.server.ts");
      const connection = openConnection((await platform.env()).databasePath, { mayWrite: false });
      try {
        const faults = await inspect(connection, []);
        return faults.length === 0 ? ok("pages, foreign keys and budget counters agree") : fail(faults.join("; "), "stop the server and `tam restore FILE` with the newest sound backup");
      } finally {
        connection.close();
      }
    },
  },
  {
    name: "audit trail",
    run: async () => {
      const { verifyChain } = await import("#modules/audit/public.server.ts");
      const report = await verifyChain();
      const fault = chainFault(report);
      if (fault !== null) return fail(fault, "keep the file as evidence and compare with the newest backup");
      return ok(`${report.events} rows, ${report.checkpoints} signed checkpoints`);
    },
  },
  {
    name: "keys",
    run: async () => {
      const { changedKeys } = await import("#platform/key-guard.server.ts");
      const changed = await changedKeys();
      return changed.length === 0 ? ok("those this database was used with") : fail(`changed: ${changed.join(", ")}`, "put the earlier value back into .env; without it phone numbers and second factors cannot be read");
    },
  },
  {
    name: "jobs",
    run: async () => {
      const { MAX_ATTEMPTS } = await import("#platform/jobs.server.ts");
      const db = await platform.db();
      const dead = await db.job.findFirst({ where: { doneAt: null, attempts: { gte: MAX_ATTEMPTS } }, select: { kind: true, lastError: true } });
      if (dead !== null) return fail(`${dead.kind} was given up: ${dead.lastError ?? "no reason kept"}`, "mend the cause, then `tam jobs run --again`");
      const late = await db.job.count({ where: { doneAt: null, lockedUntil: null, runAt: { lt: new Date(Date.now() - HOUR_MS) } } });
      return late === 0 ? ok("none is late") : warn(`${late} are due for more than an hour`, "start the server, or `tam jobs run`");
    },
  },
  {
    name: "mail",
    run: async () => {
      const db = await platform.db();
      const waiting = await db.outboxMessage.count({ where: { sentAt: null } });
      if ((await platform.env()).SMTP_URL === null) return waiting === 0 ? ok("no mail server, nothing waits") : warn(`${waiting} messages wait, there is no mail server`, "set SMTP_URL, or hand the links over by hand");
      const stuck = await db.outboxMessage.findFirst({ where: { sentAt: null, attempts: { gte: 3 } }, select: { lastError: true } });
      return stuck === null ? ok(`${waiting} messages wait`) : warn(`messages do not leave: ${stuck.lastError ?? "no reason kept"}`, "check SMTP_URL and the mail server");
    },
  },
  {
    name: "disk",
    run: async () => {
      const { databasePath } = await platform.env();
      const { bavail, bsize } = statfsSync(path.dirname(databasePath));
      const free = bavail * bsize;
      const needed = Math.max(200 * MIB, 3 * statSync(databasePath).size);
      return free >= needed ? ok(`${Math.round(free / MIB)} MiB free`) : warn(`only ${Math.round(free / MIB)} MiB free`, `make room: ${Math.round(needed / MIB)} MiB let backups and migrations work`);
    },
  },
  {
    name: "clock",
    run: async () => {
      const newest = await (await platform.db()).auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
      const ahead = newest === null ? 0 : newest.at.getTime() - Date.now();
      return ahead < 60_000 ? ok("not behind what was recorded") : fail(`the machine's clock is ${Math.round(ahead / 60_000)} min behind the newest audit row`, "set the clock: budgets and due times depend on it");
    },
  },
];
