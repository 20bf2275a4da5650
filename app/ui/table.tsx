import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  readonly numeric?: boolean;
  /** The cell that names the row: a row header, and the title of its card on the phone. */
  readonly names?: boolean;
  /** Where a press on the header leads, and how the list is sorted by it now. */
  readonly sort?: { readonly to: string; readonly direction: "ascending" | "descending" | null };
  /** Left out on the phone. */
  readonly wideOnly?: boolean;
  /** A class that says how much of a wide table the column takes, where several tables stand in line. */
  readonly width?: string;
}

export interface TableProps<Row> {
  /** Says what is listed; hidden unless `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** In the place of an empty table. */
  empty?: ReactNode;
}

function Header<Row>({ column }: { column: Column<Row> }) {
  if (!column.sort) return <>{column.header}</>;
  const Icon = column.sort.direction === "ascending" ? ArrowUp : column.sort.direction === "descending" ? ArrowDown : ArrowUpDown;
  return (
    <Link to={column.sort.to} className="inline-flex min-h-target items-center gap-1 underline-offset-4 hover:underline">
      {column.header}
      <Icon aria-hidden className="size-4" />
    </Link>
  );
}

/** Rows and columns; on a narrow screen each row becomes a card with its labels. Roles are written out, since CSS display drops them. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className="sm:overflow-x-auto sm:rounded-card sm:border sm:border-line sm:bg-surface sm:shadow-card">
      <table role="table" className="block w-full border-collapse text-left sm:table">
        <caption className={showCaption ? "block px-4 py-3 text-left font-semibold sm:table-caption" : "sr-only"}>{caption}</caption>
        <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
          <tr role="row" className="sm:border-b sm:border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={column.sort?.direction ?? undefined}
                className={classes("px-4 py-2 text-sm font-semibold text-muted", column.numeric && "text-right", column.width)}
              >
                <Header column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="flex flex-col gap-3 sm:table-row-group">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className="block rounded-card border border-line bg-surface p-4 shadow-card sm:table-row sm:border-0 sm:border-b sm:border-line sm:p-0 sm:shadow-none sm:last:border-b-0">
              {columns.map((column) => {
                const Cell = column.names ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    role={column.names ? "rowheader" : "cell"}
                    scope={column.names ? "row" : undefined}
                    className={classes(
                      "py-0.5 sm:table-cell sm:px-4 sm:py-2 sm:align-middle",
                      column.wideOnly ? "hidden" : column.names ? "block text-base font-semibold" : "flex items-baseline justify-between gap-4",
                      column.numeric && "sm:text-right",
                    )}
                  >
                    {!column.names && <span aria-hidden className="min-w-16 text-sm text-muted sm:hidden">{column.header}</span>}
                    <div className={classes("min-w-0", !column.names && "text-right sm:text-inherit", !column.numeric && "sm:text-left")}>{column.cell(row)}</div>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
