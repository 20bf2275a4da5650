import { formatDue, formatMoney } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { words } from "#i18n/words.ts";
import { findPerson, organisationTranslator } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { Alternative, Assessment } from "./assess.server.ts";
import { selfBeside } from "./domain/address.ts";
import { type BudgetStanding, type ReasonData, reasonsOf } from "./domain/reasons.ts";
import { type Bilingual, type MoneyValue, type Outcome, type PolicyDocument, renderSay, resolveSay, type SayValues, type Verdict } from "./public.ts";
import { reasonText } from "./reason-words.server.ts";

/** Who is asked, as an answer names them. */
export interface AnswerApproval {
  readonly id: string | null;
  readonly approver: { readonly name: string; readonly email: string };
  readonly dueAt: string;
}

/** What `POST /decisions` answers (contracts.md §3), without id, number and state. */
export interface VerdictAnswer {
  readonly outcome: Outcome;
  readonly policyVersion: number;
  readonly rule: string | null;
  readonly limit: MoneyValue | null;
  readonly room: MoneyValue | null;
  readonly binding: string | null;
  readonly budgets: readonly BudgetStanding[];
  readonly duties: { readonly note: boolean; readonly evidence: boolean };
  readonly unknown: readonly string[];
  readonly reasons: readonly (ReasonData & { readonly text: string })[];
  readonly alternatives: readonly { readonly gesture: string; readonly limit: MoneyValue | null; readonly rule: string | null }[];
  readonly approval: AnswerApproval | null;
  readonly say: Bilingual;
}

/** Budgets of an assessment: before it (`after` false) or as they stand once it is recorded. */
export function standings({ explanation, places, charges, now }: Assessment, after: boolean): BudgetStanding[] {
  return explanation.budgets.map((entry) => {
    const place = places.find(({ code }) => code === entry.code);
    const taken = after ? (charges.find(({ code }) => code === entry.code)?.delta ?? 0) : 0;
    const used = entry.used + taken;
    const remaining = place === undefined ? 0 : Math.max(0, entry.limit - used);
    return { ...entry, used, remaining, resetsAt: place === undefined ? null : (resetOf(place, taken > 0, now)?.toISOString() ?? null) };
  });
}

function resetOf(place: Assessment["places"][number], charged: boolean, now: Date): Date | null {
  if (place.end !== null) return place.end;
  const oldest = readHot("budget.oldestInWindow", { budget: place.code, subject: place.subject, after: place.after, upTo: now });
  const first = oldest ?? (charged ? now : null);
  return first === null ? null : new Date(first.getTime() + (now.getTime() - place.after.getTime()));
}

/** What the placeholders of the words to say are filled with. */
export interface Saying {
  readonly amount: MoneyValue | null;
  readonly limit: MoneyValue | null;
  readonly dueAt: string | null;
  readonly approver: string | null;
  readonly address: { readonly customer?: string | null | undefined; readonly me?: string | null | undefined } | null;
  /** How the customer is known to wish to be called; counts where the request does not say. */
  readonly addressForm: string | null;
}

/** The words to say, in both languages: the policy's, else the product's own. */
export function sayOf(
  document: PolicyDocument,
  verdict: Pick<Verdict, "outcome" | "reason" | "rule">,
  saying: Saying,
  now: Date,
  ended?: "approved" | "declined" | "expired",
): Bilingual {
  const template = resolveSay(document, verdict, ended);
  const inLanguage = (locale: Locale): string => {
    const customer = saying.address?.customer ?? (locale === "vi" ? saying.addressForm : null) ?? undefined;
    const me = saying.address?.me ?? (locale === "vi" && customer !== undefined ? selfBeside(customer) : undefined);
    const values: SayValues = {
      ...(customer === undefined ? {} : { customer }),
      ...(me === undefined ? {} : { me }),
      ...(saying.amount === null ? {} : { amount: formatMoney(saying.amount, locale) }),
      ...(saying.limit === null ? {} : { limit: formatMoney(saying.limit, locale) }),
      ...(saying.dueAt === null ? {} : { dueAt: formatDue(saying.dueAt, now, locale, document.timeZone) }),
      ...(saying.approver === null ? {} : { approver: saying.approver }),
    };
    const own = template?.[locale] ?? template?.[locale === "vi" ? "en" : "vi"];
    return renderSay(own ?? defaultWords(locale, ended ?? (verdict.outcome === "escalated" && saying.approver === null ? "open" : verdict.outcome)), values, locale);
  };
  return { vi: inLanguage("vi"), en: inLanguage("en") };
}

const ownWords = new Map<string, string>();

/** The product's own words, placeholders left in; they depend on nothing but the language. */
function defaultWords(locale: Locale, moment: string): string {
  const key = `${locale}:${moment}`;
  let text = ownWords.get(key);
  if (text === undefined) {
    const keep = { me: "{{me}}", customer: "{{customer}}", approver: "{{approver}}", dueAt: "{{dueAt}}" };
    const code = moment === "approved" ? "granted" : moment;
    text = words(organisationTranslator(locale), "empowerment:say", { code, params: { ...keep, interpolation: { skipOnVariables: true } } });
    ownWords.set(key, text);
  }
  return text;
}

/** Who is asked, from the person's id. */
export function approvalOf(id: string | null, asking: { readonly approverId: string; readonly dueAt: Date } | null): AnswerApproval | null {
  const approver = asking === null ? null : findPerson(asking.approverId);
  if (asking === null || approver === null) return null;
  return { id, approver: { name: approver.name, email: approver.email }, dueAt: asking.dueAt.toISOString() };
}

/** The answer to an assessed request in the reader's language; synchronous, so that a transaction may store it. */
export function answerOf(assessment: Assessment, others: { alternatives: readonly Alternative[]; approval: AnswerApproval | null }, locale: Locale): VerdictAnswer {
  const { policy, explanation, informed, byChoice, outcome, now } = assessment;
  const { verdict } = explanation;
  const { document } = policy;
  const money = (minor: number | null): MoneyValue | null => (minor === null ? null : { minor, currency: document.currency });
  const { approval } = others;
  const told = approval === null ? {} : { approver: approval.approver.name, dueAt: approval.dueAt };
  const reasons = reasonsOf(explanation, { document, request: informed.request, byChoice, budgets: standings(assessment, false) }).map((reason) =>
    reason.code === "escalated_by_choice" ? { ...reason, params: { ...reason.params, ...told } } : reason,
  );
  const reader = { locale, now, timeZone: document.timeZone };
  return {
    outcome,
    policyVersion: policy.version,
    rule: verdict.rule,
    limit: money(verdict.limit),
    room: money(verdict.room),
    binding: verdict.binding,
    budgets: standings(assessment, true),
    duties: verdict.duties,
    unknown: verdict.unknown,
    reasons: reasons.map((reason) => ({ ...reason, text: reasonText(reason, reader) })),
    alternatives: others.alternatives.map(({ gesture, limit, rule }) => ({ gesture, limit: money(limit), rule })),
    approval,
    say: sayOf(
      document,
      { outcome, reason: verdict.reason, rule: verdict.rule },
      {
        amount: informed.request.amount ?? null,
        limit: money(verdict.limit),
        dueAt: approval?.dueAt ?? null,
        approver: approval?.approver.name ?? null,
        address: informed.request.address ?? null,
        addressForm: informed.customer?.addressForm ?? null,
      },
      now,
    ),
  };
}
