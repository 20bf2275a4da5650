import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changesPage } from "#modules/empowerment/public.server.ts";
import { ChangeLine } from "#modules/empowerment/ui/designer/change-line.tsx";
import { ChangeList } from "#modules/empowerment/ui/policy/rule-changes.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";

export const loader = page("policies.read-drafts", async ({ actor, params }) => json({ view: await changesPage(actor, Number(params.version)) }));

/** What a version changes against the one in force: who gets more or less, with examples, then rule by rule. */
export default function PolicyChangesPage() {
  const { t } = useTranslation(["designer", "policy"]);
  const { view } = useLoaderData<typeof loader>();
  const { base, changes, rules, budgets } = view;
  if (base === null) return <EmptyState title={t("preview.noneInForce")} />;
  if (changes.length + rules.length + budgets.length === 0) return <EmptyState title={t("changes.same")} />;
  return (
    <>
      <p className="max-w-prose text-muted">{t("changes.lead", { version: view.version, base })}</p>
      <Card title={t("preview.changes")}>
        {changes.length === 0 && <p className="text-muted">{t("preview.noChanges")}</p>}
        {changes.length > 0 && (
          <ul className="flex flex-col gap-5">
            {changes.map((change) => (
              <li key={`${change.role} ${change.gesture.code}`}>
                <ChangeLine change={change} examples={3} />
              </li>
            ))}
          </ul>
        )}
        <p className="text-sm text-muted">{t("changes.equal")}</p>
      </Card>
      {rules.length > 0 && (
        <Card title={t("changes.ruleByRule")}>
          <ChangeList changes={{ rules, budgets: [] }} currency={view.currency} />
        </Card>
      )}
      {budgets.length > 0 && (
        <Card title={t("changes.budgetsChanged")}>
          <ul className="list-disc pl-5">
            {budgets.map(({ code, kind }) => (
              <li key={code}>
                {code}: {t(`policy:changes.kind.${kind}`)}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
