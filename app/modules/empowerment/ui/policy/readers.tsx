import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { Tone } from "#ui/tone.ts";
import type { RaisedView, ReadersView, TeamReaders } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";

const COUNTS = ["bound", "understood", "unclear", "unreasonable", "open"] as const;
const TONE = { understood: "good", unclear: "waiting", unreasonable: "warn" } as const satisfies Record<string, Tone>;

/** How many a version binds and what they said, team by team. */
export function TeamTable({ readers }: { readers: ReadersView }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const columns: Column<TeamReaders>[] = [
    { key: "team", header: t("readers.team"), names: true, cell: (row) => (row.own ? t("readers.mine") : row.manager === null ? t("readers.noManager") : t("readers.teamOf", { name: row.manager })) },
    ...COUNTS.map((key) => ({ key, header: t(`readers.${key}`), numeric: true, cell: (row: TeamReaders) => format.number(row[key]) })),
  ];
  return <Table caption={t("readers.caption")} columns={columns} rows={readers.teams} rowKey={({ manager, own }) => (own ? "own" : (manager ?? "none"))} />;
}

/** The names of one's own direct reports, those who have not answered first. */
export function OwnTeam({ people }: { people: NonNullable<TeamReaders["people"]> }) {
  const { t } = useTranslation("policy");
  const waiting = [...people].sort((a, b) => Number(a.response === "understood") - Number(b.response === "understood"));
  return (
    <Card title={t("readers.mine")}>
      <ul className="flex flex-col divide-y divide-line">
        {waiting.map(({ id, name, response, words }) => (
          <li key={id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="font-semibold">{name}</span>
              {response === null ? <Badge>{t("readers.open")}</Badge> : <Badge tone={TONE[response]}>{t(`readers.${response}`)}</Badge>}
            </p>
            {words !== null && <p className="whitespace-pre-line text-muted">{words}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface Answering {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What was unclear or seemed unreasonable, without whose it is; answered by the rule's owner. */
export function RaisedList({ raised, refusal, typed }: { raised: readonly RaisedView[] } & Answering) {
  const { t } = useTranslation("policy");
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-semibold">{t("readers.raised")}</h2>
      <ol className="flex flex-col gap-4">
        {raised.map((one) => (
          <Raised key={one.ref} raised={one} refusal={typed["ref"] === one.ref ? refusal : null} typed={typed["ref"] === one.ref ? typed : {}} />
        ))}
      </ol>
    </section>
  );
}

function Raised({ raised, refusal, typed }: { raised: RaisedView } & Answering) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  const { state, formData } = useNavigation();
  return (
    <Card as="li" className="gap-3">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="text-muted">
          {raised.rule === null ? t("comments.whole") : name(raised.rule.name)} · <RelativeTime iso={raised.at} />
        </span>
        <Badge tone={TONE[raised.response]}>{raised.response === "understood" ? t("readers.settled") : t(`readers.${raised.response}`)}</Badge>
      </p>
      <p className="whitespace-pre-line">{raised.words}</p>
      {raised.answer !== null && (
        <div className="border-l-4 border-line pl-4">
          <p className="whitespace-pre-line">{raised.answer}</p>
          <p className="text-sm text-muted">{raised.answeredBy}</p>
        </div>
      )}
      {raised.mayAnswer && (
        <Fold summary={t("comments.answer")} open={refusal !== null}>
          <Form method="post" className="flex flex-col gap-4">
            <input type="hidden" name="ref" value={raised.ref} />
            <Field label={t("comments.answerWords")} name="answer" hint={t("readers.answerHint")} defaultValue={typed["answer"]} errors={errorsAt(refusal, "answer")}>
              <TextArea rows={2} maxLength={2000} required />
            </Field>
            <div>
              <Button variant="primary" name="intent" value="answer" pending={state !== "idle" && formData?.get("ref") === raised.ref}>
                {t("comments.answerSend")}
              </Button>
            </div>
          </Form>
        </Fold>
      )}
    </Card>
  );
}
