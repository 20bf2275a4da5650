import type { AppLoadContext } from "@remix-run/node";
import type { PersonActor } from "#access/actor.ts";
import { LOCALE_COOKIE, type Locale, cookieValue, resolveLocale } from "#i18n/locale.ts";
import type { AddressForm } from "#i18n/overlay.ts";
import { type OrganisationWords, type Translator, translator } from "#i18n/translator.ts";
import { type SessionFacts, readSession } from "../session.server.ts";
import { type OrganisationFacts, directory, needsSecondFactor } from "./directory.server.ts";

/** Who asks, on the web. */
export interface Identity {
  /** null: nobody is signed in; present also while the second factor is still due. */
  readonly session: SessionFacts | null;
  /** null unless somebody is signed in completely. */
  readonly actor: PersonActor | null;
  /** Their role asks for a second factor that they have not set up. */
  readonly mustEnrol: boolean;
  readonly organisation: OrganisationFacts | null;
  readonly locale: Locale;
  /** The organisation's words with the person's own form of address. */
  readonly words: OrganisationWords;
}

/** What the server hands to every loader and action of one request. */
interface RequestContext {
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

async function resolve(request: Request, context: AppLoadContext): Promise<Identity> {
  const [session, organisation] = await Promise.all([readSession(request, context.startedSession), directory().organisation()]);
  const signedIn = session?.complete === true;
  const origin = { requestId: context.requestId ?? null, address: context.address ?? null, tokenScopes: null, via: null };
  const actor = signedIn ? await directory().actorOf(session.personId, origin) : null;
  const address = (session?.addressForm ?? organisation?.words.address) as AddressForm | undefined;
  return {
    session: actor || !signedIn ? session : null,
    actor,
    mustEnrol: actor !== null && session?.hasTotp === false && needsSecondFactor(actor, organisation),
    organisation,
    locale: resolveLocale({
      person: actor?.locale ?? null,
      cookie: cookieValue(request.headers.get("Cookie"), LOCALE_COOKIE),
      acceptLanguage: request.headers.get("Accept-Language"),
    }),
    words: { ...organisation?.words, ...(address ? { address } : {}) },
  };
}

/** Who asks; looked up once per request however many loaders run. */
export function identify(request: Request, context: AppLoadContext): Promise<Identity> {
  return (context.identity ??= resolve(request, context));
}

/** Called after an action: what it changed (roles, language, second factor) holds for the loaders that follow. */
export function forgetIdentity(context: AppLoadContext): void {
  context.identity = undefined;
}

/** A translator that is made when first used. */
export function lazyTranslator(make: () => { locale: Locale; words: OrganisationWords }): Translator {
  let made: Translator | null = null;
  const lazy = (...input: unknown[]): unknown => {
    if (made === null) {
      const { locale, words } = make();
      made = translator(locale, words);
    }
    return (made as unknown as (...given: unknown[]) => unknown)(...input);
  };
  return lazy as unknown as Translator;
}
