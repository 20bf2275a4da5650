import type { Identity } from "./identity.server.ts";

/** What the server hands to every loader and action of one request. */
export interface RequestContext {
  /** Of this response's content security policy. */
  nonce?: string;
  requestId?: string;
  /** The caller's address, behind the configured proxies. */
  address?: string;
  /** Sets a header of the answer whatever route draws it: Remix drops an action's headers from pages. */
  setHeader?: (name: string, value: string) => void;
  /** The session that an action of this request has started. */
  startedSession?: string;
  /** Filled at first use: loaders of one request ask once. */
  identity?: Promise<Identity> | undefined;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
}
