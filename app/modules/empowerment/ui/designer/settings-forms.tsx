import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Currency, plainAmount } from "#kernel/money.ts";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { IntegerInput, Select, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { MoneyInput } from "#ui/money-input.tsx";
import { type Vocabulary, VOCABULARIES } from "../../domain/design/edits.ts";
import { exceptionField, unlimitedField } from "../../domain/design/settings-form.ts";
import type { EditAnswer, EntryView, SettingsView } from "../../design/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { EditForm, type EditFormProps } from "./edit-form.tsx";
import { PeopleLine } from "./people-line.tsx";

/** How many empty rows a vocabulary offers for new entries. */
const NEW_ROWS = 3;

/** What an escalation path, its last resort and exceptions say, for reading. */
export function PathCard({ settings }: { settings: SettingsView }) {
  const { t } = useTranslation(["designer", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const { path, lastResort, exceptions, currency } = settings;
  const steps = [
    ...(path ? [{ role: path.to, minutes: path.withinMinutes, people: null }] : []),
    ...(path?.fallback ? [{ role: path.fallback, minutes: path.fallbackAfterMinutes, people: null }] : []),
    { role: lastResort, minutes: null, people: null },
  ];
  return (
    <Card title={t("settings.path")}>
      <p className="text-muted">{t("settings.pathLead")}</p>
      <PeopleLine steps={steps} />
      {exceptions.length > 0 && (
        <div>
          <h3 className="text-base font-semibold">{t("settings.exceptions")}</h3>
          <dl className="mt-1 grid max-w-md grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {exceptions.map(({ role, perCase }) => (
              <div key={role} className="contents">
                <dt>{words(t, "ui:role", { code: role })}</dt>
                <dd className="text-right tabular-nums">{perCase === null ? t("settings.unlimited") : format.money({ minor: perCase, currency })}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {settings.caseGroups.length > 0 && (
        <div>
          <h3 className="text-base font-semibold">{t("settings.together")}</h3>
          <ul className="mt-1 list-disc pl-5">
            {settings.caseGroups.map((group) => (
              <li key={group.map(({ code }) => code).join(" ")}>{format.list(group.map((gesture) => name(gesture.name)))}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

/** The entries of one vocabulary, for reading. */
export function VocabularyCard({ list, entries }: { list: Vocabulary; entries: readonly EntryView[] }) {
  const { t } = useTranslation("designer");
  const name = useBilingual();
  return (
    <Card title={t(`settings.vocabulary.${list}`)}>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {entries.map((entry) => (
          <li key={entry.code}>
            {name({ vi: entry.vi || entry.code, en: entry.en || entry.code })} <span className="text-sm text-muted">{entry.code}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function errorsOf(answer: EditAnswer | null, path: string): string[] {
  return (answer?.faults ?? []).filter((fault) => fault.path === path).map(({ message }) => message);
}

/** One vocabulary to edit: codes, names in both languages, and whether to keep each. */
export function VocabularyEditor({ settings, list, answered }: { settings: SettingsView; list: Vocabulary; answered: EditFormProps["answered"] }) {
  const { t } = useTranslation("designer");
  const [answer, setAnswer] = useState<EditAnswer | null>(null);
  const typed = answered !== undefined && "typed" in answered && answered.typed["list"]?.[0] === list ? answered.typed : null;
  const blank: EntryView = { code: "", vi: "", en: "", valued: true, kind: "compensation" };
  const rows = [...settings.vocabulary[list], ...Array.from({ length: NEW_ROWS }, () => blank)];
  const value = (field: string, row: number, stored: string) => typed?.[`${field}.${row}`]?.[0] ?? stored;
  return (
    <EditForm version={settings.version} revision={settings.revision} answered={typed === null ? undefined : answered} onAnswer={setAnswer}>
      <input type="hidden" name="list" value={list} />
      <Card title={t(`settings.vocabulary.${list}`)}>
        <p className="text-muted">{t("settings.vocabularyLead")}</p>
        <ul className="flex flex-col gap-4">
          {rows.map((entry, row) => {
            const isNew = entry.code === "";
            return (
              <li key={isNew ? `new-${row}` : entry.code} className="flex flex-wrap items-end gap-3 border-b border-line pb-4 last:border-b-0 last:pb-0">
                {isNew ? (
                  <Field label={t("settings.code")} name={`code.${row}`} defaultValue={value("code", row, "")} errors={errorsOf(answer, `${list}.${row}`)} className="basis-40">
                    <TextInput maxLength={64} autoComplete="off" spellCheck={false} placeholder={t("settings.newEntry")} />
                  </Field>
                ) : (
                  <div className="basis-40 self-center">
                    <input type="hidden" name={`code.${row}`} value={entry.code} />
                    <Checkbox name={`keep.${row}`} label={entry.code} defaultChecked={typed === null || typed[`keep.${row}`] !== undefined} />
                  </div>
                )}
                {isNew && <input type="hidden" name={`keep.${row}`} value="on" />}
                <Field label={t("settings.nameVi")} name={`vi.${row}`} defaultValue={value("vi", row, entry.vi)} className="min-w-0 flex-1 basis-44">
                  <TextInput lang="vi" maxLength={200} autoComplete="off" />
                </Field>
                <Field label={t("settings.nameEn")} name={`en.${row}`} defaultValue={value("en", row, entry.en)} className="min-w-0 flex-1 basis-44">
                  <TextInput lang="en" maxLength={200} autoComplete="off" />
                </Field>
                {list === "gestures" && (
                  <>
                    <Field label={t("settings.kind")} name={`kind.${row}`} defaultValue={value("kind", row, entry.kind ?? "")} className="basis-40">
                      <Select options={(["compensation", "proactive"] as const).map((kind) => ({ value: kind, label: t(`settings.kinds.${kind}`) }))} />
                    </Field>
                    <Checkbox name={`valued.${row}`} label={t("settings.valued")} defaultChecked={typed === null ? entry.valued === true : typed[`valued.${row}`] !== undefined} />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
    </EditForm>
  );
}

/** The escalation path of the whole policy, the last resort, and what may be decided as an exception. */
export function PathEditor({ settings, answered }: { settings: SettingsView; answered: EditFormProps["answered"] }) {
  const { t } = useTranslation(["designer", "ui"]);
  const format = useFormat();
  const [answer, setAnswer] = useState<EditAnswer | null>(null);
  const typed = answered !== undefined && "typed" in answered && answered.typed["list"] === undefined ? answered.typed : null;
  const { path, currency } = settings;
  const value = (name: string, stored: string | number | null | undefined) => typed?.[name]?.[0] ?? (stored === null || stored === undefined ? "" : String(stored));
  const roles = settings.roles.map((code) => ({ value: code, label: words(t, "ui:role", { code }) }));
  const stored = new Map(settings.exceptions.map((row) => [row.role, row.perCase]));
  return (
    <EditForm version={settings.version} revision={settings.revision} answered={typed === null ? undefined : answered} onAnswer={setAnswer}>
      <Card title={t("settings.path")}>
        <p className="text-muted">{t("settings.pathLead")}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("settings.to")} name="to" defaultValue={value("to", path?.to)} errors={errorsOf(answer, "to")}>
            <Select options={roles} placeholder={t("rule.noFallback")} />
          </Field>
          <Field label={t("settings.within")} name="within" defaultValue={value("within", path?.withinMinutes)} errors={errorsOf(answer, "within")}>
            <IntegerInput />
          </Field>
          <Field label={t("settings.fallback")} name="fallback" defaultValue={value("fallback", path?.fallback)} errors={errorsOf(answer, "fallback")}>
            <Select options={roles} placeholder={t("rule.noFallback")} />
          </Field>
          <Field label={t("settings.fallbackAfter")} name="fallbackAfter" defaultValue={value("fallbackAfter", path?.fallbackAfterMinutes)} errors={errorsOf(answer, "fallbackAfter")}>
            <IntegerInput />
          </Field>
          <Field label={t("settings.lastResort")} name="lastResort" defaultValue={value("lastResort", settings.lastResort)} errors={errorsOf(answer, "lastResort")}>
            <Select options={roles} />
          </Field>
        </div>
      </Card>
      <Card title={t("settings.exceptions")}>
        <p className="text-muted">{t("settings.exceptionsLead")}</p>
        {settings.roles.map((role) => {
          const perCase = stored.get(role);
          const plain = perCase === undefined || perCase === null ? "" : plainAmount({ minor: perCase, currency: currency as Currency }, format.locale);
          return (
            <div key={role} className="flex flex-wrap items-end gap-4">
              <Field
                label={words(t, "ui:role", { code: role })}
                id={`rule-${exceptionField(role)}`}
                name={exceptionField(role)}
                defaultValue={value(exceptionField(role), plain)}
                errors={errorsOf(answer, exceptionField(role))}
                className="basis-56"
              >
                <MoneyInput currency={currency} />
              </Field>
              <Checkbox name={unlimitedField(role)} label={t("settings.unlimited")} defaultChecked={typed === null ? perCase === null : typed[unlimitedField(role)] !== undefined} />
            </div>
          );
        })}
      </Card>
    </EditForm>
  );
}

/** Which part of the settings to edit. */
export const PARTS = ["path", ...VOCABULARIES] as const;
export type SettingsPart = (typeof PARTS)[number];
