import { Sprout } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { LinkButton } from "#ui/button.tsx";
import type { StepView } from "../view-models.ts";
import { useText } from "./use-text.ts";

/** What there is to do, and why, in two sentences. */
function useStepWords({ step, title }: StepView): { readonly what: string; readonly why: string } {
  const { t } = useTranslation("learning");
  const text = useText();
  const format = useFormat();
  const course = title === null ? "" : text(title);
  switch (step.kind) {
    case "overdue":
      return { what: t("next.overdue", { course }), why: step.dueDay === null ? t("next.why.dueSometime") : t("next.why.overdue", { day: format.day(step.dueDay) }) };
    case "due":
      return { what: t("next.due", { course }), why: step.dueDay === null ? t("next.why.dueSometime") : t("next.why.due", { day: format.day(step.dueDay) }) };
    case "go_on":
      return { what: t("next.go_on", { course }), why: t("next.why.go_on") };
    case "practise":
      return { what: t("next.practise", { course }), why: t("next.why.practise") };
    case "sign_off":
      return { what: t("next.sign_off", { count: step.count }), why: t("next.why.sign_off") };
    case "review":
      return { what: t("next.review", { count: step.count }), why: t("next.why.review") };
    case "renew":
      return { what: t("next.renew", { course }), why: t("next.why.renew", { day: format.day(step.endsOn) }) };
    case "opens":
      return { what: t("next.opens", { course }), why: t("next.why.opens", { count: step.count }) };
    case "choose":
      return { what: t("next.choose"), why: t("next.why.choose") };
    case "rest":
      return { what: t("next.rest"), why: t("next.why.rest") };
    case "done":
      return { what: t("next.done"), why: t("next.why.done") };
  }
}

/** The one thing worth doing now, in a line; the way there is around it. */
export function StepLine({ next }: { next: StepView }) {
  const { t } = useTranslation("learning");
  const { what } = useStepWords(next);
  return (
    <>
      <span className="block text-sm text-muted">{t("next.title")}</span>
      <span className="block font-semibold">{what}</span>
    </>
  );
}

/** The one thing worth doing now, with why, and the way there. */
export function StepCard({ next, level = 2 }: { next: StepView; level?: 2 | 3 }) {
  const { t } = useTranslation("learning");
  const { what, why } = useStepWords(next);
  const go = t(next.step.kind === "go_on" ? "next.goOn" : "next.go");
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby="next-step" className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line bg-accent-soft p-4 shadow-card sm:p-6">
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Sprout aria-hidden className="mt-1 size-6 shrink-0 text-accent" />
        <div className="min-w-0">
          <Heading id="next-step" className="text-sm font-semibold text-muted">{t("next.title")}</Heading>
          <p className="text-lg font-semibold">{what}</p>
          <p>{why}</p>
        </div>
      </div>
      {next.href !== null && (
        <LinkButton to={next.href} variant="primary" aria-label={`${go}: ${what}`}>{go}</LinkButton>
      )}
    </section>
  );
}
