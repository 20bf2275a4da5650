import { Link } from "@remix-run/react";
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Card } from "#ui/layout.tsx";
import type { Promised } from "../view-models.ts";

/** What anybody will see, said before somebody answers. */
export function PromiseCard({ id, promise, cell, about, named }: { id: string; promise: Promised; cell: number; about: string | null; named: "manager" | "self" | null }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const { mode, kScores, kComments, opensOn, closesOn } = promise;
  return (
    <Card title={t("promise.title")}>
      <p className="flex gap-3 font-semibold">
        <Lock aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        {named === null ? t(`promise.${mode}`) : t(`circle.promise.${named}`)}
      </p>
      <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
        {named === null && <li>{t("promise.cell", { count: cell })}</li>}
        {named === null && <li>{t("promise.scores", { k: kScores })}</li>}
        {about === null ? <li>{t("promise.comments", { k: kComments })}</li> : <li>{named === "self" ? t("circle.promise.readersSelf") : t("circle.promise.readers", { name: about })}</li>}
        {about !== null && named === null && <li>{t("circle.promise.comments", { k: kComments })}</li>}
        <li>{t("promise.dates", { from: format.day(opensOn), to: format.day(closesOn) })}</li>
        {about === null && <li>{t("promise.after")}</li>}
      </ul>
      <Link to={`/pulses/${id}/preview?from=answer`} className="inline-flex min-h-target items-center text-accent underline underline-offset-4">{t(about === null ? "promise.preview" : "circle.promise.preview")}</Link>
    </Card>
  );
}
