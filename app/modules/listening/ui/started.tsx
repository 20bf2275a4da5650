import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { StartedView, WatchView } from "../queries-start.server.ts";
import { useName } from "./use-name.ts";

interface StartedProps {
  started: StartedView;
  poster: string | null;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What was begun, and the way to call it solved; from then on, whether it comes back. */
export function Started({ started, poster, refusal, typed }: StartedProps) {
  const { t } = useTranslation("listening");
  const format = useFormat();
  const name = useName();
  const place = started.touchpoint && (started.site ? `${name(started.touchpoint.name)}, ${name(started.site.name)}` : name(started.touchpoint.name));
  return (
    <>
      <Card title={t("start.done.title")}>
        <p className="text-sm text-muted">{t("start.done.since", { at: started.startedAt })}</p>
        <DefinitionList
          items={[
            { label: t("start.done.pain"), value: <span className="font-semibold">{started.words}</span> },
            place !== null && { label: t("start.done.place"), value: place },
            { label: t("start.done.step"), value: started.step ?? "" },
            started.owner && { label: t("start.done.owner"), value: started.owner.name },
            started.dueDay !== null && { label: t("start.done.due"), value: format.day(started.dueDay) },
          ]}
        />
        <p>{t("start.done.heard", { count: started.heard })}</p>
        {poster !== null && <LinkButton to={poster} className="self-start">{t("start.act.posterPrint")}</LinkButton>}
      </Card>
      {started.solved ? (
        <>
          <Card title={t("start.done.solve")}>
            <p className="text-sm text-muted">{format.date(started.solved.at)}</p>
            <p className="whitespace-pre-line">{started.solved.solution}</p>
          </Card>
          {started.watch && <Watch watch={started.watch} />}
        </>
      ) : (
        <SolveForm refusal={refusal} typed={typed} />
      )}
    </>
  );
}

function SolveForm({ refusal, typed }: Pick<StartedProps, "refusal" | "typed">) {
  const { t } = useTranslation("listening");
  const busy = useNavigation().state !== "idle";
  return (
    <Card title={t("start.done.solve")}>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors refusal={refusal} fields={{ solution: "solution" }} />
        <Field label={t("start.done.solution")} id="solution" name="solution" hint={t("start.done.solutionHint")} defaultValue={typed["solution"]} errors={errorsAt(refusal, "solution")} required>
          <TextArea rows={2} maxLength={500} />
        </Field>
        <Button name="intent" value="solve" pending={busy} className="self-start">{t("start.done.solveSave")}</Button>
      </Form>
    </Card>
  );
}

function Watch({ watch }: { watch: WatchView }) {
  const { t } = useTranslation("listening");
  const { low, n, named, quotes, over, until } = watch;
  return (
    <Card title={t("start.watch.title")}>
      <p className="text-sm text-muted">{over ? t("start.watch.over") : t("start.watch.until", { until })}</p>
      {low === 0 && named === 0 ? <p>{t("start.watch.quiet")}</p> : null}
      {low > 0 && <p>{t("start.watch.low", { count: low, n })}</p>}
      {named > 0 && (
        <div className="flex flex-col gap-2">
          <p>{t("start.watch.named", { count: named })}</p>
          <p className="text-sm text-muted">{t("start.watch.namedHint")}</p>
        </div>
      )}
      {quotes.length > 0 && (
        <ul className="flex flex-col gap-2">
          {quotes.map(({ id, said, at }) => (
            <li key={id} className="border-l-4 border-line pl-3">
              <Link to={`/listening/${id}`} className="underline underline-offset-4 [overflow-wrap:anywhere]">{said}</Link>
              <span className="block text-sm text-muted"><RelativeTime iso={at} /></span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
