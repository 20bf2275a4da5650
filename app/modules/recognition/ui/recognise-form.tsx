import { Form, useNavigation } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips, RadioChips } from "#ui/choices.tsx";
import { Field, FieldErrors } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { type PersonOption, PersonPicker } from "#ui/person-picker.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import { VISIBILITIES } from "../domain/visibility.ts";
import type { Bilingual } from "../evidence.ts";
import { LONGEST_MESSAGE, MOST_RECEIVERS } from "../schemas.ts";
import { HintBeside } from "./hint-beside.tsx";
import { useBilingual } from "./use-bilingual.ts";

export interface ValueChoice {
  readonly code: string;
  readonly name: Bilingual;
  readonly meaning: Bilingual;
  readonly behaviours: readonly ({ readonly code: string } & Bilingual)[];
}

export interface OfferChoice {
  /** kind:id */
  readonly key: string;
  readonly name: string;
  readonly text: Bilingual;
  /** Instant, ISO. */
  readonly at: string;
}

export interface RecogniseFormProps {
  near: readonly { readonly id: string; readonly name: string }[];
  /** Whoever may be chosen besides; without scripts they make a plain list. */
  others: readonly PersonOption[];
  values: readonly ValueChoice[];
  offers: readonly OfferChoice[];
  /** What was typed, or what the page begins with, by field. */
  typed: Readonly<Record<string, string>>;
  refusal: RefusalLike | null;
  idempotencyKey: string;
}

const listed = (text: string | undefined) => (text ?? "").split(",").filter((part) => part !== "");

function Receivers({ near, others, typed, refusal }: Pick<RecogniseFormProps, "near" | "others" | "typed" | "refusal">) {
  const { t } = useTranslation("recognition");
  const hydrated = useHydrated();
  const chosen = listed(typed["receiver"]);
  const far = chosen.filter((id) => !near.some((person) => person.id === id));
  const [pickers, setPickers] = useState(Math.max(1, far.length));
  const errors = [...errorsAt(refusal, "receivers"), ...errorsAt(refusal, "receiverIds")];
  return (
    <Card title={t("form.who")}>
      {near.length > 0 && <CheckChips id="receivers" label={t("form.near")} name="receiver" hint={t("form.whoHint")} errors={errors} selected={chosen} options={near.map(({ id, name }) => ({ value: id, label: name }))} />}
      {Array.from({ length: pickers }, (_, index) => (
        <PersonPicker key={index} label={t("form.another")} id={near.length === 0 && index === 0 ? "receivers" : `receiver-${index}`} name="receiver" defaultValue={far[index]} options={others} searchUrl="/people/options" errors={near.length === 0 && index === 0 ? errors : []} optional />
      ))}
      {hydrated && pickers < MOST_RECEIVERS && (
        <Button type="button" variant="quiet" icon={Plus} className="self-start" onClick={() => setPickers(pickers + 1)}>
          {t("form.addAnother")}
        </Button>
      )}
    </Card>
  );
}

function Behaviours({ values, typed, refusal }: Pick<RecogniseFormProps, "values" | "typed" | "refusal">) {
  const { t } = useTranslation("recognition");
  const name = useBilingual();
  const [chosen, setChosen] = useState(typed["behaviour"] ?? "");
  const of = ({ code, behaviours }: ValueChoice) => behaviours.find((behaviour) => `${code}/${behaviour.code}` === chosen);
  return (
    <Card title={<span id="behaviour" tabIndex={-1}>{t("form.behaviour")}</span>}>
      <p className="text-sm text-muted">{t("form.behaviourHint")}</p>
      <FieldErrors id="behaviour-errors" texts={[...errorsAt(refusal, "behaviour"), ...errorsAt(refusal, "value")]} />
      <div className="flex flex-col divide-y divide-line">
        {values.map((value) => {
          const picked = of(value);
          return (
            <Fold
              key={value.code}
              open={picked !== undefined}
              summary={
                <span className="min-w-0 py-1.5">
                  {name(value.name)}
                  <span className="block text-sm font-normal text-muted">{picked ? name(picked) : name(value.meaning)}</span>
                </span>
              }
            >
              <RadioChips
                label={t("form.behaviourOf", { value: name(value.name) })}
                hideLabel
                id={`behaviour-${value.code}`}
                name="behaviour"
                selected={chosen}
                onChange={(next) => setChosen(next)}
                options={value.behaviours.map((behaviour) => ({ value: `${value.code}/${behaviour.code}`, label: name(behaviour) }))}
              />
            </Fold>
          );
        })}
      </div>
    </Card>
  );
}

/** Thanks colleagues: who, for what that could be seen, in which words, on what evidence, for whom to read. Works without scripts. */
export function RecogniseForm({ idempotencyKey, ...props }: RecogniseFormProps) {
  const { t } = useTranslation("recognition");
  const name = useBilingual();
  const busy = useNavigation().state !== "idle";
  const { offers, typed, refusal } = props;
  const [message, setMessage] = useState(typed["message"] ?? "");
  return (
    <Form method="post" className="flex flex-col gap-6">
      <FormErrors refusal={refusal} fields={{ receivers: "receivers", receiverIds: "receivers", behaviour: "behaviour", value: "behaviour", message: "message", visibility: "visibility" }} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Receivers {...props} />
      <Behaviours {...props} />
      <Card title={t("form.message")}>
        <Field label={t("form.message")} hideLabel id="message" name="message" hint={t("form.messageHint")} defaultValue={typed["message"]} errors={errorsAt(refusal, "message")} required>
          <TextArea rows={5} maxLength={LONGEST_MESSAGE} onChange={(event) => setMessage(event.currentTarget.value)} />
        </Field>
        <HintBeside message={message} />
      </Card>
      <Card title={t("form.evidence")}>
        {offers.length === 0 ? (
          <p className="text-muted">{t("form.noEvidence")}</p>
        ) : (
          <CheckChips
            label={t("form.evidence")}
            hideLabel
            id="evidence"
            name="evidence"
            hint={t("form.evidenceHint")}
            selected={listed(typed["evidence"])}
            options={offers.map((offer) => ({ value: offer.key, label: t("form.offer", { name: offer.name, text: name(offer.text), at: offer.at }) }))}
          />
        )}
      </Card>
      <Card>
        <RadioChips
          label={t("form.visibility")}
          id="visibility"
          name="visibility"
          selected={typed["visibility"] ?? "public"}
          errors={errorsAt(refusal, "visibility")}
          options={VISIBILITIES.map((visibility) => ({ value: visibility, label: t(`form.${visibility}`), ...(visibility === "team" ? { hint: t("form.teamHint") } : {}) }))}
        />
      </Card>
      <Button variant="primary" size="large" pending={busy} className="sm:self-start">{t("form.send")}</Button>
    </Form>
  );
}
