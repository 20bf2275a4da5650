import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { startPage, startStep } from "#composition/start.server.ts";
import { ActStep, ListenStep, PainStep } from "#modules/listening/ui/start-steps.tsx";
import { Started } from "#modules/listening/ui/started.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast, safeRedirect } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page, PageHeader, Steps } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:start.title" };

export const loader = page("listening.start", async ({ actor, url }) => json(await startPage(actor, url.searchParams.get("step"))));

export const action = act("listening.start", async ({ actor, form }) => {
  const said = await startStep(actor, form);
  return said === null ? safeRedirect("/start") : redirectWithToast("/start", { key: said });
});

export default function StartPage() {
  const { step, started, organisation, touchpoints, sites, people, self, poster } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("listening");
  const refused = answer && "refusal" in answer ? answer : null;
  const state = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const steps = (["pain", "listen", "act"] as const).map((each) => ({ label: t(`start.steps.${each}`), to: `/start?step=${each}` }));
  return (
    <Page>
      <PageHeader title={t("start.title")} lead={t("start.lead")} />
      <Steps steps={steps} current={{ pain: 0, listen: 1, act: 2, done: 3 }[step]} />
      {step === "pain" && <PainStep organisation={organisation} painPoint={started?.solved ? null : (started?.words ?? null)} {...state} />}
      {step === "listen" && started && <ListenStep painPoint={started.words} touchpoints={touchpoints} sites={sites} {...state} />}
      {step === "act" && started && <ActStep step={{ step: started.step, ownerId: started.owner?.id ?? null, dueDay: started.dueDay }} poster={poster} people={people} self={self} {...state} />}
      {step === "done" && started && <Started started={started} poster={poster} {...state} />}
      {step === "done" && started?.solved && <LinkButton to="/start?step=pain" className="self-start">{t("start.watch.next")}</LinkButton>}
    </Page>
  );
}
