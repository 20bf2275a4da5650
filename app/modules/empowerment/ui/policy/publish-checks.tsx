import { Form, Link, useNavigation } from "@remix-run/react";
import { CircleCheck, CircleX, Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { TONES } from "#ui/tone.ts";
import type { AudienceView, NotedFindingView, PublishView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { FindingLine } from "../designer/finding-line.tsx";
import { ChangeList } from "./rule-changes.tsx";

const FACES = { good: CircleCheck, bad: CircleX, waiting: Clock } as const;

interface Check {
  readonly tone: keyof typeof FACES;
  readonly text: string;
  readonly to: string | null;
}

/** What stands in the way of the next step, each with where it is mended. */
export function PublishChecks({ policy }: { policy: PublishView }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const { version, comments, tests } = policy;
  const errors = policy.findings.filter(({ severity }) => severity === "error").length;
  const open = policy.findings.filter(({ severity, noted }) => severity === "warning" && noted === null).length;
  const talk = `/policies/${version}/comments`;
  const checks: Check[] = [
    comments.open
      ? { tone: "waiting", text: t("comments.open", { day: format.day(comments.lastDay ?? "") }), to: talk }
      : comments.lastDay === null
        ? { tone: "waiting", text: t("comments.notAsked"), to: talk }
        : { tone: "good", text: t("comments.closed", { day: format.day(comments.lastDay) }), to: talk },
    ...(comments.unanswered > 0 ? [{ tone: "bad" as const, text: t("comments.unanswered", { count: comments.unanswered }), to: talk }] : []),
    tests.failed > 0
      ? { tone: "bad", text: t("tests.summaryFailed", tests), to: `/policies/${version}/tests` }
      : { tone: tests.total === 0 ? "waiting" : "good", text: tests.total === 0 ? t("tests.none") : t("tests.summary", { count: tests.total }), to: `/policies/${version}/tests` },
    errors > 0 ? { tone: "bad", text: t("publish.errors", { count: errors }), to: null } : { tone: "good", text: t("publish.noErrors"), to: null },
    open > 0 ? { tone: "waiting", text: t("publish.warnings", { count: open }), to: null } : { tone: "good", text: t("publish.noWarnings"), to: null },
  ];
  return (
    <Card title={t("publish.checks")}>
      <ul className="flex flex-col gap-2">
        {checks.map(({ tone, text, to }) => {
          const Icon = FACES[tone];
          return (
            <li key={text} className="flex gap-3">
              <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${TONES[tone].text}`} />
              {to === null ? (
                <span>{text}</span>
              ) : (
                <Link to={to} className="underline underline-offset-4">
                  {text}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

interface Noting {
  policy: PublishView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What lint finds: errors to mend stand open, warnings to mend or to note in writing are one press away. */
export function FindingList({ policy, refusal, typed }: Noting) {
  const { t } = useTranslation("policy");
  const errors = policy.findings.filter(({ severity }) => severity === "error");
  const others = policy.findings.filter(({ severity }) => severity !== "error");
  if (policy.findings.length === 0) return null;
  const lines = (findings: readonly NotedFindingView[]) => (
    <ul className="flex flex-col divide-y divide-line">
      {findings.map((finding) => {
        const mine = typed["finding"] === finding.key;
        return (
          <li key={finding.key} className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
            <FindingLine finding={finding} />
            {finding.severity === "warning" && <Noted finding={finding} may={policy.may.note} refusal={mine ? refusal : null} typed={mine ? typed : {}} />}
          </li>
        );
      })}
    </ul>
  );
  return (
    <Card title={t("publish.findings")}>
      {errors.length > 0 && lines(errors)}
      {others.length > 0 && (
        <Fold summary={t("publish.others", { count: others.length })} open={refusal !== null && typed["intent"] === "note"}>
          {lines(others)}
        </Fold>
      )}
    </Card>
  );
}

function Noted({ finding, may, refusal, typed }: { finding: NotedFindingView; may: boolean } & Omit<Noting, "policy">) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const { state, formData } = useNavigation();
  const { noted, key } = finding;
  if (noted !== null) return <p className="border-l-4 border-line pl-4">{noted.by === null ? noted.note : t("publish.noted", { note: noted.note, name: noted.by, at: format.dateTime(noted.at) })}</p>;
  if (!may) return null;
  return (
    <Fold summary={t("publish.note")} open={refusal !== null}>
      <Form method="post" className="flex flex-col gap-3">
        <input type="hidden" name="finding" value={key} />
        <Field label={t("publish.noteWords")} name="note" defaultValue={typed["note"]} errors={errorsAt(refusal, "note")}>
          <TextInput maxLength={500} required />
        </Field>
        <div>
          <Button name="intent" value="note" pending={state !== "idle" && formData?.get("finding") === key}>
            {t("publish.noteSave")}
          </Button>
        </div>
      </Form>
    </Fold>
  );
}

/** Who will be told what, by what changes for them. */
export function AudienceList({ audiences, currency }: { audiences: readonly AudienceView[]; currency: string }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const name = useBilingual();
  return (
    <Card title={t("publish.announcement")}>
      <p className="text-muted">{t("publish.announcementLead")}</p>
      <div className="flex flex-col divide-y divide-line border-t border-line">
        {audiences.map((audience, index) => {
          const roles = format.list(audience.roles.map((role) => words(t, "ui:role", { code: role })));
          const nothing = audience.changes.rules.length === 0 && audience.changes.budgets.length === 0;
          const summary = t("publish.audience", { count: audience.people, roles });
          const about = format.list([...audience.changes.rules.map((rule) => name(rule.name)), ...(audience.changes.budgets.length > 0 ? [t("changes.budgets")] : [])]);
          if (nothing) return <p key={index} className="py-2 text-muted">{t("publish.audienceNothing", { who: summary })}</p>;
          return (
            <Fold
              key={index}
              summary={
                <span className="py-2">
                  {summary}
                  <span className="block font-normal text-muted">{about}</span>
                </span>
              }
            >
              <ChangeList changes={audience.changes} currency={currency} />
            </Fold>
          );
        })}
      </div>
    </Card>
  );
}
