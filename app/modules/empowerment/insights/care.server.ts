import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { maskName } from "#modules/customers/public.ts";
import { sites } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { type LesserRule, lesserRules } from "../domain/insights/lesser-rules.ts";
import { type CareGroup, type CareSide, sameCare } from "../domain/insights/same-care.ts";
import type { PolicyDocument } from "../public.ts";
import type { NamedCode } from "../view-models.ts";
import { bilingual, nameIn, named } from "../vocabulary.ts";
import { byMonth, type Frame, frameFor, inSlices, type PeriodWish } from "./frame.server.ts";
import type { CareRow, CareView, GoodwillRow, LesserRuleRow } from "./view-models.ts";

const GOODWILL_DAYS = 90;
/** From so many times on somebody is met again and again. */
const OFTEN = 4;
const LISTED = 50;

/** Pairs of rules of which one gives less, with the words by which it says why. */
export function lesserRuleRows(document: PolicyDocument, pairs: readonly LesserRule[]): LesserRuleRow[] {
  const rule = (code: string) => document.rules.find((candidate) => candidate.code === code);
  return pairs.map(({ lesser, greater, by, reasons, limits, silent }) => ({
    lesser: named(rule(lesser) ?? { code: lesser }),
    greater: named(rule(greater) ?? { code: greater }),
    by,
    reasons: (reasons ?? []).map((code) => nameIn(document.reasons, code)),
    lesserLimit: limits[0],
    greaterLimit: limits[1],
    why: bilingual(rule(lesser)?.why, ""),
    silent,
  }));
}

async function groupNames(document: PolicyDocument | null): Promise<(side: CareSide, code: string) => NamedCode> {
  const known = new Map((await sites()).map((site) => [site.code, { code: site.code, name: { vi: site.nameVi, en: site.nameEn } }]));
  return (side, code) => {
    if (side === "site") return known.get(code) ?? named({ code });
    return nameIn((side === "tier" ? document?.tiers : document?.channels) ?? [], code);
  };
}

async function careGroups(frame: Frame, pairs: readonly LesserRule[]): Promise<CareGroup[]> {
  const rows = await byMonth(frame, (span) => readHot("insights.care", { ...span, currency: frame.currency }));
  const cases = await inSlices(rows, ({ siteCode, decidedAt, givenAt, ...row }) => ({
    ...row,
    site: siteCode,
    minutes: givenAt === null ? null : frame.minutes(decidedAt, givenAt, siteCode),
  }));
  return sameCare(cases, pairs);
}

function goodwillRows({ span, currency, now, policy }: Frame): GoodwillRow[] {
  const from = new Date(now.getTime() - GOODWILL_DAYS * 86_400_000);
  return readHot("insights.goodwill", { ...span, from, to: now, currency, least: OFTEN, limit: LISTED }).map(({ name, tier, last, ...row }) => ({
    ...row,
    name: maskName(name),
    tier: tier === null ? null : nameIn(policy?.document.tiers ?? [], tier),
    last: last.toISOString(),
  }));
}

/** Same fault, same care: who got less for the same reason and whether a rule says why; who is met again and again. */
export async function careCompared(actor: Actor, wish: PeriodWish, now?: Date): Promise<CareView> {
  const frame = frameFor(actor, wish, { now });
  const document = frame.policy?.document ?? null;
  const pairs = document === null ? [] : lesserRules(document);
  const groups = await careGroups(frame, pairs);
  const name = await groupNames(document);
  const rows = groups.map(({ code, reason, channel, explainedBy, ...group }): CareRow => ({
    ...group,
    reason: nameIn(document?.reasons ?? [], reason),
    channel: channel === null ? null : name("channel", channel),
    group: code === null ? null : name(group.side, code),
    explainedBy: explainedBy.map((rule) => named(document?.rules.find((candidate) => candidate.code === rule) ?? { code: rule })),
  }));
  return {
    period: frame.period,
    compared: rows.reduce((sum, { amountGap, askedGap, minutesGap }) => sum + [amountGap, askedGap, minutesGap].filter((gap) => gap !== null).length, 0),
    worse: rows.filter(({ worse }) => worse.length > 0).sort((a, b) => Number(a.explainedBy.length > 0) - Number(b.explainedBy.length > 0) || b.n - a.n),
    lesserRules: document === null ? [] : lesserRuleRows(document, pairs),
    goodwill: can(actor, "customers.list") ? goodwillRows(frame) : null,
  };
}
