import QRCode from "qrcode";
import { findOrganisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { decrypt } from "#platform/secrets.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { Respondent } from "./answer-survey.server.ts";
import type { Question } from "./domain/scales.ts";
import { posterContext } from "./make-poster-link.server.ts";
import { placeNames } from "./names.server.ts";
import type { SurveyFields } from "./schemas.ts";
import { questionsOf } from "./stored.ts";
import { findLink, newVisit } from "./survey-links.server.ts";
import type { AskView, CodedName, PosterLinkView, SurveyRow } from "./view-models.ts";

/** SVG of the QR code of an address. */
export function qrOf(address: string): Promise<string> {
  return QRCode.toString(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
}

/** Every touchpoint with its survey, in the order in which they were made. */
export async function surveyRows(): Promise<SurveyRow[]> {
  const [places, links, names] = await Promise.all([
    db.touchpoint.findMany({ select: { code: true, departmentCode: true, survey: { select: { questions: true, active: true } } }, orderBy: [{ createdAt: "asc" }, { code: "asc" }] }),
    db.surveyLink.groupBy({ by: ["touchpointCode"], where: { kind: "poster", revokedAt: null }, _count: { _all: true } }),
    placeNames(),
  ]);
  const answers = readHot("listening.heard", {});
  return places.map(({ code, departmentCode, survey }) => {
    const heard = answers.find((each) => each.code === code);
    return {
      touchpoint: names.touchpoint(code) ?? { code, name: { vi: code, en: code } },
      department: names.department(departmentCode),
      questions: survey === null ? [] : questionsOf(survey.questions),
      active: survey?.active ?? false,
      links: links.find(({ touchpointCode }) => touchpointCode === code)?._count._all ?? 0,
      answers: heard?.count ?? 0,
      lastAt: heard?.lastAt.toISOString() ?? null,
    };
  });
}

/** A touchpoint with its survey as the form edits them, and the posters that lead to it. */
export interface SurveyPage {
  readonly fields: SurveyFields;
  readonly links: readonly PosterLinkView[];
}

async function posterLinks(touchpoint: string): Promise<PosterLinkView[]> {
  const [links, names] = await Promise.all([
    db.surveyLink.findMany({
      where: { touchpointCode: touchpoint, kind: "poster", revokedAt: null },
      select: { id: true, siteCode: true, createdAt: true, _count: { select: { feedback: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    placeNames(),
  ]);
  return links.map(({ id, siteCode, createdAt, _count }) => ({ id, site: names.site(siteCode), madeAt: createdAt.toISOString(), answers: _count.feedback }));
}

/** One touchpoint's survey; null for a touchpoint there is not. */
export async function surveyPage(code: string): Promise<SurveyPage | null> {
  const place = await db.touchpoint.findUnique({ where: { code }, include: { survey: true } });
  if (place === null) return null;
  const { nameVi, nameEn, departmentCode, survey } = place;
  const words = { introVi: survey?.introVi ?? null, introEn: survey?.introEn ?? null, thanksVi: survey?.thanksVi ?? null, thanksEn: survey?.thanksEn ?? null };
  const asked = { questions: survey === null ? [] : questionsOf(survey.questions), asksWords: survey?.asksWords ?? true, active: survey?.active ?? false };
  return { fields: { code, nameVi, nameEn, departmentCode, ...asked, ...words }, links: await posterLinks(code) };
}

/** A poster as it is printed. */
export interface PosterView {
  readonly touchpoint: CodedName;
  readonly site: CodedName | null;
  readonly organisation: string;
  readonly questions: readonly Question[];
  /** Path of the public page. */
  readonly path: string;
}

/** The living link of a poster at a touchpoint; the newest where none is named. null where there is none. */
export async function posterOf(touchpoint: string, linkId: string | null): Promise<PosterView | null> {
  const link = await db.surveyLink.findFirst({
    where: { AND: [{ touchpointCode: touchpoint, kind: "poster", revokedAt: null }, linkId === null ? {} : { id: linkId }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, siteCode: true, tokenCipher: true },
  });
  if (link === null || link.tokenCipher === null) return null;
  const [names, page] = await Promise.all([placeNames(), surveyPage(touchpoint)]);
  const place = names.touchpoint(touchpoint);
  if (place === null || page === null) return null;
  const path = `/s/${decrypt(link.tokenCipher, posterContext(link.id))}`;
  return { touchpoint: place, site: names.site(link.siteCode), organisation: findOrganisation()?.name ?? "", questions: page.fields.questions, path };
}

/** A survey's page for whoever opens its link. */
export type PublicSurvey =
  | { readonly state: "open"; readonly kind: "poster" | "case"; readonly organisation: string; readonly place: CodedName | null; readonly visit: string; readonly ask: AskView }
  | { readonly state: "used" | "over" | "unknown"; readonly organisation: string };

/** What a link's page shows; never anything of a customer or a case. */
export async function publicSurvey(token: string, { locale, now }: Pick<Respondent, "locale" | "now">): Promise<PublicSurvey> {
  const organisation = findOrganisation()?.name ?? "";
  const link = await findLink(token, now);
  if (link === null) return { state: "unknown", organisation };
  if (link.state !== "open") return { state: link.state === "used" ? "used" : "over", organisation };
  if (link.kind === "case") {
    return { state: "open", kind: "case", organisation, place: null, visit: "", ask: { questions: ["understood"], asksWords: true, intro: null, thanks: null } };
  }
  const [page, names] = await Promise.all([surveyPage(link.touchpointCode ?? ""), placeNames()]);
  if (page === null || !page.fields.active) return { state: "over", organisation };
  return { state: "open", kind: "poster", organisation, place: names.site(link.siteCode), visit: newVisit(link.id, now), ask: askOf(page.fields, locale) };
}

/** What a survey asks in one language; words missing in it are taken from the other. */
export function askOf({ questions, asksWords, introVi, introEn, thanksVi, thanksEn }: SurveyFields, locale: "vi" | "en"): AskView {
  const [intro, thanks] = locale === "en" ? [introEn ?? introVi, thanksEn ?? thanksVi] : [introVi ?? introEn, thanksVi ?? thanksEn];
  return { questions, asksWords, intro, thanks };
}

/** The words a customer is thanked with, and whose department hears what they said, by a link that may have been used by now. */
export async function thanksOf(token: string, { locale, now }: Pick<Respondent, "locale" | "now">): Promise<{ words: string | null; department: CodedName | null }> {
  const link = await findLink(token, now);
  if (link === null) return { words: null, department: null };
  const [page, names] = await Promise.all([link.touchpointCode === null ? null : surveyPage(link.touchpointCode), placeNames()]);
  return { words: page === null ? null : askOf(page.fields, locale).thanks, department: names.department(link.departmentCode) };
}
