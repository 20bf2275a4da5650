import { Form, Link, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Currency, isCurrency, parseMoney } from "#kernel/money.ts";
import { Button, type ButtonVariant } from "#ui/button.tsx";
import { CheckChips, RadioChips } from "#ui/choices.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, Columns } from "#ui/layout.tsx";
import { MoneyInput } from "#ui/money-input.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import type { GestureOffer, VerdictView } from "../view-models.ts";
import { type Situation, situationPairs } from "./decide-form.ts";
import { useVerdict } from "./use-verdict.ts";
import { VerdictPanel, useBilingual } from "./verdict-panel.tsx";

const NOTE_CHIPS = ["fault", "late", "wrong", "waited", "told", "loyal"] as const;
const ASK_REASONS = ["did_not_know", "feared_blame", "system_blocked", "customer_asked", "wanted_advice"] as const;

export interface HelpStepProps {
  situation: Situation;
  offers: readonly GestureOffer[];
  currency: string;
  idempotencyKey: string;
  /** What the server answered to the last submission: the verdict to look at first, or what was refused. */
  answer: { readonly verdict: VerdictView | null; readonly refusal: RefusalLike | null; readonly changed: boolean } | null;
  /** What was typed, shown again after an answer without scripts. */
  typed: Readonly<Record<string, string>>;
}

function OfferHint({ offer }: { offer: GestureOffer }) {
  const { t } = useTranslation("decide");
  if (offer.outcome === "refused") return <>{t("help.notAllowed")}</>;
  if (offer.room && offer.room.minor > 0) return <>{t("help.upTo", { room: offer.room })}</>;
  if (offer.outcome === "escalated") return <>{t("help.needsApproval")}</>;
  return <>{offer.valued ? t("help.noRoom") : t("help.now")}</>;
}

/** What would help? The gestures of this person here, each with what may be given now; the verdict before anything is sent. */
export function HelpStep({ situation, offers, currency, idempotencyKey, answer, typed }: HelpStepProps) {
  const { t } = useTranslation("decide");
  const hydrated = useHydrated();
  const busy = useNavigation().state === "submitting";
  const form = useRef<HTMLFormElement>(null);
  const { checked, fresh, touch } = useVerdict(form);
  const [gesture, setGesture] = useState(typed.gesture ?? "");
  const [amountText, setAmountText] = useState(typed.amount ?? "");
  useEffect(touch, [touch, gesture, amountText]);
  // What was chosen and typed before the scripts arrived counts too.
  useEffect(() => {
    if (!form.current) return;
    const early = new FormData(form.current);
    setGesture((before) => String(early.get("gesture") ?? before));
    setAmountText((before) => String(early.get("amount") ?? before));
  }, []);

  // A finger goes on to the amount by itself; the keyboard stays where it is, since its arrows walk through the choices.
  const goOnTo = useRef(false);
  useEffect(() => {
    if (goOnTo.current) form.current?.querySelector<HTMLInputElement>("#amount")?.focus();
    goOnTo.current = false;
  }, [gesture]);

  const offer = offers.find((one) => one.code === gesture) ?? null;
  const live = hydrated && offer !== null;
  const verdict = live ? (fresh ? (checked?.verdict ?? null) : null) : (answer?.verdict ?? null);
  const refusal = answer?.refusal ?? null;
  const pairs = situationPairs(situation);
  const linkTo = (code: string) => `/decide?${new URLSearchParams([...pairs, ["gesture", code]]).toString()}`;

  return (
    <Form ref={form} method="post" action={`/decide?${new URLSearchParams(pairs).toString()}`} onInput={touch} onChange={touch} className="flex flex-col gap-6">
      {pairs.map(([key, value], index) => (
        <input key={index} type="hidden" name={key} value={value} />
      ))}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {verdict && (
        <>
          <input type="hidden" name="expectVersion" value={verdict.policyVersion} />
          <input type="hidden" name="expectOutcome" value={verdict.outcome} />
        </>
      )}
      <FormErrors refusal={refusal} fields={{ amount: "amount", note: "note", evidence: "evidence" }} />
      {answer?.changed && (
        <Banner tone="warn" live="alert">
          {t("help.changed")}
        </Banner>
      )}
      <Columns
        aside={
          <>
            <div aria-live="polite">
              {verdict && <VerdictPanel verdict={verdict} currency={currency} linkTo={linkTo} />}
              {!verdict && live && <p className="text-muted">{fresh && checked?.refusal ? checked.refusal.message : t("help.checking")}</p>}
              {!verdict && !live && <p className="text-muted">{t("help.pick")}</p>}
            </div>
            {(offer !== null || !hydrated) && <NoteFields verdict={verdict} refusal={refusal} typed={typed} />}
            {(offer !== null || !hydrated) && <SendButtons offer={offer} verdict={verdict} currency={currency} amountText={amountText} pending={busy || (live && !fresh)} live={live} />}
          </>
        }
      >
        <Card>
          <GestureChoice
            offers={offers}
            gesture={gesture}
            errors={errorsAt(refusal, "gesture")}
            onChoose={(code, pressed) => {
              goOnTo.current = pressed;
              setGesture(code);
            }}
          >
            {(offer === null ? !hydrated : offer.valued) && (
              <Field label={t("help.amount")} id="amount" name="amount" defaultValue={amountText} errors={errorsAt(refusal, "amount")}>
                <MoneyInput
                  currency={currency}
                  onInput={(event) => setAmountText(event.currentTarget.value)}
                  quickAmounts={offer?.room && offer.room.minor > 0 ? [offer.room.minor] : []}
                />
              </Field>
            )}
          </GestureChoice>
        </Card>
      </Columns>
    </Form>
  );
}

