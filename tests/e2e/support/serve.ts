import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "../../..");

/** What every demo sign-in of the tests is opened with. */
export const PASSWORD = "demo-password-for-tests";

export interface Served {
  readonly origin: string;
  /** What the server has printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

/** The built server on a free port with a database of its own; limits are wide, since all tests come from one address. */
export async function serve(extra: Readonly<Record<string, string>>): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-browser-"));
  const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
  const server = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      TAM_ENV_FILE: "",
      PORT: "0",
      DATABASE_URL: `file:${path.join(folder, "tam.db")}`,
      TAM_DEMO_PASSWORD: PASSWORD,
      TAM_PSEUDO: "1",
      SECRET_KEY: key(1),
      LOOKUP_KEY: key(2),
      AUDIT_SIGNING_KEY: key(3),
      RATE_LIMIT_SIGN_IN_ADDRESS_POINTS: "10000",
      RATE_LIMIT_PAGE_POINTS: "100000",
      ...extra,
    },
  });
  let printed = "";
  let serves = false;
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      if (serves) return;
      const [, port] = /serves at https?:\/\/[^\s/]+:(\d+)\//.exec(printed) ?? [];
      if (port === undefined) return;
      serves = true;
      resolve(`http://localhost:${port}`);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
  });
  return {
    origin,
    printed: () => printed,
    stop: async () => {
      const gone = once(server, "exit");
      server.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
