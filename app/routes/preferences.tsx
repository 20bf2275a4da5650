import { LOCALE_COOKIE, THEME_COOKIE, isLocale, isTheme } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { choosePreferences } from "#modules/people/public.server.ts";
import { env } from "#platform/env.server.ts";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { safeRedirect } from "#platform/http/responses.server.ts";

const YEAR_SECONDS = 31_536_000;

/** Readable by no script; `Secure` is left out, since the choice must also hold where the sign-in cookie cannot (plain http). */
const cookie = (name: string, value: string) => `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`;

/** Nothing to see here: the forms that post here stand in the header of every page. */
export const loader = publicPage(() => safeRedirect("/"));

/** Language and theme: kept in cookies for a year; the language also with the person who is signed in. */
export const action = publicAct(async ({ form, actor }) => {
  const headers = new Headers();
  const [language, theme] = [form.get("language"), form.get("theme")];
  const pseudo = env.TAM_PSEUDO && language === "xx";
  if (isLocale(language) || pseudo) headers.append("Set-Cookie", cookie(LOCALE_COOKIE, String(language)));
  if (isTheme(theme)) headers.append("Set-Cookie", cookie(THEME_COOKIE, theme));
  if (actor && isLocale(language)) await choosePreferences({ language }, { actor, source: "screen", now: systemClock.now() });
  return safeRedirect(form.get("to"), { headers });
});
