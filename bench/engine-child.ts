import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

/** An engine as a row of the table; `engine` is a file of engines/. */
export interface EngineRow {
  readonly name: string;
  readonly engine: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Run through tsx, as the server is. */
  readonly typescript?: boolean;
}

export interface Loaded {
  readonly loadMs: number;
  readonly rssMb: number;
}

type Answer<T> = { readonly ok: T } | { readonly error: string };

const here = import.meta.dirname;

/** An engine in a process of its own. Whatever it fails at rejects with one line. */
export class EngineChild {
  readonly row: EngineRow;
  readonly #child: ChildProcess;
  #output = "";

  constructor(row: EngineRow, workloadFile: string) {
    this.row = row;
    this.#child = fork(path.join(here, "engines/process.mjs"), [row.engine, JSON.stringify(row.options), workloadFile], {
      cwd: path.join(here, ".."),
      execArgv: row.typescript === true ? ["--import", "tsx"] : [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on("data", (chunk: Buffer) => (this.#output = (this.#output + chunk.toString("utf8")).slice(-20_000)));
  }

  /** Resolves when it is ready to decide. */
  loaded(limitMs: number): Promise<Loaded> {
    return this.#answer<Loaded>(limitMs);
  }

  /** Asks for a check, a round or latencies. */
  ask<T>(ask: "check" | "round" | "latency", ms: number, limitMs: number): Promise<T> {
    this.#child.send({ ask, ms });
    return this.#answer<T>(limitMs);
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }

  #answer<T>(limitMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (reason: string) => {
        done();
        reject(new Error(reason));
      };
      const timer = setTimeout(() => stop(`not done within ${Math.round(limitMs / 1000)} s`), limitMs);
      const onMessage = (message: Answer<T>) => {
        done();
        if ("ok" in message) resolve(message.ok);
        else reject(new Error(message.error));
      };
      const onExit = () => stop(/^\w*Error: .*$/m.exec(this.#output)?.[0] ?? "its process ended");
      const done = () => {
        clearTimeout(timer);
        this.#child.off("message", onMessage);
        this.#child.off("exit", onExit);
      };
      this.#child.on("message", onMessage);
      this.#child.on("exit", onExit);
      if (this.#child.exitCode !== null) onExit();
    });
  }
}
