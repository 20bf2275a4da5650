import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { askOf, makePosterLink, placeNames, revokePosterLink, saveSurvey, surveyInput, surveyPage } from "#modules/listening/public.server.ts";
import { PosterLinks } from "#modules/listening/ui/poster-links.tsx";
import { SurveyForm } from "#modules/listening/ui/survey-form.tsx";
import { SurveyQuestions } from "#modules/listening/ui/survey-questions.tsx";
import { useName } from "#modules/listening/ui/use-name.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Fold } from "#ui/fold.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const NEW = "new";

export const handle: PageHandle = { title: "listening:survey.title" };

export const loader = page("surveys.read", async ({ actor, params, locale }) => {
  const code = params["touchpoint"] ?? "";
  const mayEdit = can(actor, "surveys.edit");
  const [survey, names] = await Promise.all([code === NEW ? null : surveyPage(code), placeNames()]);
  if (survey === null && (code !== NEW || !mayEdit)) throw notFound();
  return json({ survey, preview: survey && askOf(survey.fields, locale), sites: names.sites, departments: names.departments, mayEdit });
});

export const action = act("surveys.edit", async ({ actor, params, form }) => {
  const code = params["touchpoint"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const to = (touchpoint: string) => `/listening/surveys/${encodeURIComponent(touchpoint)}`;
  switch (form.get("intent")) {
    case "save": {
      const fields = surveyInput(form, code === NEW ? null : code);
      if (code !== NEW && (await surveyPage(code)) === null) throw notFound();
      await saveSurvey(fields, asked, { isNew: code === NEW });
      return redirectWithToast(to(fields.code), { key: "listening:survey.saved" });
    }
    case "link":
      await makePosterLink(code, String(form.get("site") ?? "") || null, asked);
      return redirectWithToast(to(code), { key: "listening:survey.posterMade" });
    case "revoke":
      await revokePosterLink(String(form.get("link") ?? ""), asked);
      return redirectWithToast(to(code), { key: "listening:survey.revoked" });
    default:
      throw notFound();
  }
});

export default function SurveyPage() {
  const { survey, preview, sites, departments, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("listening");
  const name = useName();
  const refused = answer && "refusal" in answer ? answer : null;
  const fields = survey?.fields;
  const ticked = (on: boolean | undefined) => (on === false ? undefined : "1");
  const stored = {
    nameVi: fields?.nameVi, nameEn: fields?.nameEn, department: fields?.departmentCode ?? "", question: fields?.questions.join(",") ?? "understood",
    introVi: fields?.introVi ?? "", introEn: fields?.introEn ?? "", thanksVi: fields?.thanksVi ?? "", thanksEn: fields?.thanksEn ?? "",
    asksWords: ticked(fields?.asksWords), active: ticked(fields?.active),
  };
  const saving = refused?.typed["intent"] === "save";
  const form = <SurveyForm values={saving ? refused.typed : stored} isNew={survey === null} departments={departments} refusal={saving ? refused.refusal : null} />;
  const department = departments.find(({ code }) => code === fields?.departmentCode);
  return (
    <Page wide>
      <PageHeader
        title={fields ? t("survey.editTitle", { name: name({ vi: fields.nameVi, en: fields.nameEn }) }) : t("survey.addTitle")}
        back={{ to: "/listening/surveys", label: t("survey.title") }}
      />
      {!saving && <FormErrors refusal={refused?.refusal ?? null} />}
      {survey === null || fields === undefined ? (
        <Card>{form}</Card>
      ) : (
        <Columns aside={<PosterLinks touchpoint={fields.code} links={survey.links} sites={sites} mayEdit={mayEdit} />}>
          <Card>
            {mayEdit ? (
              form
            ) : (
              <DefinitionList
                items={[
                  { label: t("survey.state"), value: fields.active ? t("survey.on") : t("survey.off") },
                  { label: t("survey.department"), value: department ? name(department.name) : t("survey.departmentNone") },
                ]}
              />
            )}
          </Card>
          {preview && (
            <Card>
              <Fold summary={t("survey.preview")}>
                <p className="text-sm text-muted">{t("survey.previewHint")}</p>
                <form className="flex flex-col gap-6" onSubmit={(event) => event.preventDefault()}>
                  {preview.intro && <p>{preview.intro}</p>}
                  <SurveyQuestions ask={preview} />
                </form>
              </Fold>
            </Card>
          )}
        </Columns>
      )}
    </Page>
  );
}
