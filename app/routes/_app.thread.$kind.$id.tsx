import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkTo, threadPage } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { removal, removeLink, threadInput, threadStart } from "#modules/thread/public.server.ts";
import { ChainList, ChainPicture } from "#modules/thread/ui/chain.tsx";
import { LinkForm } from "#modules/thread/ui/link-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "thread:title" };

export const loader = page("thread.read", async ({ actor, params, t, locale }) =>
  json({ chain: await threadPage(actor, threadStart(params), { t, locale, at: systemClock.now() }) }),
);

export const action = act("thread.link", async ({ actor, params, form, url, t, locale }) => {
  const now = systemClock.now();
  const asked = { actor, source: "screen", now } as const;
  switch (form.get("intent")) {
    case "link":
      await linkTo(actor, threadStart(params), threadInput(form), asked, { t, locale, at: now });
      return redirectWithToast(url.pathname, { key: "thread:linked" });
    case "remove":
      await removeLink(String(form.get("link") ?? ""), parseInput(removal, { note: form.get("note") }).note, asked);
      return redirectWithToast(url.pathname, { key: "thread:removed" });
    default:
      throw notFound();
  }
});

export default function ThreadPage() {
  const { t } = useTranslation("thread");
  const { chain } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const start = chain.things.find(({ key }) => key === chain.start);
  return (
    <Page wide>
      <PageHeader title={t("title")} lead={t("lead")} back={start?.href ? { to: start.href, label: start.title } : undefined} />
      <FormErrors refusal={refused?.refusal ?? null} />
      <Columns
        aside={
          <>
            {chain.links.length > 0 && (
              <Card title={t("picture")}>
                <ChainPicture chain={chain} />
              </Card>
            )}
            {chain.mayLink && (
              <Card>
                <LinkForm refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
              </Card>
            )}
          </>
        }
      >
        <Card>
          {chain.links.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : <ChainList chain={chain} />}
          {!chain.complete && <p className="text-sm text-muted">{t("more")}</p>}
        </Card>
      </Columns>
    </Page>
  );
}
