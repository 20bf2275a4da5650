/** What the guard looks at. */
export interface OriginFacts {
  readonly method: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

const SAFE = ["GET", "HEAD"];

/**
 * Whether a request may reach a page's action. Reading always may. Changing needs an `Origin` that is configured or
 * `Sec-Fetch-Site: same-origin`; a foreign value of either refuses whatever the other says.
 */
export function sameOrigin({ method, origin, fetchSite }: OriginFacts, ownOrigins: readonly string[]): boolean {
  if (SAFE.includes(method)) return true;
  if (origin !== undefined && !ownOrigins.includes(origin)) return false;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  return origin !== undefined || fetchSite === "same-origin";
}

interface Address {
  readonly appUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

const LOOPBACK = ["127.0.0.1", "localhost", "::1", "[::1]"];

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The origins this server is reached under: that of APP_URL, else the loopback names (or the host) at the port. */
export function ownOrigins({ appUrl, host, port, tls }: Address): string[] {
  if (appUrl !== null) return [new URL(appUrl).origin];
  const names = isLoopback(host) ? [...new Set(["localhost", "127.0.0.1", "[::1]", host.includes(":") ? `[${host.replace(/[[\]]/g, "")}]` : host])] : [host, "localhost", "127.0.0.1"];
  return names.map((name) => new URL(`${tls ? "https" : "http"}://${name}:${port}`).origin);
}
