import { env } from "./env.server.ts";

/** Kept on globalThis: the server's own modules and the built routes are two copies of this file in one process. */
const key = Symbol.for("tam.platform.listening-port");
const holder = globalThis as { [key]?: number };

/** The server says at which port it listens: with PORT=0 the system chose it. */
export function listensAt(port: number): void {
  holder[key] = port;
}

/** The address people reach this installation under, for what leaves it by mail; no slash at its end. */
export function baseAddress(): string {
  return env.APP_URL?.replace(/\/$/, "") ?? `${env.TLS_CERT === null ? "http" : "https"}://localhost:${holder[key] ?? env.PORT}`;
}
