import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { discardDraft, reasonInput, retireCourse, retirements, reviseCourse, versionRows } from "#modules/learning/public.server.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { VersionList } from "#modules/learning/ui/authoring/version-list.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:title" };

export const loader = page("courses.read", async ({ actor, params, t, locale }) => {
  const code = params["code"] ?? "";
  const course = await versionRows(code);
  if (course === null) throw notFound();
  const [thread, proposals] = await Promise.all([threadPanel(actor, { kind: "course", id: code }, { t, locale, at: systemClock.now() }), retirements(code)]);
  const history = proposals.flatMap(({ state, decidedAt, reason }) => (decidedAt === null ? [] : [{ state, at: decidedAt, reason: reason ?? "" }]));
  return json({ code, ...course, thread, history, may: { edit: can(actor, "courses.edit"), insights: can(actor, "learning.insights") } });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const code = params["code"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/courses/${encodeURIComponent(code)}`;
  switch (form.get("intent")) {
    case "revise":
      await reviseCourse(code, asked);
      return redirectWithToast(`${here}/edit`, { key: "courses:course.revised" });
    case "discard":
      return redirectWithToast((await discardDraft(code, asked)).courseIsGone ? "/courses" : here, { key: "courses:course.discarded" });
    case "retire":
      await retireCourse(code, reasonInput(form), asked);
      return redirectWithToast(here, { key: "courses:course.retired" });
    default:
      throw notFound();
  }
});

export default function CoursePage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { code, title, published, versions, thread, history, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const busy = useNavigation().state !== "idle";
  const draft = versions.some(({ state }) => state === "draft");
  return (
    <Page wide>
      <PageHeader
        title={text(title) || code}
        lead={code}
        back={{ to: "/courses", label: t("title") }}
        actions={
          <>
            {may.edit && draft && <LinkButton to={`/courses/${code}/edit`} variant="primary">{t("course.edit")}</LinkButton>}
            {may.edit && !draft && <Form method="post"><Button name="intent" value="revise" variant="primary" pending={busy}>{t("course.revise")}</Button></Form>}
            {published !== null && <LinkButton to={`/courses/${code}/assignments`}>{t("links.assignments")}</LinkButton>}
            {published !== null && may.insights && <LinkButton to={`/courses/${code}/insights`}>{t("links.effect")}</LinkButton>}
          </>
        }
      />
      {refused !== null && refused.typed["intent"] !== "retire" && <FormErrors refusal={refused.refusal} />}
      <Columns
        aside={
          <>
            <Card>
              <div className="flex flex-col items-start gap-1">
                {published !== null && <LinkButton to={`/learn/${code}`} variant="quiet">{t("links.learn")}</LinkButton>}
                <LinkButton to={`/courses/${code}/document`} variant="quiet" reloadDocument>{t("links.export")}</LinkButton>
              </div>
              {may.edit && draft && (
                <Form method="post" className="border-t border-line pt-3">
                  <p className="text-sm text-muted">{t("course.discardHint")}</p>
                  <Button name="intent" value="discard" variant="quiet" className="-ml-4">{t("course.discard")}</Button>
                </Form>
              )}
              {may.edit && published !== null && (
                <Fold summary={t("course.retire")} open={refused?.typed["intent"] === "retire"} className="border-t border-line">
                  <p className="text-sm text-muted">{t("course.retireLead")}</p>
                  <Form method="post" className="flex flex-col gap-3">
                    <input type="hidden" name="intent" value="retire" />
                    {refused?.typed["intent"] === "retire" && <FormErrors refusal={refused.refusal} fields={{ reason: "reason" }} />}
                    <Field label={t("course.reason")} id="reason" name="reason" defaultValue={refused?.typed["reason"] ?? ""} errors={errorsAt(refused?.refusal, "reason")} required><TextArea maxLength={600} /></Field>
                    <Button variant="danger" pending={busy} className="self-start">{t("course.retireAct")}</Button>
                  </Form>
                </Fold>
              )}
            </Card>
            {history.length > 0 && (
              <Card title={t("course.history")}>
                <ul className="flex flex-col gap-2">{history.map(({ state, at, reason }) => <li key={at}>{t(state === "kept" ? "course.kept" : "course.stopped", { at, reason })}</li>)}</ul>
              </Card>
            )}
            <ThreadPanel thread={thread} />
          </>
        }
      >
        <VersionList versions={versions} />
      </Columns>
    </Page>
  );
}
