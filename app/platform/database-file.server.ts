import { connections } from "./connections.server.ts";

/** Absolute path of the open database file. */
export function databaseFile(): string {
  return connections().path;
}
