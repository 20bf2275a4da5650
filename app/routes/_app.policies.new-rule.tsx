import { json, redirect } from "@remix-run/node";
import { Form, useLoaderData, useLocation, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { draftFromActive, newestDraft } from "#modules/empowerment/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "designer:rule.titleNew" };

export const loader = page("policies.edit", async ({ actor }) => json({ draft: await newestDraft(actor) }));

export const action = act("policies.edit", async ({ actor, url }) => redirect(`/policies/${(await draftFromActive(actor)).version}/rules/new${url.search}`, 303));

/** Where a rule for a situation goes: into the draft that is open, or into a new one. What is known of it comes along in the address. */
export default function NewRulePage() {
  const { t } = useTranslation(["designer", "decide"]);
  const { draft } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const busy = useNavigation().state !== "idle";
  return (
    <Page>
      <PageHeader title={t("rule.titleNew")} lead={t("rule.fromGap")} back={{ to: "/policies", label: t("decide:policies.title") }} />
      <Card>
        <p>{t("rule.whichDraft")}</p>
        <div className="flex flex-wrap gap-3">
          {draft !== null && (
            <LinkButton to={`/policies/${draft}/rules/new${search}`} variant="primary">
              {t("matrix.goOn", { version: draft })}
            </LinkButton>
          )}
          <Form method="post">
            <Button variant={draft === null ? "primary" : "secondary"} pending={busy}>
              {t("matrix.startDraft")}
            </Button>
          </Form>
        </div>
      </Card>
    </Page>
  );
}
