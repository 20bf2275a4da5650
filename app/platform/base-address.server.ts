import { env } from "./env.server.ts";

/** The address people reach this installation under, for what leaves it by mail; no slash at its end. */
export function baseAddress(): string {
  return env.APP_URL?.replace(/\/$/, "") ?? `${env.TLS_CERT === null ? "http" : "https"}://localhost:${env.PORT}`;
}
