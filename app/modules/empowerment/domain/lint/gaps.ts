import type { CompiledRule } from "../rule-index.ts";
import type { AxisOption } from "../grid/axes.ts";
import { both, either, isEmpty, membersOf } from "../grid/bits.ts";
import { boxAround, shownBox, widened, type ShownBox } from "../grid/box.ts";
import { gridOf, type Grid } from "../grid/grid.ts";
import { readRules } from "../grid/rule-set.ts";
import type { Cell } from "../grid/search.ts";
import { finding, type Finding, type Witness } from "./findings.ts";
import { situatedAt, type Scene } from "./scene.ts";

/** Situations that one finding lists at most, each for another reason. */
const MOST_SITUATIONS = 5;

/**
 * Situations that a role's grants for a gesture speak of but none covers. They speak of the smallest box around all of
 * them: per dimension every value that one lists, all values where one lists none, numbers from the least to the
 * greatest. All facts are known, whatever courses somebody holds; situations that a prohibition holds in are left out.
 * Roles that leave the same situations open are one finding.
 */
export function lintGaps(scene: Scene): Finding[] {
  return gridsOf(scene).flatMap((grid) => {
    const byText = new Map<string, Gap>();
    for (const role of grantedRoles(grid)) {
      const gap = gapOf(scene, grid, role);
      if (gap === null) continue;
      const key = JSON.stringify([gap.rules, gap.situations]);
      const same = byText.get(key);
      if (same === undefined) byText.set(key, gap);
      else same.roles.push(role);
    }
    return [...byText.values()].map(({ roles, rules, situations, witness }) =>
      finding({ code: "gap", rules, params: { gesture: grid.gesture, role: roles[0], roles, situations }, about: [grid.gesture, ...roles], witness }),
    );
  });
}

interface Gap {
  readonly roles: string[];
  readonly rules: readonly string[];
  readonly situations: readonly ShownBox[];
  readonly witness: Witness;
}

/** The grids, with grants that need no courses where prohibitions ask for some: elsewhere holding all comes to the same. */
function gridsOf({ document, rules, grids, context }: Scene): readonly Grid[] {
  if (!rules.some(({ effect, who }) => effect === "prohibit" && (who?.courses ?? []).length > 0)) return grids;
  const free = rules.map((rule) => (rule.effect === "grant" ? { ...rule, who: { ...rule.who, courses: [] } } : rule));
  const read = readRules(free);
  return grids.map(({ gesture }) => gridOf([document], read, gesture, context)).filter((grid) => grid !== null && grid !== "too_large");
}

/** The roles that grants name; where they name none, one that stands for all. */
function grantedRoles({ rules, roles }: Grid): string[] {
  const grants = membersOf(rules.grants).map((at) => rules.rules[at] as CompiledRule);
  const named = new Set(grants.flatMap(({ scope }) => [...(scope.roles ?? [])]));
  if (named.size === 0 && grants.length > 0) return roles.slice(-1);
  return [...named].sort();
}

function gapOf(scene: Scene, grid: Grid, role: string): Gap | null {
  const set = grid.rules;
  const grants = both(set.grants, set.ofRole(role));
  const among = both(set.ofRole(role), either(set.grants, set.prohibits));
  const spoken = boxAround(grid, grants);
  const codes = membersOf(grants).map((at) => (set.rules[at] as CompiledRule).code);
  const needed = new Set(membersOf(grants).flatMap((at) => [...(set.rules[at] as CompiledRule).scope.courses]));
  const told = new Set<AxisOption>();
  const cells: Cell[] = [];
  const situations: ShownBox[] = [];
  while (cells.length < MOST_SITUATIONS) {
    const cell = scene.hunt(grid, {
      code: "gap",
      rules: codes,
      among,
      harmful: among,
      known: true,
      keep: (axis, option) => !told.has(option) && (axis.course === null ? spoken.get(axis)?.has(option) === true : option.fact === true || !needed.has(axis.course)),
      hopeless: ({ settledPossible }) => !isEmpty(settledPossible),
      accept: ({ possible }) => isEmpty(possible),
    });
    if (typeof cell === "string") break;
    const box = widened(grid, cell, spoken, among, "reasons");
    cells.push(cell);
    situations.push(shownBox(box, spoken));
    const before = told.size;
    for (const [axis, options] of box) if (axis.name === "reasons") options.forEach((option) => told.add(option));
    if (told.size === before) break;
  }
  const [first] = cells;
  if (first === undefined) return null;
  return { roles: [role], rules: codes, situations, witness: situatedAt({ grid, cell: first, role, at: { value: undefined } }) };
}
