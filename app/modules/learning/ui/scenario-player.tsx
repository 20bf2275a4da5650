import { type FormEvent, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import type { Tone } from "#ui/tone.ts";
import type { ScenarioView, StepMade } from "../view-models.ts";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

const QUALITY_TONES: Readonly<Record<"good" | "mixed" | "poor", Tone>> = { good: "good", mixed: "waiting", poor: "warn" };

function Meter({ label, value }: { label: string; value: number }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-1 basis-28 flex-col gap-1">
      <span id={id} className="flex justify-between gap-2">
        <span>{label}</span>
        <span className="tabular-nums">{value}</span>
      </span>
      <span role="meter" aria-labelledby={id} aria-valuemin={0} aria-valuemax={100} aria-valuenow={value} className="h-1.5 overflow-hidden rounded-full border border-control bg-sunken">
        <span className="block h-full bg-accent" style={{ width: `${value}%` }} />
      </span>
    </div>
  );
}

/** How the person is by now: two values and the time, quietly. */
function Strip({ view }: { view: ScenarioView }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const { trust, frustration, time } = view.feelings;
  return (
    <section aria-label={t("scenario.strip", { name: text(view.person.name) })} className="flex flex-wrap items-end gap-x-6 gap-y-2 text-sm text-muted">
      <Meter label={t("scenario.trust")} value={trust} />
      <Meter label={t("scenario.frustration")} value={frustration} />
      <span>{t("scenario.time")}: {t("scenario.minutes", { minutes: time })}</span>
    </section>
  );
}

function Made({ step }: { step: StepMade }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <>
      <p><span className="text-muted">{t("scenario.chosen")}: </span>{text(step.text)}</p>
      <p><span className="font-semibold">{t("scenario.why")}: </span>{text(step.feedback)}</p>
    </>
  );
}

/** Hidden fields that name the choice, and how long the turn stood there before it. */
function ChoiceForm({ view, sent, id, onSubmit }: { view: ScenarioView; sent: Sent; id: string; onSubmit: PlayerProps["onSubmit"] }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const { busy, refusal, typed } = useSent(sent, "choose");
  const took = useRef<HTMLInputElement>(null);
  const shown = useRef(0);
  useEffect(() => {
    shown.current = performance.now();
  }, [view.position, view.play]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (took.current) took.current.value = String(Math.min(3_600_000, Math.round(performance.now() - shown.current)));
    onSubmit?.(event);
  };
  return (
    <LessonForm intent="choose" sent={{ refusal, typed }} onSubmit={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="play" value={view.play ?? ""} />
      <input type="hidden" name="position" value={view.position} />
      <input ref={took} type="hidden" name="tookMs" />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">{t("scenario.choose")}</legend>
        {view.choices.map(({ code, text: said }) => (
          <button key={code} type="submit" name="choice" value={code} disabled={busy} className="min-h-target rounded-control border border-control bg-surface px-4 py-3 text-left hover:bg-sunken disabled:opacity-60">
            {text(said)}
          </button>
        ))}
      </fieldset>
    </LessonForm>
  );
}

function Again({ play, kept, label, sent, primary = false }: { play: string; kept: number; label: string; sent: Sent; primary?: boolean }) {
  const { busy, refusal, typed } = useSent(sent, "replay");
  return (
    <LessonForm intent="replay" sent={{ refusal, typed }}>
      <input type="hidden" name="play" value={play} />
      <input type="hidden" name="kept" value={kept} />
      <Button type="submit" variant={primary ? "secondary" : "quiet"} pending={busy} className="self-start">{label}</Button>
    </LessonForm>
  );
}

function End({ view, end, sent }: { view: ScenarioView; end: NonNullable<ScenarioView["end"]>; sent: Sent }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <>
      <Card title={t("scenario.outcome")} aside={<Badge tone={QUALITY_TONES[end.quality]}>{t(`scenario.quality.${end.quality}`)}</Badge>}>
        <p className="max-w-prose">{text(end.outcome)}</p>
        <p className="font-semibold">{t("scenario.score", { score: end.score })}</p>
        <p className="text-sm text-muted">{t("scenario.scoreHint")}</p>
      </Card>
      <Card title={t("scenario.unsaid")}>
        <p className="max-w-prose text-lg">{text(end.unsaid)}</p>
      </Card>
      <Card title={t("scenario.path")}>
        <ol className="flex flex-col divide-y divide-line">
          {end.steps.map((step) => (
            <li key={step.position} className="flex flex-col gap-1 py-3">
              <p className="text-muted">“{text(step.says)}”</p>
              <Made step={step} />
              <p className="text-sm tabular-nums">{t("scenario.points", { points: step.points })}</p>
              {view.play !== null && <Again play={view.play} kept={step.position} label={t("scenario.fromHere")} sent={sent} />}
            </li>
          ))}
        </ol>
        {view.play !== null && <Again play={view.play} kept={0} label={t("scenario.fromStart")} sent={sent} primary />}
      </Card>
    </>
  );
}

export interface PlayerProps {
  readonly view: ScenarioView;
  readonly sent: Sent;
  /** A fresh id for the choice of this screen. */
  readonly id: string;
  readonly onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined;
}

/**
 * One screen of a conversation: what the person says and shows, what one may do, why after each choice. The new turn takes
 * the focus and is read out; plain forms underneath.
 */
export function ScenarioPlayer({ view, sent, id, onSubmit }: PlayerProps) {
  const { t } = useTranslation("learning");
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = `${view.play ?? ""}/${view.position}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place) heading.current?.focus();
    before.current = place;
  }, [place]);
  const name = text(view.person.name);
  return (
    <div className="flex flex-col gap-6">
      {view.position === 0 ? (
        <Card title={t("scenario.situation")}>
          <p className="max-w-prose">{text(view.situation)}</p>
          <p className="text-muted">{name}: {text(view.person.who)}</p>
        </Card>
      ) : (
        <Fold summary={t("scenario.situation")}>
          <p className="max-w-prose">{text(view.situation)}</p>
          <p className="text-muted">{name}: {text(view.person.who)}</p>
        </Fold>
      )}
      {view.last !== null && view.end === null && (
        <div role="status" className="flex flex-col gap-1 rounded-card bg-info-soft p-4">
          <Made step={view.last} />
        </div>
      )}
      <Card>
        <h2 ref={heading} tabIndex={-1} className="text-lg outline-none">{view.end === null ? t("scenario.you", { turn: view.position + 1 }) : t("scenario.end")}</h2>
        <blockquote className="max-w-prose border-l-4 border-accent pl-4 text-lg">
          <span className="sr-only">{t("scenario.says", { name })}: </span>
          {text(view.says)}
        </blockquote>
        <p className="max-w-prose text-muted">
          <span className="font-semibold">{t("scenario.shows")}: </span>
          {text(view.shows)}
        </p>
        <Strip view={view} />
        {view.end === null && <ChoiceForm view={view} sent={sent} id={id} onSubmit={onSubmit} />}
      </Card>
      {view.end !== null && <End view={view} end={view.end} sent={sent} />}
    </div>
  );
}
