import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { CodedName, PosterLinkView } from "../view-models.ts";
import { useName } from "./use-name.ts";

/** The codes that lead to a survey, each to be printed or taken back, and one more to be made. */
export function PosterLinks({ touchpoint, links, sites, mayEdit }: { touchpoint: string; links: readonly PosterLinkView[]; sites: readonly CodedName[]; mayEdit: boolean }) {
  const { t } = useTranslation("listening");
  const name = useName();
  const { state, formData } = useNavigation();
  const place = (site: CodedName | null) => (site ? name(site.name) : t("survey.everywhere"));
  return (
    <Card title={t("survey.posters")}>
      <p className="text-muted">{t("survey.postersLead")}</p>
      {links.length === 0 && <p>{t("survey.postersNone")}</p>}
      <ul className="flex flex-col gap-4">
        {links.map(({ id, site, answers }) => (
          <li key={id} className="flex flex-col gap-2">
            <p>
              <span className="font-semibold">{place(site)}</span>
              <span className="block text-sm text-muted">{t("survey.posterFacts", { count: answers })}</span>
            </p>
            <div className="flex flex-wrap gap-2">
              <LinkButton to={`/listening/surveys/${encodeURIComponent(touchpoint)}/poster?link=${id}`}>
                {t("survey.posterPrint")}
                <span className="sr-only">: {place(site)}</span>
              </LinkButton>
              {mayEdit && (
                <ConfirmDialog trigger={t("survey.revoke")} triggerVariant="quiet" title={t("survey.revokeTitle")} description={t("survey.revokeText")} confirm={t("survey.revoke")}>
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="link" value={id} />
                </ConfirmDialog>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Form method="post" className="flex flex-col gap-3">
          <Field label={t("survey.posterSite")} name="site">
            <Select placeholder={t("survey.everywhere")} options={sites.map(({ code, name: words }) => ({ value: code, label: name(words) }))} />
          </Field>
          <Button name="intent" value="link" pending={state !== "idle" && formData?.get("intent") === "link"} className="self-start">{t("survey.posterMake")}</Button>
        </Form>
      )}
    </Card>
  );
}
