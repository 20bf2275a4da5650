import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { Figure } from "../view-models.ts";

interface Props {
  shown: { readonly figure: Figure; readonly hidden: number; readonly acts: readonly { readonly key: string; readonly title: string; readonly at: string | null; readonly href: string | null }[] };
  back: string;
}

/** Each act behind a figure that the reader may know of. */
export function ActsCard({ shown: { figure, acts, hidden }, back }: Props) {
  const { t } = useTranslation("leading");
  return (
    <Card title={t("acts.title", { figure: t(`figures.${figure}`) })} aside={<LinkButton to={back} variant="quiet">{t("acts.close")}</LinkButton>}>
      {acts.length === 0 && <p className="text-muted">{t("acts.none")}</p>}
      <ul className="flex flex-col gap-2">
        {acts.map(({ key, title, at, href }) => (
          <li key={key}>
            {href === null ? title : <Link to={href} className="inline-flex min-h-target items-center underline underline-offset-4">{title}</Link>}
            {at && <span className="text-sm text-muted"> · <RelativeTime iso={at} /></span>}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="text-muted">{t("acts.hidden", { count: hidden })}</p>}
    </Card>
  );
}
