import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ruleInForce, rulesToRemember } from "#composition/stories.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { mondayOf, readWeek } from "#modules/stories/public.ts";
import { cardInput, lineUpOf, publishCard, saveCard, storyList, weeksToChoose } from "#modules/stories/public.server.ts";
import { LONGEST_LINE } from "#modules/stories/schemas.ts";
import { useBilingual } from "#modules/stories/ui/use-bilingual.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { Select, TextArea } from "#ui/inputs.tsx";
import { Card, Page, PageHeader, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const OFFERED = 100;
const FIELDS = ["storyId", "questionVi", "questionEn", "ruleCode"] as const;

export const handle: PageHandle = { title: "stories:lineUp.design.title" };

const weekOf = (url: URL) => readWeek(url.searchParams.get("week")) ?? mondayOf(localDay(systemClock.now(), organisation().timeZone));

export const loader = page("line-up.choose", async ({ actor, url }) => {
  const week = weekOf(url);
  const [card, weeks, stories] = await Promise.all([lineUpOf(actor, week, ruleInForce), weeksToChoose(localDay(systemClock.now(), organisation().timeZone)), storyList(actor, {}, { limit: OFFERED, cursor: null })]);
  const fit = stories.filter(({ visibility, hidden }) => visibility === "company" && !hidden);
  return json({ week, card, weeks, rules: rulesToRemember(), stories: fit.map(({ id, title, value }) => ({ id, title, value: value.name })) });
});

export const action = act("line-up.choose", async ({ actor, url, form }) => {
  const week = weekOf(url);
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/line-up/design?week=${week}`;
  if (form.get("intent") === "publish") {
    await publishCard(week, ruleInForce, asked);
    return redirectWithToast(`/line-up?week=${week}`, { key: "stories:lineUp.design.published" });
  }
  const fields = cardInput(form);
  await saveCard(week, fields, ruleInForce(fields.ruleCode), asked);
  return redirectWithToast(here, { key: "stories:lineUp.design.saved" });
});

export default function LineUpDesign() {
  const { week, card, weeks, rules, stories } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const format = useFormat();
  const refused = answer && "refusal" in answer ? answer : null;
  const typed = refused?.typed ?? {};
  const begins = { storyId: card?.story?.id, questionVi: card?.question.vi, questionEn: card?.question.en, ruleCode: card?.rule.code };
  const at = (path: (typeof FIELDS)[number]) => ({ id: path, name: path, defaultValue: typed[path] ?? begins[path], errors: errorsAt(refused?.refusal, path) });
  return (
    <Page>
      <PageHeader title={t("lineUp.design.title")} lead={t("lineUp.design.lead")} back={{ to: `/line-up?week=${week}`, label: t("lineUp.title") }} />
      <Tabs label={t("lineUp.design.title")} tabs={weeks.map((each) => ({ to: `/line-up/design?week=${each.week}`, label: `${format.date(each.week)} · ${t(`lineUp.design.states.${each.state}`)}`, current: each.week === week }))} />
      <FormErrors refusal={refused?.refusal ?? null} fields={Object.fromEntries(FIELDS.map((path) => [path, path]))} />
      {card?.published ? (
        <Banner tone="good" action={<LinkButton to={`/line-up?week=${week}`}>{t("lineUp.title")}</LinkButton>}>{t("lineUp.design.publishedNote")}</Banner>
      ) : stories.length === 0 ? (
        <EmptyState title={t("lineUp.design.noStories")}>{t("lineUp.design.noStoriesHint")}</EmptyState>
      ) : (
        <Form key={week} method="post" className="flex flex-col gap-6">
          <Card>
            <Field label={t("lineUp.story")} hint={t("lineUp.design.storyHint")} {...at("storyId")} required>
              <Select placeholder options={stories.map(({ id, title, value }) => ({ value: id, label: `${title} · ${name(value)}` }))} />
            </Field>
            <Field label={t("lineUp.design.questionVi")} hint={t("lineUp.design.questionHint")} {...at("questionVi")} required>
              <TextArea rows={2} maxLength={LONGEST_LINE} />
            </Field>
            <Field label={t("lineUp.design.questionEn")} {...at("questionEn")} required>
              <TextArea rows={2} maxLength={LONGEST_LINE} />
            </Field>
            <Field label={t("lineUp.design.rule")} {...at("ruleCode")} required>
              <Select placeholder options={rules.map((rule) => ({ value: rule.code, label: name(rule.name) }))} />
            </Field>
          </Card>
          <div className="flex flex-wrap gap-3">
            <Button variant={card === null ? "primary" : "secondary"} name="intent" value="save">{t("lineUp.design.save")}</Button>
            {card !== null && <Button variant="primary" name="intent" value="publish">{t("lineUp.design.publish")}</Button>}
          </div>
        </Form>
      )}
    </Page>
  );
}
