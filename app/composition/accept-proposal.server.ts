import type { Actor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { type AcceptedProposal, acceptProposal, proposalDetail } from "#modules/empowerment/public.server.ts";
import { prepareReport } from "#modules/improvements/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import type { Source } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";

interface Answering {
  readonly t: Translator;
  readonly locale: Locale;
  readonly source: Source;
  readonly remember?: (tx: Tx, accepted: AcceptedProposal) => Promise<void>;
}

/**
 * Accepts a proposal: a draft of the policy, and the operational change it is, caused by its cases and leading to that
 * version, in one transaction. Refuses as `acceptProposal`.
 */
export async function acceptAsChange(actor: Actor, id: string, input: { readonly note?: string | null | undefined }, { t, locale, source, remember }: Answering): Promise<AcceptedProposal> {
  const proposal = actor.kind === "person" ? await proposalDetail(actor, id) : null;
  if (actor.kind !== "person" || proposal === null) return acceptProposal(actor, id, input, remember === undefined ? {} : { remember });
  const now = systemClock.now();
  const say = (code: string, params: object) => words(t, "proposals", { code, params: { ...params } });
  const name = proposal.reason === null ? proposal.rule.name[locale] : say("ruleFor", { rule: proposal.rule.name[locale], reason: proposal.reason.name[locale] });
  const { kind, from, to, hits, n } = proposal;
  const report = await prepareReport(
    {
      ...{ kind: "idea", often: "weekly", what: `${name}: ${say("change", { from, to })}`, cost: say(`sentence.${kind}`, { hits, n }) },
      ...{ procedure: null, rule: proposal.rule.code, decision: null, feedback: null, touchpoint: null, department: null },
    },
    { decisionId: null, feedbackId: null, rule: proposal.rule.code, ruleOwner: null },
    // The change follows from accepting: a token needs no scope of its own for it.
    { actor: { ...actor, tokenScopes: null }, source, now },
  );
  return acceptProposal(actor, id, input, {
    now,
    remember: async (tx, accepted) => {
      const change = { kind: "improvement", id: (await report(tx)).id } as const;
      const about = { by: actor.personId, at: now, automatic: true };
      for (const example of proposal.examples) await link(tx, { ...about, from: change, to: { kind: "decision", id: example.id }, relation: "caused_by" });
      await link(tx, { ...about, from: change, to: { kind: "policy", id: String(accepted.version) }, relation: "changed" });
      await remember?.(tx, accepted);
    },
  });
}
