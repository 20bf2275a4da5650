import { useTranslation } from "react-i18next";
import { Table, type TableProps } from "#ui/table.tsx";

/** A table whose first rows stand open and whose others wait behind a line, so that a page stays readable on a phone. */
export function FoldedTable<Row>({ rows, open = 10, ...table }: TableProps<Row> & { open?: number }) {
  const { t } = useTranslation("insights");
  const rest = rows.slice(open);
  return (
    <div className="flex flex-col gap-2">
      <Table {...table} rows={rows.slice(0, open)} />
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-target items-center text-accent underline-offset-4 hover:underline">{t("figure.rest", { count: rest.length })}</summary>
          <Table {...table} rows={rest} />
        </details>
      )}
    </div>
  );
}
