import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { saveSkill, skillInput, skillRows } from "#modules/learning/public.server.ts";
import { Both } from "#modules/learning/ui/authoring/both.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type FaultView, FormErrors } from "#ui/form-errors.tsx";
import { IntegerInput, TextInput } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:skills.edit" };

export const loader = page("courses.edit", async ({ params }) => {
  const code = params["code"] ?? "";
  const rows = await skillRows();
  const skill = code === "new" ? null : (rows.find((row) => row.code === code) ?? null);
  if (skill === null && code !== "new") throw notFound();
  return json({ skill, next: rows.length + 1 });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const isNew = params["code"] === "new";
  if (!isNew) form.set("ref", params["code"] ?? "");
  await saveSkill(skillInput(form), { isNew }, { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/skills", { key: "courses:skills.saved" });
});

const LEVELS = ["begins", "does", "helps_others"] as const;
const EMPTY = { vi: "", en: "" };

export default function EditSkillPage() {
  const { t } = useTranslation("courses");
  const { skill, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused === null ? null : { ...refused.refusal, errors: refused.refusal.errors.map((fault: FaultView) => ({ ...fault, path: fault.path.replace(/^skill\./, "") })) };
  const sent = { refusal, typed: refused?.typed ?? {} };
  const busy = useNavigation().state !== "idle";
  const active = refused === null ? (skill?.active ?? true) : sent.typed["active"] !== undefined;
  return (
    <Page>
      <PageHeader title={t(skill === null ? "skills.add" : "skills.edit")} back={{ to: "/skills", label: t("skills.title") }} />
      <Card>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrors refusal={refusal} fields={{ code: "ref", position: "position", "name.vi": "name.vi", "name.en": "name.en" }} />
          {skill === null && <Field label={t("skills.code")} id="ref" name="ref" defaultValue={sent.typed["ref"] ?? ""} errors={errorsAt(refusal, "code")} required><TextInput maxLength={64} autoComplete="off" autoCapitalize="characters" /></Field>}
          <Both label={t("skills.name")} path="name" value={skill?.name ?? EMPTY} sent={sent} longest={120} />
          {LEVELS.map((level) => <Both key={level} label={t(`skills.level.${level}`)} hint={t("skills.levelHint")} path={`levels.${level}`} value={skill?.levels[level] ?? EMPTY} sent={sent} rows={3} />)}
          <Field label={t("skills.position")} id="position" name="position" defaultValue={sent.typed["position"] ?? String(skill?.position ?? next)} errors={errorsAt(refusal, "position")}><IntegerInput /></Field>
          <label className="flex min-h-target items-center gap-3">
            <input type="checkbox" name="active" value="on" defaultChecked={active} className="size-5 accent-accent" />
            {t("skills.active")}
          </label>
          <Button variant="primary" pending={busy} className="self-start">{t("skills.save")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
