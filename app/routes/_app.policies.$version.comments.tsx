import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { talkPolicy } from "#composition/policy.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { commentsView } from "#modules/empowerment/public.server.ts";
import { CommentChanges, CommentForm, CommentPeriod, CommentSteps } from "#modules/empowerment/ui/policy/comment-forms.tsx";
import { CommentList } from "#modules/empowerment/ui/policy/comment-list.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns } from "#ui/layout.tsx";

export const loader = page("policies.read", async ({ actor, params }) => {
  const talk = await commentsView(actor, Number(params.version), systemClock.now());
  if (talk === null) throw notFound();
  return json({ talk });
});

export const action = act("policies.comment", async ({ actor, params, form }) => {
  const version = Number(params.version);
  return redirectWithToast(`/policies/${version}/comments`, await talkPolicy(actor, version, form));
});

export default function PolicyCommentsPage() {
  const { t } = useTranslation("policy");
  const { talk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const state = { talk, refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const steps = (talk.may.invite || talk.may.end) && <CommentSteps {...state} />;
  const body = (
    <>
      <CommentPeriod talk={talk} />
      <CommentChanges talk={talk} />
      {talk.may.comment && <CommentForm {...state} />}
      <section className="flex flex-col gap-4">
        <h2 className="text-xl font-semibold">{t("comments.list")}</h2>
        <CommentList comments={talk.comments} currency={talk.currency} refusal={state.refusal} typed={state.typed} />
      </section>
    </>
  );
  return (
    <>
      <FormErrors refusal={state.refusal} />
      {steps ? <Columns aside={steps}>{body}</Columns> : <div className="flex max-w-3xl flex-col gap-6">{body}</div>}
    </>
  );
}