interface GestureChoiceProps {
  offers: readonly GestureOffer[];
  gesture: string;
  errors: readonly string[];
  onChoose: (code: string, pressed: boolean) => void;
  /** How much of it, right below the choice it belongs to. */
  children: ReactNode;
}

/** What may be given at once first; what somebody else must agree to, or nobody may, one press away. */
function GestureChoice({ offers, gesture, errors, onChoose, children }: GestureChoiceProps) {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  const own = offers.filter(({ outcome }) => outcome === "granted");
  const others = offers.filter(({ outcome }) => outcome !== "granted");
  const choice = (label: string, some: readonly GestureOffer[], faults: readonly string[]) => (
    <RadioChips
      label={label}
      hideLabel
      name="gesture"
      layout="tiles"
      selected={gesture}
      errors={faults}
      onChange={(value, _checked, pressed) => onChoose(value, pressed)}
      options={some.map((one) => ({ value: one.code, label: name(one.name), hint: <OfferHint offer={one} /> }))}
    />
  );
  if (own.length === 0 || others.length === 0) {
    return (
      <>
        {choice(t("help.title"), offers, errors)}
        {children}
      </>
    );
  }
  const isOwn = own.some(({ code }) => code === gesture);
  const isOther = others.some(({ code }) => code === gesture);
  return (
    <>
      {choice(t("help.title"), own, errors)}
      {isOwn && children}
      <Fold summary={t("help.others")} open={isOther}>
        {choice(t("help.others"), others, [])}
        {isOther && children}
      </Fold>
      {!isOwn && !isOther && children}
    </>
  );
}

/** What happened, in a tap or a few words, and what proves it; unfolded where the rule asks for it. */
function NoteFields({ verdict, refusal, typed }: { verdict: VerdictView | null; refusal: RefusalLike | null; typed: HelpStepProps["typed"] }) {
  const { t } = useTranslation("decide");
  const { note = false, evidence = false } = verdict?.duties ?? {};
  const hydrated = useHydrated();
  const wanted = note || evidence || refusal !== null || !hydrated;
  return (
    <Fold summary={t("help.noteAndEvidence")} open={wanted} className="rounded-card border border-line bg-surface px-4 py-1 shadow-card">
      <CheckChips label={t("help.noteChips")} name="noteChip" layout="words" selected={(typed.noteChip ?? "").split("\n")} options={NOTE_CHIPS.map((chip) => ({ value: t(`noteChip.${chip}`), label: t(`noteChip.${chip}`) }))} />
      <Field label={t("help.note")} id="note" name="note" hint={t("help.noteHint")} defaultValue={typed.note ?? ""} errors={errorsAt(refusal, "note")} optional={!note}>
        <TextArea rows={2} maxLength={2000} />
      </Field>
      <Field label={t("help.evidence")} id="evidence" name="evidence" hint={t("help.evidenceHint")} defaultValue={typed.evidence ?? ""} errors={errorsAt(refusal, "evidence")} optional={!evidence}>
        <TextArea rows={1} maxLength={2000} />
      </Field>
    </Fold>
  );
}

interface SendButtonsProps {
  offer: GestureOffer | null;
  verdict: VerdictView | null;
  currency: string;
  amountText: string;
  pending: boolean;
  live: boolean;
}

/** The main button names the act: "Hoàn tiền 450.000 ₫"; beyond one's authority it asks for approval. */
function SendButtons({ offer, verdict, currency, amountText, pending, live }: SendButtonsProps) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const name = useBilingual();
  if (!verdict && !live) {
    return (
      <Button variant="primary" size="large" pending={pending}>
        {t("help.preview")}
      </Button>
    );
  }
  const amount = verdict?.amount ?? amountOf(amountText, currency);
  const act = offer === null ? t("help.ask") : offer.valued && amount ? t("help.send", { gesture: name(offer.name), amount }) : t("help.sendPlain", { gesture: name(offer.name) });
  const outcome = verdict?.outcome ?? "granted";
  const variant: ButtonVariant = outcome === "refused" ? "secondary" : "primary";
  return (
    <div className="flex flex-col gap-4">
      {outcome !== "refused" && (
        <Button variant={variant} size="large" pending={pending} name="intent" value="record">
          {outcome === "escalated" ? t("help.ask") : act}
        </Button>
      )}
      {outcome === "granted" && (
        <Fold summary={t("help.askChoiceLead")}>
          <RadioChips label={t("help.askWhy")} name="escalateReason" layout="words" optional options={ASK_REASONS.map((why) => ({ value: why, label: t(`empowerment:escalateReason.${why}`) }))} />
          <Button pending={pending} name="escalate" value="1">
            {t("help.askChoice")}
          </Button>
        </Fold>
      )}
    </div>
  );
}

function amountOf(text: string, currency: string): { minor: number; currency: Currency } | null {
  if (!isCurrency(currency)) return null;
  const parsed = parseMoney(text, currency);
  return parsed.ok ? parsed.value : null;
}

/** The step before, in one line each, with the way back to change it. */
export function SituationLine({ situation, reason }: { situation: Situation; reason: string }) {
  const { t } = useTranslation("decide");
  const back = new URLSearchParams(situationPairs({ ...situation, reason: "" })).toString();
  return (
    <p className="flex items-center justify-between gap-3">
      <span className="font-semibold">{reason}</span>
      <Link to={`/decide?${back}`} aria-label={`${t("help.change")}: ${reason}`} className="inline-flex min-h-target items-center underline underline-offset-4">
        {t("help.change")}
      </Link>
    </p>
  );
}
