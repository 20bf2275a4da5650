import { type ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { RadioChips } from "#ui/choices.tsx";
import { Card } from "#ui/layout.tsx";
import type { RuleChoice, RuleFormField, RuleText } from "../../domain/design/rule-form.ts";
import type { ChoiceView, RuleEditorView } from "../../design/view-models.ts";
import { PLACEHOLDERS } from "../../schemas.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { AmountBlank, BlankErrors, BothLanguages, type Choosable, ChoiceBlank, LabelledText, NumberBlank, SelectBlank, useRuleForm } from "./blanks.tsx";
import { type LineStep, PeopleLine } from "./people-line.tsx";

type Blanks = Readonly<Record<string, ReactElement>>;
type AmountField = "perCase" | "lifetimeMin" | "lifetimeBelow" | "orderMin" | "orderBelow" | "secondPersonAbove";
type NumberField = "percent" | "daysMin" | "daysMax" | "levelMin" | "levelMax" | "tenureMin" | "tenureMax" | "escalateMinutes" | "fallbackMinutes";
type SentenceKey = "grant" | "grantPlain" | "prohibit" | "require" | "share" | "customer" | "order" | "flags" | "people" | "duties" | "path";

/** One sentence of the rule, its blanks filled with controls, and what is wrong with any of them below it. */
function Sentence({ of, blanks }: { of: SentenceKey; blanks: Blanks }) {
  const { t } = useTranslation("designer");
  return (
    <div className="flex flex-col gap-1">
      <div className="leading-[3.25rem]">
        <Trans t={t} i18nKey={`rule.sentence.${of}`} components={blanks} />
      </div>
      <BlankErrors names={Object.keys(blanks) as RuleFormField[]} />
    </div>
  );
}

function useBlanks(view: RuleEditorView) {
  const { t } = useTranslation(["designer", "ui"]);
  const name = useBilingual();
  const label = (choice: ChoiceView): string => (choice.name === null ? words(t, "ui:role", { code: choice.code }) : name(choice.name));
  const options = (field: RuleChoice): Choosable[] => view.choices[field].map((choice) => ({ code: choice.code, label: label(choice) }));
  const roleOptions = options("roles").map(({ code, label: text }) => ({ value: code, label: text }));
  return {
    roleOptions,
    choice: (field: RuleChoice, any: string = t(`rule.any.${field}`)) => <ChoiceBlank name={field} label={t(`rule.blank.${field}`)} any={any} options={options(field)} />,
    amount: (field: AmountField) => <AmountBlank name={field} label={t(`rule.blank.${field}`)} currency={view.currency} />,
    number: (field: NumberField) => <NumberBlank name={field} label={t(`rule.blank.${field}`)} />,
    select: (field: RuleText & ("proactive" | "note" | "evidence" | "escalateTo" | "fallback"), choices: readonly { value: string; label: string }[]) => (
      <SelectBlank name={field} label={t(`rule.blank.${field}`)} options={choices} />
    ),
  };
}

/** The people a question beyond this rule goes to, as the form says now. */
function pathSteps(view: RuleEditorView, texts: Readonly<Record<RuleText, string>>): LineStep[] {
  const minutes = (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : null);
  const own = texts.escalateTo !== "";
  const to = own ? texts.escalateTo : view.policyPath?.to;
  const fallback = own ? texts.fallback || null : (view.policyPath?.fallback ?? null);
  const step = (role: string, after: number | null): LineStep => ({ role, minutes: after, people: view.peopleByRole[role] ?? 0 });
  return [
    ...(to ? [step(to, own ? minutes(texts.escalateMinutes) : (view.policyPath?.withinMinutes ?? null))] : []),
    ...(fallback ? [step(fallback, own ? minutes(texts.fallbackMinutes) : (view.policyPath?.fallbackAfterMinutes ?? null))] : []),
    step(view.lastResort, null),
  ];
}

/** The rule as sentences with the controls inside. */
export function RuleSentences({ view }: { view: RuleEditorView }) {
  const { t } = useTranslation("designer");
  const { form, setText } = useRuleForm();
  const blank = useBlanks(view);
  const effect = form.texts.effect === "prohibit" || form.texts.effect === "require" ? form.texts.effect : "grant";
  const valued = form.chosen.gestures.length === 0 || form.chosen.gestures.some((code) => view.valued.includes(code));
  const core: Blanks = {
    roles: blank.choice("roles"),
    sites: blank.choice("sites"),
    gestures: blank.choice("gestures", effect === "grant" ? t("rule.any.gestures") : t("rule.any.gesturesAny")),
    reasons: blank.choice("reasons"),
    channels: blank.choice("channels"),
  };
  const conditions = ["tiers", "flags", "departments", "courses"].some((field) => form.chosen[field as RuleChoice].length > 0);
  const bounds = ["lifetimeMin", "lifetimeBelow", "orderMin", "orderBelow", "daysMin", "daysMax", "levelMin", "levelMax", "tenureMin", "tenureMax", "proactive"].some((field) => form.texts[field as RuleText] !== "");
  return (
    <Card>
      <RadioChips
        label={t("rule.effect")}
        name="effect"
        selected={effect}
        onChange={(value) => setText("effect", value)}
        options={(["grant", "prohibit", "require"] as const).map((value) => ({ value, label: t(`rule.effects.${value}`) }))}
        hint={t(`rule.effectHint.${effect}`)}
      />
      {effect === "grant" && valued ? (
        <>
          <Sentence of="grant" blanks={{ ...core, perCase: blank.amount("perCase") }} />
          <Sentence of="share" blanks={{ percent: blank.number("percent") }} />
        </>
      ) : (
        <Sentence of={effect === "grant" ? "grantPlain" : effect} blanks={core} />
      )}
      <details open={conditions || bounds || undefined}>
        <summary className="inline-flex min-h-target cursor-pointer items-center font-semibold underline underline-offset-4">{t("rule.part.more")}</summary>
        <div className="flex flex-col gap-2 pt-2">
          <p className="text-sm text-muted">{t("rule.part.moreHint")}</p>
          <Sentence of="customer" blanks={{ tiers: blank.choice("tiers"), lifetimeMin: blank.amount("lifetimeMin"), lifetimeBelow: blank.amount("lifetimeBelow") }} />
          <Sentence of="order" blanks={{ orderMin: blank.amount("orderMin"), orderBelow: blank.amount("orderBelow"), daysMin: blank.number("daysMin"), daysMax: blank.number("daysMax") }} />
          <Sentence
            of="flags"
            blanks={{
              flags: blank.choice("flags"),
              proactive: blank.select("proactive", [
                { value: "", label: t("rule.proactive.any") },
                { value: "false", label: t("rule.proactive.no") },
                { value: "true", label: t("rule.proactive.yes") },
              ]),
            }}
          />
          <Sentence
            of="people"
            blanks={{
              departments: blank.choice("departments"),
              levelMin: blank.number("levelMin"),
              levelMax: blank.number("levelMax"),
              tenureMin: blank.number("tenureMin"),
              tenureMax: blank.number("tenureMax"),
              courses: blank.choice("courses"),
            }}
          />
        </div>
      </details>
    </Card>
  );
}

/** Duties and the way of a question upwards. */
export function RuleDuties({ view }: { view: RuleEditorView }) {
  const { t } = useTranslation("designer");
  const { form } = useRuleForm();
  const blank = useBlanks(view);
  const stated = [
    { value: "", label: t("rule.duty.inherit") },
    { value: "yes", label: t("rule.duty.yes") },
    { value: "no", label: t("rule.duty.no") },
  ];
  if (form.texts.effect === "prohibit") return null;
  return (
    <Card title={t("rule.part.duties")}>
      <Sentence of="duties" blanks={{ note: blank.select("note", stated), evidence: blank.select("evidence", stated), secondPersonAbove: blank.amount("secondPersonAbove") }} />
      {form.texts.effect !== "require" && (
        <>
          <h3 className="text-base font-semibold">{t("rule.part.path")}</h3>
          <Sentence
            of="path"
            blanks={{
              escalateTo: blank.select("escalateTo", [{ value: "", label: t("rule.asPolicy") }, ...blank.roleOptions]),
              escalateMinutes: blank.number("escalateMinutes"),
              fallback: blank.select("fallback", [{ value: "", label: t("rule.noFallback") }, ...blank.roleOptions]),
              fallbackMinutes: blank.number("fallbackMinutes"),
            }}
          />
          <PeopleLine steps={pathSteps(view, form.texts)} />
          <p className="text-sm text-muted">{t("path.last")}</p>
        </>
      )}
    </Card>
  );
}

/** Name, why, whom it serves, words to say: both languages side by side. */
export function RuleWords() {
  const { t } = useTranslation("designer");
  return (
    <Card title={t("rule.part.words")}>
      <p className="text-muted">{t("rule.part.wordsHint")}</p>
      <BothLanguages vi="nameVi" en="nameEn" label={t("rule.name")} rows={1} />
      <BothLanguages vi="whyVi" en="whyEn" label={t("rule.why")} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{t("rule.serves")}:</span>
        <SelectBlank
          name="servesKind"
          label={t("rule.servesKind")}
          options={(["none", "goal", "need", "expectation", "emotion", "pain"] as const).map((kind) => ({ value: kind === "none" ? "" : kind, label: t(`rule.servesKinds.${kind}`) }))}
        />
      </div>
      <BothLanguages vi="servesVi" en="servesEn" label={t("rule.serves")} rows={1} />
      <BothLanguages vi="sayVi" en="sayEn" label={t("rule.say")} hint={t("rule.sayHint", { placeholders: PLACEHOLDERS.map((placeholder) => `{{${placeholder}}}`).join(", ") })} />
    </Card>
  );
}

/** Code, owner, validity, review, and the bet on the relationship. */
export function RuleLife({ view }: { view: RuleEditorView }) {
  const { t } = useTranslation("designer");
  const { form } = useRuleForm();
  const bet = form.texts.betLoss !== "" || form.texts.betVi !== "" || form.texts.betEn !== "";
  return (
    <Card title={t("rule.part.life")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <LabelledText name="code" label={t("rule.code")} hint={t("rule.codeHint")} />
        <LabelledText name="owner" label={t("rule.owner")} type="email" />
        <LabelledText name="validFrom" label={t("rule.validFrom")} type="date" />
        <LabelledText name="validUntil" label={t("rule.validUntil")} type="date" />
        <LabelledText name="reviewBy" label={t("rule.reviewBy")} type="date" />
      </div>
      {form.texts.effect !== "prohibit" && form.texts.effect !== "require" && (
        <details open={bet || undefined}>
          <summary className="inline-flex min-h-target cursor-pointer items-center font-semibold underline underline-offset-4">{t("rule.part.bet")}</summary>
          <div className="flex flex-col gap-4 pt-2">
            <p className="text-muted">{t("rule.part.betHint")}</p>
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{t("rule.betLoss")}:</span>
              <AmountBlank name="betLoss" label={t("rule.betLoss")} currency={view.currency} />
            </div>
            <BlankErrors names={["betLoss"]} />
            <BothLanguages vi="betVi" en="betEn" label={t("rule.betBecause")} />
          </div>
        </details>
      )}
    </Card>
  );
}
