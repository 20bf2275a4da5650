import { Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "#ui/classes.ts";
import type { Scenario, ScenarioNode } from "../../domain/content.ts";
import { type GraphLayout, layoutGraph, type PlacedNode } from "../../domain/graph-layout.ts";
import { useBilingual } from "./use-bilingual.ts";

const WIDTH = 176;
const HEIGHT = 64;
const GAP_X = 28;
const GAP_Y = 56;
const EDGE = 12;
const TEXT = 20;

const FILL: Readonly<Record<string, string>> = { turn: "fill-surface", good: "fill-good-soft", mixed: "fill-info-soft", poor: "fill-warn-soft" };

/** Where the top left corner of a node lies; a layer stands in the middle. */
function cornerOf({ layer, row }: PlacedNode, { nodes, rows }: GraphLayout): { x: number; y: number } {
  const beside = nodes.filter((node) => node.layer === layer).length;
  const left = ((rows - beside) * (WIDTH + GAP_X)) / 2;
  return { x: EDGE + left + row * (WIDTH + GAP_X), y: EDGE + layer * (HEIGHT + GAP_Y) };
}

function pathOf(from: { x: number; y: number }, to: { x: number; y: number }, back: boolean, spread: number): string {
  const [x1, y1, x2, y2] = [from.x + WIDTH / 2 + spread, from.y + HEIGHT, to.x + WIDTH / 2, to.y];
  if (!back) return `M${x1},${y1} C${x1},${y1 + GAP_Y * 0.6} ${x2},${y2 - GAP_Y * 0.6} ${x2},${y2 - 2}`;
  const side = Math.max(from.x, to.x) + WIDTH;
  return `M${from.x + WIDTH},${from.y + HEIGHT / 2} C${side + GAP_X},${from.y + HEIGHT / 2} ${side + GAP_X},${to.y + HEIGHT / 2} ${to.x + WIDTH + 2},${to.y + HEIGHT / 2}`;
}

interface GraphProps {
  readonly scenario: Scenario;
  readonly hrefOf: (node: string) => string;
  /** Nodes with something to mend. */
  readonly faulty: ReadonlySet<string>;
  readonly current: string | null;
}

/** The conversation as a drawing; each box leads to its form. The list beside it says the same in words. */
export function ScenarioGraph({ scenario, hrefOf, faulty, current }: GraphProps) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const arrow = useId();
  const layout = layoutGraph(scenario.start, scenario.nodes.map((node) => ({ code: node.code, ways: node.kind === "turn" ? node.choices : [] })));
  const placed = new Map(layout.nodes.map((node) => [node.code, cornerOf(node, layout)]));
  const nodes = new Map(scenario.nodes.map((node) => [node.code, node]));
  const width = EDGE * 2 + layout.rows * (WIDTH + GAP_X) + (layout.edges.some(({ back }) => back) ? GAP_X : 0);
  const height = EDGE * 2 + layout.layers * HEIGHT + Math.max(0, layout.layers - 1) * GAP_Y;
  const endings = scenario.nodes.filter(({ kind }) => kind === "ending").length;
  const short = (node: ScenarioNode) => {
    const said = text(node.says);
    return said.length > TEXT ? `${said.slice(0, TEXT - 1)}…` : said;
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached from the keyboard
    <div className="overflow-x-auto rounded-card border border-line bg-sunken" tabIndex={0} role="region" aria-label={t("scenario.graph")}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t("scenario.graphLabel", { turns: scenario.nodes.length - endings, endings })}>
        <defs>
          <marker id={arrow} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0,0 L10,5 L0,10 z" className="fill-muted" />
          </marker>
        </defs>
        {layout.edges.map(({ from, choice, to, back }, index) => {
          const [start, end] = [placed.get(from), placed.get(to)];
          const node = nodes.get(from);
          if (start === undefined || end === undefined || node?.kind !== "turn") return null;
          const spread = (node.choices.findIndex(({ code }) => code === choice) - (node.choices.length - 1) / 2) * 22;
          return <path key={index} d={pathOf(start, end, back, spread)} fill="none" strokeWidth={1.5} strokeDasharray={back ? "5 4" : undefined} markerEnd={`url(#${arrow})`} className="stroke-muted" />;
        })}
        {layout.nodes.map(({ code, reachable }) => {
          const [corner, node] = [placed.get(code), nodes.get(code)];
          if (corner === undefined || node === undefined) return null;
          const bad = faulty.has(code);
          const label = [t(node.kind === "turn" ? "scenario.turn" : "scenario.ending", { code }), reachable ? "" : t("scenario.lost"), text(node.says)].filter(Boolean).join(": ");
          return (
            <Link key={code} to={hrefOf(code)} aria-label={label} aria-current={code === current ? "true" : undefined} preventScrollReset className="group/node">
              <rect x={corner.x} y={corner.y} width={WIDTH} height={HEIGHT} rx={10} strokeWidth={bad || code === current ? 3 : 1.5} className={classes(FILL[node.kind === "turn" ? "turn" : node.quality], bad ? "stroke-bad" : code === current ? "stroke-accent" : "stroke-control", "group-hover/node:stroke-accent group-focus-visible/node:stroke-focus")} />
              <text x={corner.x + 12} y={corner.y + 26} className="fill-ink text-sm font-semibold">
                {code}
                {code === scenario.start ? ` · ${t("scenario.startMark")}` : ""}
                {bad ? " !" : ""}
              </text>
              <text x={corner.x + 12} y={corner.y + 47} className="fill-muted text-sm">{short(node)}</text>
            </Link>
          );
        })}
      </svg>
    </div>
  );
}
