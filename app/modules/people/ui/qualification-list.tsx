import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Card } from "#ui/layout.tsx";
import { useLocalName } from "./use-local-name.ts";

export interface HeldView {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Courses somebody holds, each with a way to take a mistake back. */
export function QualificationList({ held }: { held: readonly HeldView[] }) {
  const { t } = useTranslation(["people", "ui"]);
  const format = useFormat();
  const local = useLocalName();
  if (held.length === 0) return null;
  return (
    <Card title={t("qualifications.title")}>
      <ul className="flex flex-col gap-3">
        {held.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {local(one.name)}
              <span className="block text-sm text-muted">
                {format.day(one.validFrom)} – {one.validTo === null ? t("qualifications.forGood") : format.day(one.validTo)}
              </span>
            </span>
            <ConfirmDialog trigger={t("ui:action.remove")} triggerVariant="quiet" title={local(one.name)} description={t("qualifications.remove")} confirm={t("ui:action.remove")}>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="qualificationId" value={one.id} />
            </ConfirmDialog>
          </li>
        ))}
      </ul>
    </Card>
  );
}
