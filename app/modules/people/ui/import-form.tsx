import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorWords } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";

interface Fault {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface ImportReportView {
  readonly ok: boolean;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
  readonly text: string | null;
}

function Faults({ report }: { report: ImportReportView }) {
  const { t } = useTranslation("people");
  return (
    <>
      <Banner tone="warn" live="alert" title={t("files.faultTitle", { count: report.faultCount })}>
        <p>{t("files.faultLead")}</p>
        {report.faultCount > report.faults.length && <p>{t("files.faultsShown", { shown: report.faults.length })}</p>}
      </Banner>
      <Table
        caption={t("files.problem")}
        rows={report.faults.map((fault, index) => ({ ...fault, index }))}
        rowKey={(fault) => String(fault.index)}
        columns={[
          { key: "line", header: t("files.line"), names: true, cell: (fault) => (fault.line === 0 ? t("files.wholeFile") : fault.line) },
          { key: "column", header: t("files.column"), cell: (fault) => fault.column ?? "–" },
          { key: "problem", header: t("files.problem"), cell: (fault) => errorWords(t, { code: `field.${fault.code}`, params: fault.params ?? {} }) },
        ]}
      />
    </>
  );
}

function Fine({ report, hidden }: { report: ImportReportView; hidden: ReactNode }) {
  const { t } = useTranslation("people");
  const busy = useNavigation().state !== "idle";
  return (
    <Banner tone="good" live="status" title={t("files.okTitle")}>
      <p>{t("files.result", { added: report.added, changed: report.changed, unchanged: report.unchanged })}</p>
      {report.text === null ? (
        <p>{t("files.nothing")}</p>
      ) : (
        <Form method="post" encType="multipart/form-data" className="mt-3">
          {hidden}
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="text" value={report.text} />
          <Button variant="primary" pending={busy}>{t("files.confirm", { count: report.added + report.changed })}</Button>
        </Form>
      )}
    </Banner>
  );
}

export interface ImportFormProps {
  columns: readonly string[];
  /** Of the last check; null before the first. */
  report: ImportReportView | null;
  refusal: RefusalLike | null;
  /** Fields that stand before the file, as a choice of what it holds. */
  children?: ReactNode;
  /** What the saving form repeats of them. */
  hidden?: ReactNode;
}

/** A file is checked first, which saves nothing; what the check found is shown, and then the same file can be saved. */
export function ImportForm({ columns, report, refusal, children, hidden }: ImportFormProps) {
  const { t } = useTranslation("people");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <FormErrors refusal={refusal} fields={{ file: "file" }} />
      {report && (report.ok ? <Fine report={report} hidden={hidden} /> : <Faults report={report} />)}
      <Card>
        <p className="max-w-prose">{t("files.lead")}</p>
        <p className="text-sm text-muted">{t("files.columns", { columns: columns.join(", ") })}</p>
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-5">
          {children}
          <Field label={t("files.file")} id="file" name="file" hint={t("files.fileHint")} errors={errorsAt(refusal, "file")} required>
            <TextInput type="file" accept=".csv,text/csv" />
          </Field>
          <Button name="intent" value="check" variant="primary" pending={busy} className="self-start">{t("files.check")}</Button>
        </Form>
      </Card>
    </>
  );
}
