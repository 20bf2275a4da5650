import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { DateInput, Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { PersonPicker, type PersonOption } from "#ui/person-picker.tsx";
import { PAIN_OPTIONS, TRADES } from "../pain-options.ts";
import { USUAL_TOUCHPOINTS } from "../usual-touchpoints.ts";
import type { CodedName } from "../view-models.ts";
import { useName } from "./use-name.ts";

interface StepProps {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

function Step({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <p className="max-w-prose text-muted">{hint}</p>
      {children}
    </Card>
  );
}

/** Step 1: one pain point, from the lines of a trade or in one's own words. */
export function PainStep({ organisation, painPoint, refusal, typed }: StepProps & { organisation: string; painPoint: string | null }) {
  const { t } = useTranslation("listening");
  const busy = useNavigation().state !== "idle";
  const chosen = typed["choice"] ?? painPoint ?? "";
  const listed = TRADES.some((trade) => PAIN_OPTIONS[trade].some((code) => words(t, `listening:start.option.${trade}`, { code }) === chosen));
  const own = painPoint !== null && !listed ? painPoint : "";
  return (
    <Step title={t("start.pain.title", { organisation })} hint={t("start.pain.hint")}>
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ words: "own" }} />
        {TRADES.map((trade) => {
          const lines = PAIN_OPTIONS[trade].map((code) => words(t, `listening:start.option.${trade}`, { code }));
          return (
            <Fold key={trade} summary={t(`start.trade.${trade}`)} open={trade === "retail" || lines.includes(chosen)}>
              <RadioChips label={t(`start.trade.${trade}`)} hideLabel name="choice" selected={chosen} options={lines.map((line) => ({ value: line, label: line }))} />
            </Fold>
          );
        })}
        <Field label={t("start.pain.own")} id="own" name="own" defaultValue={typed["own"] ?? own} errors={errorsAt(refusal, "words")} optional>
          <TextInput maxLength={300} />
        </Field>
        <Button name="intent" value="pain" variant="primary" size="large" pending={busy} className="self-start">{t("start.pain.save")}</Button>
      </Form>
    </Step>
  );
}

/** Step 2: one place to listen; the survey and its code are made here. */
export function ListenStep({ painPoint, touchpoints, sites, refusal, typed }: StepProps & { painPoint: string; touchpoints: readonly CodedName[]; sites: readonly CodedName[] }) {
  const { t } = useTranslation("listening");
  const name = useName();
  const busy = useNavigation().state !== "idle";
  const taken = new Set(touchpoints.map(({ code }) => code));
  const fresh = USUAL_TOUCHPOINTS.filter((code) => !taken.has(code)).map((code) => ({ value: `usual:${code}`, label: t(`start.listen.usual.${code}`) }));
  return (
    <Step title={t("start.listen.title")} hint={t("start.listen.hint")}>
      <p>
        <span className="block text-sm text-muted">{t("start.listen.pain")}</span>
        <span className="font-semibold">{painPoint}</span>
      </p>
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ touchpoint: "touchpoint", siteCode: "site" }} />
        <RadioChips
          label={t("start.listen.touchpoint")}
          id="touchpoint"
          name="touchpoint"
          required
          selected={typed["touchpoint"] ?? ""}
          errors={errorsAt(refusal, "touchpoint")}
          options={[...touchpoints.map((each) => ({ value: each.code, label: name(each.name) })), ...fresh]}
        />
        {sites.length > 0 && (
          <Field label={t("start.listen.site")} id="site" name="site" defaultValue={typed["site"]} errors={errorsAt(refusal, "siteCode")}>
            <Select placeholder={t("survey.everywhere")} options={sites.map((each) => ({ value: each.code, label: name(each.name) }))} />
          </Field>
        )}
        <Button name="intent" value="listen" variant="primary" size="large" pending={busy} className="self-start">{t("start.listen.save")}</Button>
      </Form>
    </Step>
  );
}

interface ActStepProps extends StepProps {
  step: { readonly step: string | null; readonly ownerId: string | null; readonly dueDay: string | null };
  poster: string | null;
  people: readonly PersonOption[];
  self: string;
}

/** Step 3: one thing to do, by whom and by when. */
export function ActStep({ step, poster, people, self, refusal, typed }: ActStepProps) {
  const { t } = useTranslation("listening");
  const busy = useNavigation().state !== "idle";
  return (
    <Step title={t("start.act.title")} hint={t("start.act.hint")}>
      {poster !== null && (
        <Banner tone="good" action={<LinkButton to={poster}>{t("start.act.posterPrint")}</LinkButton>}>
          {t("start.act.poster")}
        </Banner>
      )}
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ step: "step", ownerId: "ownerId", dueDay: "day" }} />
        <Field label={t("start.act.step")} id="step" name="step" hint={t("start.act.stepHint")} defaultValue={typed["step"] ?? step.step ?? ""} errors={errorsAt(refusal, "step")} required>
          <TextArea rows={2} maxLength={500} />
        </Field>
        <PersonPicker label={t("start.act.owner")} id="ownerId" name="ownerId" defaultValue={typed["ownerId"] ?? step.ownerId ?? self} options={people} searchUrl="/people/options" errors={errorsAt(refusal, "ownerId")} required />
        <Field label={t("start.act.day")} id="day" name="day" defaultValue={typed["day"] ?? step.dueDay ?? ""} errors={errorsAt(refusal, "dueDay")} required>
          <DateInput />
        </Field>
        <Button name="intent" value="act" variant="primary" size="large" pending={busy} className="self-start">{t("start.act.save")}</Button>
      </Form>
    </Step>
  );
}
