import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerSettingsForm, settingsView } from "#modules/empowerment/public.server.ts";
import { PARTS, PathCard, PathEditor, VocabularyCard, VocabularyEditor } from "#modules/empowerment/ui/designer/settings-forms.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Tabs } from "#ui/layout.tsx";

export const loader = page("policies.read", async ({ actor, params, url }) => {
  const settings = await settingsView(actor, Number(params.version));
  const part = PARTS.find((one) => one === url.searchParams.get("part")) ?? "path";
  return json({ settings, part });
});

export const action = act("policies.edit", async ({ actor, params, url, form, locale, t }) => {
  const version = Number(params.version);
  const answer = await answerSettingsForm({ actor, version, form, locale, t });
  const part = url.searchParams.get("part") ?? "path";
  if (answer === "saved") return redirectWithToast(`/policies/${version}/settings?part=${encodeURIComponent(part)}`, { key: "designer:settings.saved", params: { version } });
  return json(answer, { status: answer.faults.length > 0 ? 422 : 200 });
});

export { keepWhilePreviewing as shouldRevalidate } from "#modules/empowerment/ui/designer/edit-form.tsx";

export default function PolicySettingsPage() {
  const { t } = useTranslation("designer");
  const { settings, part } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/policies/${settings.version}/settings`;
  const tabs = PARTS.map((one) => ({ to: `${base}?part=${one}`, label: one === "path" ? t("settings.path") : t(`settings.vocabulary.${one}`), current: one === part }));
  return (
    <>
      <Tabs tabs={tabs} label={t("settings.parts")} />
      {part === "path" && (settings.mayEdit ? <PathEditor key={settings.revision} settings={settings} answered={answered} /> : <PathCard settings={settings} />)}
      {part !== "path" &&
        (settings.mayEdit ? (
          <VocabularyEditor key={`${part} ${settings.revision}`} settings={settings} list={part} answered={answered} />
        ) : (
          <VocabularyCard list={part} entries={settings.vocabulary[part]} />
        ))}
    </>
  );
}
