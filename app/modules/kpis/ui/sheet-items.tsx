import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { SheetContent, SheetItem } from "../scorecards/score.ts";
import { useFigures } from "./use-figures.ts";

function useItemWords() {
  const { t } = useTranslation("scorecards");
  const { value, local } = useFigures();
  const plain = (number: number | null) => (number === null ? NO_VALUE : String(number));
  return {
    name: (item: SheetItem) => (item.name === null ? (item.kind === "kpi" ? "" : t(`counted.${item.kind}`)) : local(item.name)),
    value: (item: SheetItem) => (item.definition === null ? plain(item.value) : value(item.value, item.definition.unit)),
    target: (item: SheetItem) => (item.definition === null ? plain(item.target) : value(item.target, item.definition.unit)),
  };
}

function Origin({ item, places }: { item: SheetItem; places: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("scorecards");
  const { local } = useFigures();
  if (item.kind === "improvements") return <>{t("sheet.originImprovements")}</>;
  if (item.kind === "recognition") return <>{t("sheet.originRecognition")}</>;
  const place = item.place === null ? t("sheet.company") : (places[item.place] ?? item.place);
  return (
    <>
      {t("sheet.originKpi", { version: item.version ?? 0, place, n: item.n })}
      {item.definition !== null && <span className="block text-muted">{t("sheet.why")}: {local(item.definition.why)}</span>}
    </>
  );
}

/** Measure by measure: result, target, weight, and where each figure came from. */
export function SheetItems({ content, places }: { content: SheetContent; places: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("scorecards");
  const format = useFormat();
  const words = useItemWords();
  const absent = content.items.some((item) => item.absent !== null);
  return (
    <section className="flex flex-col gap-4" aria-label={t("sheet.items")}>
      <h2 className="text-xl">{t("sheet.items")}</h2>
      {absent && <p className="max-w-prose text-muted">{t("sheet.reweighted")}</p>}
      {content.items.map((item, index) => (
        <Card key={index} as="article" level={3} title={words.name(item)} aside={item.absent === null ? <span className="text-xl font-semibold tabular-nums">{item.attainment === null ? NO_VALUE : format.percent(item.attainment, 0)}</span> : <Badge>{t(`sheet.absent.${item.absent}`)}</Badge>}>
          <DefinitionList
            items={[
              { label: t("sheet.value"), value: words.value(item) },
              { label: t("sheet.target"), value: words.target(item) },
              { label: t("sheet.weight"), value: item.counted === item.weight ? format.percent(item.weight) : t("sheet.counted", { weight: item.weight, counted: item.counted }) },
              { label: t("sheet.origin"), value: <Origin item={item} places={places} /> },
            ]}
          />
        </Card>
      ))}
    </section>
  );
}
