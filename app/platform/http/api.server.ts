import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ZodType, z } from "zod";
import type { Actor, PersonActor } from "#access/actor.ts";
import type { Action } from "#access/permissions.ts";
import { type Locale, negotiateLocale } from "#i18n/locale.ts";
import { type OrganisationWords, type Translator } from "#i18n/translator.ts";
import { limitApi, limitFailedBearer } from "../rate-limit.server.ts";
import { authenticate, requirePermission, resolveOnBehalf } from "./bearer.server.ts";
import { directory } from "./directory.server.ts";
import { toRefusal } from "./failure.server.ts";
import { type Remember, answerOnce, requestHash } from "./idempotency.server.ts";
import { lazyTranslator } from "./identity.server.ts";
import { problemResponse } from "./problem.server.ts";
import { Refusal, notFound } from "./refusal.ts";
import { parseInput } from "./zod-faults.ts";

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a handler answers with; `body` is JSON data, left out for 204. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string;
  /** Unquoted; also answers If-None-Match. */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function answer(status: number, body?: unknown, more: Omit<Answer, "status" | "body"> = {}): Answer {
  return { status, ...(body === undefined ? {} : { body }), ...more };
}

export interface ApiCall<B, Q> {
  readonly actor: Actor;
  readonly request: Request;
  readonly url: URL;
  readonly body: B;
  readonly query: Q;
  readonly locale: Locale;
  readonly t: Translator;
  readonly words: OrganisationWords;
  /** Of the organisation, IANA name. */
  readonly timeZone: string;
  readonly requestId: string | null;
  /** A path parameter; 404 when the path has none. */
  readonly param: (name: string) => string;
  /** The person the request acts for; see resolveOnBehalf. */
  readonly actingFor: (email: string | null | undefined) => Promise<PersonActor>;
  /** With an Idempotency-Key: stores the answer in the command's own transaction; null without a key. */
  readonly remember: Remember | null;
  /** The revision of `If-Match: "3"`; 412 without one. */
  readonly ifMatch: () => string;
}

interface EndpointSpec<B, Q> {
  /** null: any valid token. */
  readonly permission: Action | null;
  /** A service with `decisions:on-behalf` may call it in a person's name. */
  readonly onBehalf?: boolean;
  readonly body?: ZodType<B>;
  readonly query?: ZodType<Q> | ((timeZone: string) => ZodType<Q>);
  readonly idempotent?: boolean;
  readonly handler: (call: ApiCall<B, Q>) => Promise<Answer> | Answer;
}

/** One method of an API route, its types closed over. */
export interface Endpoint {
  readonly permission: Action | null;
  readonly onBehalf: boolean;
  readonly idempotent: boolean;
  readonly takesBody: boolean;
  readonly run: (call: ApiCall<unknown, unknown>) => Promise<Answer>;
  readonly parse: (rawBody: unknown, rawQuery: unknown, timeZone: string) => { body: unknown; query: unknown };
}

const NOTHING: ZodType<unknown> = z.strictObject({});

/** Declares one method: who may, what it takes (unknown members are refused), what it does. */
export function endpoint<B = Record<string, never>, Q = Record<string, never>>(spec: EndpointSpec<B, Q>): Endpoint {
  return {
    permission: spec.permission,
    onBehalf: spec.onBehalf === true,
    idempotent: spec.idempotent === true,
    takesBody: spec.body !== undefined,
    run: async (call) => spec.handler(call as ApiCall<B, Q>),
    parse: (rawBody, rawQuery, timeZone) => ({
      query: parseInput<unknown>((typeof spec.query === "function" ? spec.query(timeZone) : spec.query) ?? NOTHING, rawQuery),
      body: parseInput<unknown>(spec.body ?? NOTHING, rawBody),
    }),
  };
}

/** Of an API route: which action each method asks for; null: any valid token. The guard walk of the tests reads it. */
export type ApiGuard = { readonly kind: "api"; readonly methods: Readonly<Partial<Record<Method, Action | null>>> };

type ApiFunction = ((args: RouteArgs) => Promise<Response>) & { readonly guard: ApiGuard };

function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (name in query) throw new Refusal("invalid_input", { errors: [{ path: name, code: "repeated" }] });
    query[name] = value;
  }
  return query;
}

async function bodyOf(request: Request, takesBody: boolean): Promise<unknown> {
  if (request.method === "GET" || request.method === "HEAD") return {};
  const text = await request.text();
  const type = request.headers.get("Content-Type");
  if (text === "" && (!takesBody || type === null)) return {};
  if (!/^application\/([a-z0-9.+-]+\+)?json\b/i.test(type ?? "")) throw new Refusal("unsupported_media_type");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal("malformed_json");
  }
}

function ifMatch(request: Request): string {
  const [, revision] = /^\s*(?:W\/)?"([^"]{1,64})"\s*$/.exec(request.headers.get("If-Match") ?? "") ?? [];
  if (revision === undefined) throw new Refusal("precondition_failed");
  return revision;
}

