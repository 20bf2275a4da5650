import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { ProposalDetail } from "../../proposals/views.ts";
import { PastOutcome, TrialState } from "./proposal-list.tsx";

interface Answering {
  readonly proposal: ProposalDetail;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

function usePending() {
  const { state, formData } = useNavigation();
  return (intent: string) => state !== "idle" && formData?.get("intent") === intent;
}

/** Accept or set aside, for whoever may; else why this reader does not. */
function OpenAnswer({ proposal, refusal, typed }: Answering) {
  const { t } = useTranslation("proposals");
  const pending = usePending();
  const { may, barred, coming } = proposal;
  const rejecting = typed["intent"] === "reject" ? refusal : null;
  if (!may.answer) return <Banner tone="info">{t("readOnly")}</Banner>;
  return (
    <>
      {barred === "own_authority" && <Banner tone="info">{t("own")}</Banner>}
      {may.accept && (
        <Card title={t("accept")}>
          <p>{t("acceptLead")}</p>
          {coming.map(({ version, at }) => (
            <Banner key={version} tone="warn">
              {t("coming", { version, at })}
            </Banner>
          ))}
          <Form method="post" className="flex flex-col gap-4">
            <Field label={t("acceptNote")} name="note" optional>
              <TextArea rows={2} maxLength={2000} />
            </Field>
            <div>
              <Button variant="primary" name="intent" value="accept" pending={pending("accept")}>
                {t("accept")}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      <Fold summary={t("reject")} open={rejecting !== null}>
        <Form method="post" className="flex flex-col gap-4">
          <p className="text-muted">{t("rejectLead")}</p>
          <Field label={t("rejectWhy")} name="note" defaultValue={rejecting === null ? undefined : typed["note"]} errors={errorsAt(rejecting, "note")}>
            <TextArea rows={2} maxLength={2000} required />
          </Field>
          <div>
            <Button name="intent" value="reject" pending={pending("reject")}>
              {t("reject")}
            </Button>
          </div>
        </Form>
      </Fold>
    </>
  );
}

/** Where an accepted proposal stands, and keeping its limit for good. */
function TrialAnswer({ proposal }: Answering) {
  const { t } = useTranslation("proposals");
  const pending = usePending();
  const { may, barred, draftVersion, answeredBy, answeredAt, note, trialOutcome } = proposal;
  return (
    <Card title={t("trials")}>
      {trialOutcome === null && <TrialState line={proposal} />}
      {answeredBy && answeredAt && <p className="text-muted">{t("acceptedBy", { name: answeredBy.name, at: answeredAt })}</p>}
      {note && <p className="whitespace-pre-line">{note}</p>}
      {draftVersion !== null && (
        <div>
          <LinkButton to={`/policies/${draftVersion}`}>{t("openDraft", { version: draftVersion })}</LinkButton>
        </div>
      )}
      {trialOutcome === null && barred === "own_proposal" && proposal.trialEndsAt !== null && <Banner tone="info">{t("confirmOwn")}</Banner>}
      {may.confirm && (
        <Form method="post" className="flex flex-col gap-4">
          <p>{t("confirmLead")}</p>
          <div>
            <Button variant="primary" name="intent" value="confirm" pending={pending("confirm")}>
              {t("confirm")}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

/** The answer a proposal has, or waits for. */
export function ProposalAnswer(props: Answering) {
  const { t } = useTranslation("proposals");
  const format = useFormat();
  const { proposal } = props;
  if (proposal.state === "open") return <OpenAnswer {...props} />;
  if (proposal.state === "accepted" && proposal.trialOutcome === null) return <TrialAnswer {...props} />;
  return (
    <Card title={t("past")}>
      <p>
        {proposal.answeredBy?.name} {proposal.answeredAt && format.date(proposal.answeredAt)} <PastOutcome line={proposal} />
      </p>
      {proposal.returnVersion !== null && (
        <div>
          <LinkButton to={`/policies/${proposal.returnVersion}`}>{t("openDraft", { version: proposal.returnVersion })}</LinkButton>
        </div>
      )}
    </Card>
  );
}
