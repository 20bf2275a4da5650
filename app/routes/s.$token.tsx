import { json } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { answerPublicSurvey, publicSurveyPage } from "#composition/public-survey.server.ts";
import { SurveyAnswered, SurveyOver, SurveyQuestionsForm } from "#modules/listening/ui/survey-page.tsx";
import { SurveyShell } from "#modules/listening/ui/survey-shell.tsx";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:public.title" };

/** For whoever scanned a code: no account, no session, nothing of any customer. */
export const loader = publicPage(async ({ params, address, requestId, locale }) => {
  const survey = await publicSurveyPage(params["token"] ?? "", { address, requestId, locale });
  return json({ survey, locale }, { status: survey.state === "unknown" ? 404 : survey.state === "open" ? 200 : 410 });
});

export const action = publicAct(async ({ params, form, address, requestId, locale }) => json({ done: await answerPublicSurvey(params["token"] ?? "", form, { address, requestId, locale }) }));

/** After an answer the page shows thanks; the link, which may be used up by it, is not asked for again. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export default function SurveyRoute() {
  const { survey, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer && "done" in answer ? answer.done : null;
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <SurveyShell organisation={survey.organisation} locale={locale}>
      {done ? (
        <SurveyAnswered done={done} />
      ) : survey.state === "open" ? (
        <SurveyQuestionsForm survey={survey} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      ) : (
        <SurveyOver state={survey.state} />
      )}
    </SurveyShell>
  );
}
