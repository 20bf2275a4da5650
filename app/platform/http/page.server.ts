import { type ActionFunctionArgs, type LoaderFunctionArgs, type TypedResponse, json, redirect } from "@remix-run/node";
import type { PersonActor } from "#access/actor.ts";
import { type Action, can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import type { OrganisationWords, Translator } from "#i18n/translator.ts";
import { log } from "../log.server.ts";
import { RECENT_PROOF_MS, type SessionFacts } from "../session.server.ts";
import type { OrganisationFacts } from "./directory.server.ts";
import { type RefusalView, refusalHeaders, refusalResponse, refusalView, toRefusal } from "./failure.server.ts";
import { type Remember, answerOnce, requestHash } from "./idempotency.server.ts";
import { type Identity, forgetIdentity, identify, lazyTranslator } from "./identity.server.ts";
import { Refusal } from "./refusal.ts";

/** What the guard walk of the tests reads off every loader and action. */
export type Guard = { readonly kind: "public" } | { readonly kind: "permission"; readonly action: Action };

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;
type RouteFunction<R> = ((args: RouteArgs) => Promise<R>) & { readonly guard: Guard };

/** What a form gets back (`useActionData`) when a command refuses; what was typed stays in the form. */
export interface Refused {
  readonly refusal: RefusalView;
  /**
   * What was typed, by field, for pages that are drawn again without scripts; what was ticked under one name is joined by
   * commas, secrets and files are left out.
   */
  readonly typed: Readonly<Record<string, string>>;
}

interface Visit {
  readonly request: Request;
  readonly params: LoaderFunctionArgs["params"];
  readonly context: LoaderFunctionArgs["context"];
  readonly url: URL;
  readonly requestId: string | null;
  readonly address: string | null;
  readonly locale: Locale;
  readonly t: Translator;
  readonly organisation: OrganisationFacts | null;
  readonly words: OrganisationWords;
}

export interface PublicVisit extends Visit {
  /** null: nobody is signed in (completely). */
  readonly actor: PersonActor | null;
  readonly session: SessionFacts | null;
}

export interface PageVisit extends Visit {
  readonly actor: PersonActor;
  readonly session: SessionFacts;
  /** Nothing else is open to them before a second factor is set up. */
  readonly mustEnrol: boolean;
}

interface Submission {
  readonly form: FormData;
}

export interface ActVisit extends PageVisit, Submission {
  /** With `idempotent`: stores the answer inside the command's own transaction; a twin then gets the same redirect. */
  readonly remember: Remember | null;
}

interface PageOptions {
  /** Asks for password or code again unless one was given within the last minutes. */
  readonly proof?: boolean;
  /** Reachable while a second factor must be set up first. */
  readonly duringEnrolment?: boolean;
}

interface ActOptions extends PageOptions {
  /** The form's hidden field `idempotencyKey` makes a repeated submission answer as the first one did. */
  readonly idempotent?: boolean;
}

/** Path and query to come back to after signing in. */
function here(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_data");
  url.searchParams.delete("index");
  return url.pathname + url.search;
}

function visit(args: RouteArgs, identity: Identity): PublicVisit {
  const { locale, words, organisation, actor, session } = identity;
  return {
    request: args.request,
    params: args.params,
    context: args.context,
    url: new URL(args.request.url),
    requestId: args.context.requestId ?? null,
    address: args.context.address ?? null,
    locale,
    t: lazyTranslator(() => ({ locale, words })),
    organisation,
    words,
    actor,
    session,
  };
}

/** Fails closed: no session, second factor due, no permission, stale proof. Throws the redirect or refusal to answer with. */
function admit(seen: PublicVisit, identity: Identity, action: Action, options: PageOptions): PageVisit {
  const to = encodeURIComponent(here(seen.request));
  const { actor, session } = seen;
  if (session !== null && !session.complete) throw redirect(`/sign-in/code?to=${to}`, 303);
  if (actor === null || session === null) throw redirect(`/sign-in?to=${to}`, 303);
  if (identity.mustEnrol && options.duringEnrolment !== true) throw redirect("/account/second-factor", 303);
  if (!can(actor, action)) {
    log.warn({ requestId: seen.requestId, personId: actor.personId, action, path: seen.url.pathname, address: seen.address }, "permission refused");
    throw new Refusal("forbidden");
  }
  if (options.proof === true && Date.now() - session.provedAt.getTime() > RECENT_PROOF_MS) {
    throw redirect(`/sign-in/again?to=${to}`, 303);
  }
  return { ...seen, actor, session, mustEnrol: identity.mustEnrol };
}

function thrown(error: unknown, seen: PublicVisit): Response {
  if (error instanceof Response) return error;
  return refusalResponse(toRefusal(error, seen.requestId), seen.t, seen.requestId);
}

/** Refusals of who may and what exists are a page of their own; all others go back to the form that was sent. */
function answerForm(error: unknown, seen: PublicVisit, form: FormData | null): TypedResponse<Refused> {
  if (error instanceof Response) throw error;
  const refusal = toRefusal(error, seen.requestId);
  if ([401, 403, 404, 405, 500].includes(refusal.status)) throw refusalResponse(refusal, seen.t, seen.requestId);
  for (const [name, value] of Object.entries(refusalHeaders(refusal))) seen.context.setHeader?.(name, value);
  const answer: Refused = { refusal: refusalView(refusal, seen.t, seen.requestId), typed: typedIn(form) };
  return json(answer, { status: refusal.status });
}

const SECRET_FIELD = /password|code|sealed|secret|token|idempotencyKey/i;

function typedIn(form: FormData | null): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form ?? []) {
    if (typeof value !== "string" || SECRET_FIELD.test(name)) continue;
    typed[name] = typed[name] === undefined ? value : `${typed[name]},${value}`;
  }
  return typed;
}

