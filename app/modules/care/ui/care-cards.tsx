import { Form, useNavigation } from "@remix-run/react";
import { HeartPulse, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { CARE_ACTS, LONGEST_WORD, type CarePolicyFields } from "../schemas.ts";
import type { AskedCare, OwnCare } from "../view-models.ts";

interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** One press, with or without a word. */
export function AskCard({ wouldAsk, refusal, typed }: Sent & { wouldAsk: string | null }) {
  const { t } = useTranslation("care");
  const busy = useNavigation().state !== "idle";
  if (wouldAsk === null) return <Card><p>{t("nobody")}</p></Card>;
  return (
    <Card>
      <Form method="post" className="flex flex-col gap-4">
        <Button variant="primary" size="large" name="intent" value="ask" icon={HeartPulse} pending={busy} className="sm:self-start">{t("ask")}</Button>
        <Field label={t("word")} hint={t("wordHint")} id="word" name="word" defaultValue={typed["word"]} errors={errorsAt(refusal, "word")} optional>
          <TextArea rows={2} maxLength={LONGEST_WORD} />
        </Field>
        <p className="text-muted">{t("who", { name: wouldAsk })}</p>
      </Form>
    </Card>
  );
}

/** What whoever checks in may give, known before one asks. */
export function RuleCard({ policy: { breakMinutes, handOver } }: { policy: CarePolicyFields }) {
  const { t } = useTranslation("care");
  return (
    <Card title={t("rule.title")}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <li>{t("rule.talk")}</li>
        {breakMinutes !== null && <li>{t("rule.break", { minutes: breakMinutes })}</li>}
        {handOver && <li>{t("rule.takeOver")}</li>}
      </ul>
      {breakMinutes === null && !handOver && <p className="text-muted">{t("rule.more")}</p>}
    </Card>
  );
}

/** Who knows of it, said on the screen itself. */
export function PrivacyCard() {
  const { t } = useTranslation("care");
  return (
    <Card title={<span className="flex items-center gap-2"><Lock aria-hidden className="size-5" />{t("private.title")}</span>}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <li>{t("private.who")}</li>
        <li>{t("private.use")}</li>
        <li>{t("private.counts")}</li>
        <li>{t("private.erased")}</li>
      </ul>
    </Card>
  );
}

/** One's own cases: who is asked, by when, and that they came. */
export function OwnCard({ own }: { own: readonly OwnCare[] }) {
  const { t } = useTranslation("care");
  if (own.length === 0) return null;
  return (
    <Card title={t("own.title")}>
      <ul className="flex flex-col divide-y divide-line">
        {own.map((each) => (
          <li key={each.id} className="flex flex-col gap-2 py-3">
            {each.checkedInAt !== null ? (
              <p>{t("own.checkedIn", { name: each.asked, at: each.checkedInAt })}{each.how.length > 0 && <span className="text-muted"> · {each.how.map((act) => t(`how.${act}`)).join(", ")}</span>}</p>
            ) : each.closed ? (
              <p className="text-muted">{t("own.closed")}</p>
            ) : (
              <>
                <p className="font-semibold">{t("own.waiting", { name: each.asked, dueAt: each.dueAt })}</p>
                <Form method="post">
                  <input type="hidden" name="case" value={each.id} />
                  <Button name="intent" value="close">{t("own.close")}</Button>
                </Form>
              </>
            )}
            {each.word && <p className="whitespace-pre-line text-muted">{each.word}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Somebody to check in on: what they said, and what one did. */
export function WaitingCard({ waiting, policy, refusal, typed }: Sent & { waiting: AskedCare; policy: CarePolicyFields }) {
  const { t } = useTranslation("care");
  const mine = typed["case"] === waiting.id;
  const granted = CARE_ACTS.filter((act) => act === "talk" || (act === "break" ? policy.breakMinutes !== null : policy.handOver));
  return (
    <Card title={t("waiting.said", { name: waiting.name })} aside={waiting.overdue && <Badge tone="warn">{t("waiting.overdue")}</Badge>}>
      <p className="font-semibold">{t("waiting.due", { dueAt: waiting.dueAt })}</p>
      {waiting.word !== null && <p><span className="text-muted">{t("waiting.wordLabel")}: </span><span className="whitespace-pre-line">{waiting.word}</span></p>}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="case" value={waiting.id} />
        <CheckChips
          label={t("waiting.how")}
          id={`how-${waiting.id}`}
          name="how"
          selected={mine ? (typed["how"]?.split(",") ?? []) : []}
          errors={mine ? errorsAt(refusal, "how") : []}
          options={granted.map((act) => ({ value: act, label: act === "break" ? t("waiting.break", { minutes: policy.breakMinutes ?? 0 }) : t(`waiting.${act}`), ...(act === "took_over" ? { hint: t("waiting.takeOverHint") } : {}) }))}
        />
        <Button variant="primary" name="intent" value="check-in" className="self-start">{t("waiting.save")}</Button>
      </Form>
    </Card>
  );
}

const WORDS = ["one", "two", "three", "four"] as const;

/** Words that help, for whoever checks in. */
export function HelpingWords() {
  const { t } = useTranslation("care");
  return (
    <Card title={t("words.title")}>
      <p>{t("words.lead")}</p>
      <ul className="flex flex-col gap-2">
        {WORDS.map((key) => (
          <li key={key} className="border-l-4 border-accent pl-3 text-lg">{t(`words.${key}`)}</li>
        ))}
      </ul>
      <p><strong>{t("words.avoid")}:</strong> {t("words.avoidText")}</p>
      <p className="text-muted">{t("words.after")}</p>
    </Card>
  );
}
