import { Form, useNavigation } from "@remix-run/react";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { PasswordInput, Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card, PageHeader } from "#ui/layout.tsx";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const USUAL_HOURS = "08:30-21:30";

export interface SetUpFormProps {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
  currencies: readonly string[];
  locale: Locale;
  /** Whether there is a starter policy to begin with. */
  offersStarter: boolean;
}

interface LineProps extends SetUpFormProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** The label before the control; what is left empty is told by the hint above. */
  beside?: boolean;
  fallback?: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
}

/** One line of the form: its value after an error, its faults by path. */
function Line({ name, label, hint, optional = false, beside = false, fallback, type = "text", autoComplete = "off", refusal, typed }: LineProps) {
  return (
    <Field label={label} hint={hint} id={name} name={name} defaultValue={typed[name] ?? fallback} errors={errorsUnder(refusal, name)} optional={optional} required={!optional && !beside} beside={beside}>
      <TextInput type={type} autoComplete={autoComplete} maxLength={254} />
    </Field>
  );
}

/** Faults at a field or at a part of it, such as the second interval of a day. */
function errorsUnder(refusal: RefusalLike | null, name: string): string[] {
  return (refusal?.errors ?? []).filter(({ path }) => path === name || path.startsWith(`${name}.`)).map(({ message }) => message);
}

function Organisation(props: SetUpFormProps) {
  const { t } = useTranslation(["sign-in", "ui"]);
  const { typed, refusal, currencies, locale } = props;
  return (
    <Card title={t("setup.organisation")}>
      <Line {...props} name="organisation.name" label={t("setup.organisationName")} autoComplete="organization" />
      <Field label={t("setup.currency")} id="organisation.currency" name="organisation.currency" defaultValue={typed["organisation.currency"] ?? "VND"} errors={errorsAt(refusal, "organisation.currency")}>
        <Select options={currencies.map((code) => ({ value: code, label: code }))} />
      </Field>
      <Line {...props} name="organisation.timeZone" label={t("setup.timeZone")} fallback="Asia/Ho_Chi_Minh" />
      <RadioChips
        label={t("setup.language")}
        name="organisation.language"
        selected={typed["organisation.language"] ?? locale}
        options={[{ value: "vi", label: t("ui:shell.languages.vi") }, { value: "en", label: t("ui:shell.languages.en") }]}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="font-semibold">{t("setup.hours")}</legend>
        <p className="text-sm text-muted">{t("setup.hoursHint")}</p>
        {WEEKDAYS.map((day) => (
          <Line key={day} {...props} name={`organisation.hours.${day}`} label={t(`setup.weekday.${day}`)} fallback={USUAL_HOURS} beside />
        ))}
      </fieldset>
      <Field label={t("setup.holidays")} hint={t("setup.holidaysHint")} id="organisation.holidays" name="organisation.holidays" defaultValue={typed["organisation.holidays"]} errors={errorsUnder(refusal, "organisation.holidays")} optional>
        <TextArea rows={3} />
      </Field>
    </Card>
  );
}

function People(props: SetUpFormProps) {
  const { t } = useTranslation(["sign-in", "ui"]);
  const { typed, refusal } = props;
  return (
    <>
      <Card title={t("setup.admin")}>
        <Line {...props} name="admin.name" label={t("setup.name")} autoComplete="name" />
        <Line {...props} name="admin.email" label={t("setup.email")} type="email" autoComplete="username" />
        <Field label={t("setup.password")} hint={t("passwordHint")} id="admin.password" name="admin.password" errors={errorsAt(refusal, "admin.password")} required>
          <PasswordInput autoComplete="new-password" />
        </Field>
        <Checkbox name="admin.alsoHr" label={t("setup.alsoHr")} defaultChecked={refusal === null || typed["admin.alsoHr"] === "on"} />
      </Card>
      <Card title={t("setup.second")}>
        <p className="text-muted">{t("setup.secondLead")}</p>
        <Line {...props} name="second.name" label={t("setup.name")} optional />
        <Line {...props} name="second.email" label={t("setup.email")} type="email" optional />
        <RadioChips
          label={t("setup.secondRole")}
          name="second.role"
          selected={typed["second.role"] ?? "leader"}
          options={[{ value: "leader", label: t("ui:role.leader") }, { value: "hr", label: t("ui:role.hr") }]}
        />
      </Card>
    </>
  );
}

/** The whole set-up on one page. */
export function SetUpForm(props: SetUpFormProps) {
  const { t } = useTranslation(["sign-in", "ui"]);
  const { refusal, typed } = props;
  const busy = useNavigation().state !== "idle";
  const fields = Object.fromEntries((refusal?.errors ?? []).map(({ path }) => [path, path]));
  return (
    <>
      <PageHeader title={t("setup.title")} lead={t("setup.lead")} />
      <Form method="post" className="flex flex-col gap-6">
        <FormErrors refusal={refusal} fields={fields} />
        <Organisation {...props} />
        <Card title={t("setup.places")}>
          <Line {...props} name="department.name" label={t("setup.departmentName")} />
          <Line {...props} name="department.code" label={t("setup.departmentCode")} hint={t("setup.codeHint")} />
          <Line {...props} name="site.name" label={t("setup.siteName")} />
          <Line {...props} name="site.code" label={t("setup.siteCode")} hint={t("setup.codeHint")} />
          <input type="hidden" name="site.channel" value="store" />
        </Card>
        <People {...props} />
        {props.offersStarter && <Checkbox name="starterPolicy" label={t("setup.starterPolicy")} hint={t("setup.starterPolicyHint")} defaultChecked={refusal === null || typed["starterPolicy"] === "on"} />}
        <Button variant="primary" size="large" pending={busy}>{t("setup.submit")}</Button>
      </Form>
    </>
  );
}
