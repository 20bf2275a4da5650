import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { mailText, type Told } from "./notification-text.ts";

/** What a digest names one by one; the rest is counted. */
const NAMED = 20;

/** Text as it stands in HTML. */
const plain = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const anchor = (link: string, text: string): string => `<a href="${plain(link)}">${plain(text)}</a>`;

/** The mail of the day: what somebody has not seen, each with where to go, as text and as a simple page. */
export function digestMail(
  t: Translator,
  person: { readonly name: string; readonly language: Locale },
  told: readonly (Told & { readonly href: string | null })[],
  base: string,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const say = (code: string, params: Readonly<Record<string, unknown>> = {}) => words(t, "notifications:mail", { code, params });
  const greeting = say("greeting", { name: person.name.split(" ").at(-1) ?? person.name });
  const lead = say("digestLead", { count: told.length });
  const items = told.slice(0, NAMED).map((one) => ({ said: mailText(t, one, person.language), link: `${base}${one.href ?? "/notifications"}` }));
  const more = told.length > NAMED ? say("more", { count: told.length - NAMED }) : null;
  const ends = [
    { said: say("all"), link: `${base}/notifications` },
    { said: say("choose"), link: `${base}/account/notifications` },
  ];
  const lines = items.map(({ said, link }) => `- ${said}\n  ${link}`);
  const text = [greeting, lead, [...lines, ...(more === null ? [] : [`- ${more}`])].join("\n"), ends.map(({ said, link }) => `${said}: ${link}`).join("\n")].join("\n\n");
  const list = [...items.map(({ said, link }) => `<li>${anchor(link, said)}</li>`), ...(more === null ? [] : [`<li>${plain(more)}</li>`])].join("");
  const html = `<!doctype html><html lang="${person.language}"><body style="font-family:sans-serif;line-height:1.5"><p>${plain(greeting)}</p><p>${plain(lead)}</p><ul>${list}</ul><p>${ends.map(({ said, link }) => anchor(link, said)).join(" · ")}</p></body></html>`;
  return { subject: say("digestSubject", { count: told.length }), text, html };
}