function respond(given: Answer, request: Request, locale: Locale): Response {
  const headers = new Headers({ "Cache-Control": "no-store", "Content-Language": locale, Vary: "Accept-Language", ...given.headers });
  if (given.location !== undefined) headers.set("Location", given.location);
  if (given.etag !== undefined) {
    headers.set("ETag", `"${given.etag}"`);
    if (request.headers.get("If-None-Match") === `"${given.etag}"`) return new Response(null, { status: 304, headers });
  }
  if (given.body === undefined) return new Response(null, { status: given.status, headers });
  if (!headers.has("Content-Type")) headers.set("Content-Type", "application/json; charset=utf-8");
  return new Response(typeof given.body === "string" && !headers.get("Content-Type")?.includes("json") ? given.body : JSON.stringify(given.body), { status: given.status, headers });
}

async function serve(endpoints: Partial<Record<Method, Endpoint>>, args: RouteArgs, locale: (actor: Actor | null) => Locale, t: Translator, note: (actor: Actor) => void): Promise<Response> {
  const { request, context, params } = args;
  const requestId = context.requestId ?? null;
  const address = context.address ?? null;
  const spec = endpoints[(request.method === "HEAD" ? "GET" : request.method) as Method];
  if (spec === undefined) throw new Refusal("method_not_allowed");
  const { actor, tokenId } = await authenticate(request, { requestId, address }).catch(async (error: unknown) => {
    await limitFailedBearer(address);
    throw error;
  });
  note(actor);
  await limitApi(tokenId);
  if (spec.permission !== null) requirePermission(actor, spec.permission, spec.onBehalf);

  const organisation = await directory().organisation();
  const timeZone = organisation?.words.timeZone ?? "Asia/Ho_Chi_Minh";
  const url = new URL(request.url);
  const rawBody = await bodyOf(request, spec.takesBody);
  const parsed = spec.parse(rawBody, queryOf(url), timeZone);
  const call: Omit<ApiCall<unknown, unknown>, "remember"> = {
    ...parsed,
    actor,
    request,
    url,
    locale: locale(actor),
    t,
    words: organisation?.words ?? {},
    timeZone,
    requestId,
    param: (name) => {
      const value = params[name];
      if (value === undefined || value === "") throw notFound();
      return value;
    },
    actingFor: (email) => resolveOnBehalf(actor, email),
    ifMatch: () => ifMatch(request),
  };
  const key = spec.idempotent ? request.headers.get("Idempotency-Key") : null;
  if (key === null || key === "") return respond(await spec.run({ ...call, remember: null }), request, call.locale);

  const place = { owner: tokenId, path: url.pathname, key, requestHash: requestHash(rawBody) };
  const { replayed, result } = await answerOnce(place, (remember) => spec.run({ ...call, remember }));
  if (replayed === null) return respond(result, request, call.locale);
  const headers = new Headers({ "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", "Idempotent-Replayed": "true" });
  if (replayed.location !== null) headers.set("Location", replayed.location);
  return new Response(replayed.body === "" ? null : replayed.body, { status: replayed.status, headers });
}

/**
 * The loader and action of an API route: bearer token, rate limit, permission, strict parsing, idempotency, and every
 * failure as problem+json in the caller's language. Cookies are never read.
 */
export function api(endpoints: Partial<Record<Method, Endpoint>>): { loader: ApiFunction; action: ApiFunction } {
  const methods = Object.keys(endpoints) as Method[];
  const allow = [...methods, ...(endpoints.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const guard: ApiGuard = { kind: "api", methods: Object.fromEntries(methods.map((method) => [method, endpoints[method]?.permission ?? null])) };
  const run = async (args: RouteArgs): Promise<Response> => {
    const { request, context } = args;
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: allow } });
    const wished = negotiateLocale(request.headers.get("Accept-Language"));
    let actor: Actor | null = null;
    const locale = (who: Actor | null): Locale => wished ?? who?.locale ?? "vi";
    const t = lazyTranslator(() => ({ locale: locale(actor), words: {} }));
    try {
      return await serve(endpoints, args, locale, t, (found) => (actor = found));
    } catch (error) {
      if (error instanceof Response) return error;
      const refusal = toRefusal(error, context.requestId ?? null);
      return problemResponse(refusal, t, context.requestId ?? null, locale(actor), refusal.status === 405 ? { Allow: allow } : {});
    }
  };
  return { loader: Object.assign(run, { guard }), action: Object.assign(run.bind(null), { guard }) };
}

/** The loader of an address under /api/v1 that anybody may read, without a token. */
export function publicApi(read: () => Response): { loader: ((args: RouteArgs) => Promise<Response>) & { readonly guard: { readonly kind: "public" } } } {
  return { loader: Object.assign(async () => read(), { guard: { kind: "public" } as const }) };
}

/** Loader and action of an address under /api/v1 that does not exist: 404 problem+json, whatever the method. */
export function unknownApiPath(): { loader: ApiFunction; action: ApiFunction } {
  const guard: ApiGuard = { kind: "api", methods: {} };
  const run = async ({ request, context }: RouteArgs): Promise<Response> => {
    const locale = negotiateLocale(request.headers.get("Accept-Language")) ?? "vi";
    return problemResponse(notFound(), lazyTranslator(() => ({ locale, words: {} })), context.requestId ?? null, locale);
  };
  return { loader: Object.assign(run, { guard }), action: Object.assign(run.bind(null), { guard }) };
}
