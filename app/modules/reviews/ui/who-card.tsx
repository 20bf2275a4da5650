import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import type { Bilingual, WhoView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

function Said({ title, items }: { title: string; items: readonly Bilingual[] }) {
  const { local } = useWords();
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc pl-5">
        {items.map((item) => <li key={item.vi}>{local(item)}</li>)}
      </ul>
    </div>
  );
}

/** What the company says of itself. */
export function WhoCard({ who: { purpose, strengths, customers, version, at } }: { who: WhoView }) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  return (
    <Card title={t("who.purpose")} aside={at !== null && <span className="text-sm text-muted">{t("who.version", { version, at })}</span>}>
      {purpose !== null && <p className="max-w-prose text-lg">{local(purpose)}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Said title={t("who.strengths")} items={strengths} />
        <Said title={t("who.customers")} items={customers} />
      </div>
    </Card>
  );
}
