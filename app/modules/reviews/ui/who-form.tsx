import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { MOST_CUSTOMERS, MOST_STRENGTHS } from "../schemas.ts";
import type { Bilingual, WhoView } from "../view-models.ts";

interface PairProps {
  /** Name of the fields without their language, and the path of their faults. */
  name: string;
  path: string;
  label: string;
  stored: Bilingual | undefined;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>> | null;
}

function Pair({ name, path, label, stored, refusal, typed }: PairProps) {
  const { t } = useTranslation("leading");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(["vi", "en"] as const).map((language) => (
        <Field
          key={language}
          label={`${label} (${t(`who.${language}`)})`}
          id={`${name}-${language}`}
          name={`${name}-${language}`}
          defaultValue={typed === null ? stored?.[language] : typed[`${name}-${language}`]}
          errors={errorsAt(refusal, `${path}.${language}`)}
        >
          <TextInput maxLength={300} lang={language} />
        </Field>
      ))}
    </div>
  );
}

/** Purpose, two or three strengths, and whom the company exists for, in both languages. */
export function WhoForm({ who, refusal, typed }: { who: WhoView; refusal: RefusalLike | null; typed: Readonly<Record<string, string>> | null }) {
  const { t } = useTranslation("leading");
  const group = (name: "strengths" | "customers", most: number) => (
    <Card title={t(`who.${name}`)}>
      {errorsAt(refusal, name).map((text) => <p key={text} className="font-semibold text-bad">{text}</p>)}
      {Array.from({ length: most }, (_, index) => (
        <Pair key={index} name={`${name}-${index}`} path={`${name}.${index}`} label={t(`who.row.${name}`, { n: index + 1 })} stored={who[name][index]} refusal={refusal} typed={typed} />
      ))}
    </Card>
  );
  const pairs = (["strengths", "customers"] as const).flatMap((name) => Array.from({ length: name === "strengths" ? MOST_STRENGTHS : MOST_CUSTOMERS }, (_, index) => ({ path: `${name}.${index}`, id: `${name}-${index}`, called: t(`who.row.${name}`, { n: index + 1 }) })));
  const each = [{ path: "purpose", id: "purpose", called: t("who.purpose") }, ...pairs].flatMap(({ path, id, called }) => (["vi", "en"] as const).map((language) => ({ path: `${path}.${language}`, id: `${id}-${language}`, called: `${called} (${t(`who.${language}`)})` })));
  const fields = Object.fromEntries(each.map(({ path, id }) => [path, id]));
  const names = { ...Object.fromEntries(each.map(({ path, called }) => [path, called])), strengths: t("who.strengths"), customers: t("who.customers") };
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="base" value={who.version} />
      <FormErrors refusal={refusal} fields={{ ...fields, strengths: "strengths-0-vi", customers: "customers-0-vi" }} names={names} />
      <Card title={t("who.purpose")}>
        <Pair name="purpose" path="purpose" label={t("who.purpose")} stored={who.purpose ?? undefined} refusal={refusal} typed={typed} />
      </Card>
      {group("strengths", MOST_STRENGTHS)}
      {group("customers", MOST_CUSTOMERS)}
      <Button variant="primary" className="self-start">{t("who.save")}</Button>
    </Form>
  );
}
