import { ChevronDown } from "lucide-react";
import { type ReactNode, Suspense, useId } from "react";
import { useTranslation } from "react-i18next";
import { useHydrated } from "../use-hydrated.ts";

/** The figures of a chart in rows; the first column names the row. */
export interface ChartTable {
  /** Says what is listed. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartFigureProps {
  /** What the chart says, in words. */
  readonly sentence: ReactNode;
  readonly table: ChartTable;
  /** What the marks stand for. */
  readonly legend?: ReactNode;
  /** The drawing, loaded once scripts run. */
  readonly children: ReactNode;
  /** CSS class of the drawing's height. */
  readonly height?: string;
}

/**
 * A chart with its sentence and its table. Nothing is drawn on the server, and the drawing is hidden from assistive
 * technology: sentence and table say the same, with and without scripts.
 */
export function ChartFigure({ sentence, table, legend, children, height = "h-64" }: ChartFigureProps) {
  const hydrated = useHydrated();
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-3">
      <figcaption className="max-w-prose">{sentence}</figcaption>
      <div aria-hidden className={`${height} min-w-0 noscript:hidden`}>
        {hydrated && <Suspense fallback={null}>{children}</Suspense>}
      </div>
      {legend}
      <FigureTable table={table} />
    </figure>
  );
}

function FigureTable({ table: { caption, columns, rows } }: { table: ChartTable }) {
  const { t } = useTranslation("ui");
  const id = useId();
  return (
    <details className="group">
      <summary className="inline-flex min-h-target items-center gap-1 text-accent underline-offset-4 hover:underline">
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
        {t("chart.table")}
      </summary>
      <table aria-labelledby={id} className="mt-1 w-full border-collapse text-sm">
        <caption id={id} className="pb-2 text-left text-muted">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={`px-2 py-1 align-bottom font-semibold text-muted first:pl-0 last:pr-0 ${index === 0 ? "text-left" : "text-right"}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]} className="border-b border-line last:border-b-0">
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className="py-1 pr-2 text-left font-normal">{cell}</th>
                ) : (
                  <td key={index} className="px-2 py-1 text-right last:pr-0">{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A short piece of a line or a bar beside its name. */
export function LegendItem({ mark, children }: { mark: "solid" | "dashed" | "dotted" | "bar"; children: ReactNode }) {
  const dash = { solid: undefined, dashed: "7 5", dotted: "2 4", bar: undefined }[mark];
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden width="28" height="12" viewBox="0 0 28 12">
        {mark === "bar" ? (
          <rect x="6" y="1" width="16" height="10" fill="var(--accent)" />
        ) : (
          <line x1="1" y1="6" x2="27" y2="6" stroke={mark === "solid" ? "var(--accent)" : mark === "dashed" ? "var(--heart)" : "var(--muted)"} strokeWidth="2.5" strokeDasharray={dash} />
        )}
      </svg>
      {children}
    </span>
  );
}

export function Legend({ children }: { children: ReactNode }) {
  return <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">{children}</p>;
}
