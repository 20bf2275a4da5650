import { useTranslation } from "react-i18next";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select } from "#ui/inputs.tsx";
import type { CodedName, InboxFilter } from "../view-models.ts";
import { useName } from "./use-name.ts";

/** What narrows the inbox and its figures. */
export function InboxFilterBar({ filter, touchpoints, sites }: { filter: InboxFilter; touchpoints: readonly CodedName[]; sites: readonly CodedName[] }) {
  const { t } = useTranslation("listening");
  const name = useName();
  const options = (list: readonly CodedName[]) => list.map(({ code, name: words }) => ({ value: code, label: name(words) }));
  const active = filter.touchpoint !== null || filter.tone !== null || filter.site !== null || filter.state !== null || filter.months !== 6;
  return (
    <FilterBar active={active} all="/listening">
      <Field label={t("filter.touchpoint")} name="touchpoint" defaultValue={filter.touchpoint ?? ""}>
        <Select placeholder={t("filter.anyTouchpoint")} options={options(touchpoints)} />
      </Field>
      <Field label={t("filter.tone")} name="tone" defaultValue={filter.tone ?? ""}>
        <Select placeholder={t("filter.anyTone")} options={(["low", "middle", "high"] as const).map((tone) => ({ value: tone, label: t(`tone.${tone}`) }))} />
      </Field>
      <Field label={t("filter.site")} name="site" defaultValue={filter.site ?? ""}>
        <Select placeholder={t("filter.anySite")} options={options(sites)} />
      </Field>
      <Field label={t("filter.state")} name="state" defaultValue={filter.state ?? ""}>
        <Select placeholder={t("filter.anyState")} options={(["unread", "words"] as const).map((state) => ({ value: state, label: t(`filter.${state}`) }))} />
      </Field>
      <Field label={t("filter.months")} name="months" defaultValue={String(filter.months)}>
        <Select options={[3, 6, 12].map((count) => ({ value: String(count), label: t("filter.lastMonths", { count }) }))} />
      </Field>
    </FilterBar>
  );
}