async function readForm(request: Request): Promise<FormData> {
  if (request.method !== "POST") throw new Refusal("method_not_allowed");
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Refusal("unsupported_media_type");
  try {
    return await request.formData();
  } catch {
    throw new Refusal("invalid_input");
  }
}

function guarded<R>(guard: Guard, run: (args: RouteArgs) => Promise<R>): RouteFunction<R> {
  return Object.assign(run, { guard });
}

/** A loader that anybody may call; `actor` is null unless somebody is signed in. */
export function publicPage<R>(handler: (seen: PublicVisit) => Promise<R> | R): RouteFunction<R> {
  return guarded({ kind: "public" }, async (args) => {
    const seen = visit(args, await identify(args.request, args.context));
    try {
      return await handler(seen);
    } catch (error) {
      throw thrown(error, seen);
    }
  });
}

/** A loader for those who may do `action`; others are sent to sign in, or refused with 403. */
export function page<R>(action: Action, handler: (seen: PageVisit) => Promise<R> | R, options: PageOptions = {}): RouteFunction<R> {
  return guarded({ kind: "permission", action }, async (args) => {
    const identity = await identify(args.request, args.context);
    const seen = visit(args, identity);
    try {
      return await handler(admit(seen, identity, action, options));
    } catch (error) {
      throw thrown(error, seen);
    }
  });
}

/** An action that anybody may send a form to. */
export function publicAct<R>(handler: (seen: PublicVisit & Submission) => Promise<R> | R): RouteFunction<R | TypedResponse<Refused>> {
  return guarded({ kind: "public" }, async (args) => {
    const seen = visit(args, await identify(args.request, args.context));
    let form: FormData | null = null;
    try {
      form = await readForm(args.request);
      return await handler({ ...seen, form });
    } catch (error) {
      return answerForm(error, seen, form);
    } finally {
      forgetIdentity(args.context);
    }
  });
}

/** An action for those who may do `action`. A Refusal thrown inside comes back to the form as `Refused`. */
export function act<R>(action: Action, handler: (seen: ActVisit) => Promise<R> | R, options: ActOptions = {}): RouteFunction<R | TypedResponse<Refused>> {
  return guarded({ kind: "permission", action }, async (args) => {
    const identity = await identify(args.request, args.context);
    const seen = visit(args, identity);
    let form: FormData | null = null;
    try {
      const admitted = admit(seen, identity, action, options);
      const sent = (form = await readForm(args.request));
      const key = options.idempotent === true ? sent.get("idempotencyKey") : null;
      if (typeof key !== "string" || key === "") return await handler({ ...admitted, form: sent, remember: null });
      return await once(admitted, sent, key, (remember) => handler({ ...admitted, form: sent, remember }));
    } catch (error) {
      return answerForm(error, seen, form);
    } finally {
      forgetIdentity(args.context);
    }
  });
}

async function once<R>(seen: PageVisit, form: FormData, key: string, work: (remember: Remember) => Promise<R> | R): Promise<R> {
  const fields = [...form.entries()].map(([name, value]) => [name, typeof value === "string" ? value : `${value.name}:${value.size}`]);
  const place = { owner: `person:${seen.actor.personId}`, path: seen.url.pathname, key, requestHash: requestHash(fields) };
  const { replayed, result } = await answerOnce(place, async (remember) => work(remember));
  if (replayed === null) return result as R;
  throw redirect(replayed.location ?? seen.url.pathname, 303);
}
