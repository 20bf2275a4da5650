import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { lintPolicyVersion, policyFrame } from "#modules/empowerment/public.server.ts";
import { FindingLine } from "#modules/empowerment/ui/designer/finding-line.tsx";
import { useBilingual } from "#modules/empowerment/ui/verdict-panel.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";

export const loader = page("policies.read-drafts", async ({ actor, params, locale }) => {
  const version = Number(params.version);
  const [findings, { mayEdit }] = await Promise.all([lintPolicyVersion(actor, version, locale), policyFrame(actor, version)]);
  return json({ findings, version, mayEdit });
});

/** What lint finds in a version: each with its witness and mend, and the rule to open. */
export default function PolicyCheckPage() {
  const { t } = useTranslation("designer");
  const name = useBilingual();
  const { findings, version, mayEdit } = useLoaderData<typeof loader>();
  if (findings.length === 0) return <EmptyState title={t("preview.nothingWrong")}>{t("check.lead")}</EmptyState>;
  return (
    <>
      <p className="max-w-prose text-muted">
        {t("check.count", { count: findings.length })}. {t("check.lead")}
      </p>
      <ul className="flex flex-col gap-3">
        {findings.map((finding) => (
          <li key={finding.key} className="rounded-card border border-line bg-surface p-4 shadow-card">
            <FindingLine finding={finding} />
            {finding.rules.length > 0 && (
              <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
                {finding.rules.slice(0, 4).map((rule) => (
                  <Link key={rule.code} to={mayEdit ? `/policies/${version}/rules/${rule.code}` : `/policies/rules/${rule.code}`} className="inline-flex min-h-target items-center underline underline-offset-4">
                    {t("check.open")}: {name(rule.name)}
                  </Link>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
