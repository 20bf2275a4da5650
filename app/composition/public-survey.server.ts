import { systemClock } from "#kernel/clock.ts";
import { addWords, answerSurvey, limitRespondent, publicSurvey, type Respondent, surveyAnswerInput, thanksOf, wordsInput } from "#modules/listening/public.server.ts";

type Visitor = Omit<Respondent, "now">;

/** What the page of a link shows; looking for links that are none is limited by address. */
export async function publicSurveyPage(token: string, visitor: Visitor) {
  const survey = await publicSurvey(token, { ...visitor, now: systemClock.now() });
  if (survey.state === "unknown") await limitRespondent(visitor, null);
  return survey;
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Keeps what a public form sends, an answer or words added to one, and answers with what to thank with. Refuses as the commands do. */
export async function answerPublicSurvey(token: string, form: FormData, visitor: Visitor) {
  const respondent: Respondent = { ...visitor, now: systemClock.now() };
  const visit = textOf(form, "visit");
  const thanks = async () => thanksOf(token, respondent);
  if (form.get("intent") === "words") {
    const added = await addWords({ token, visit, said: wordsInput(form) }, respondent);
    return { kind: added ? ("added" as const) : ("late" as const), mayAdd: false, visit: "", ...(await thanks()) };
  }
  const { outcome, mayAdd } = await answerSurvey({ token, visit, answer: surveyAnswerInput(form) }, respondent);
  return { kind: outcome, mayAdd, visit: mayAdd ? visit : "", ...(await thanks()) };
}
