import { type Choice, FEELING_VARIABLES, type Scenario, type ScenarioNode } from "./content.ts";
import { finding, type Finding, NOWHERE, type Place } from "./findings.ts";
import { missingLanguages, repeatedCodes } from "./written.ts";

/** The way from a node to the next ones; a code that names no node leads nowhere. Of nodes with one code the first counts. */
function waysOn(nodes: readonly ScenarioNode[]): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>();
  const known = new Set(nodes.map(({ code }) => code));
  for (const node of nodes) {
    if (ways.has(node.code)) continue;
    ways.set(node.code, node.kind === "ending" ? [] : node.choices.map(({ to }) => to).filter((to) => known.has(to)));
  }
  return ways;
}

/** Everything that can be reached from `from` by `ways`, these included. */
function reached(from: readonly string[], ways: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set(from);
  // A set is walked in order of insertion, and what is added on the way is walked too.
  for (const code of seen) for (const next of ways.get(code) ?? []) seen.add(next);
  return seen;
}

function backwards(ways: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const back = new Map<string, string[]>();
  for (const [from, targets] of ways) for (const to of targets) back.set(to, [...(back.get(to) ?? []), from]);
  return back;
}

/** Codes of nodes that a conversation can come to, and of those from which an ending can still be reached. */
function reachability({ start, nodes }: Scenario) {
  const ways = waysOn(nodes);
  const endings = nodes.filter(({ kind }) => kind === "ending").map(({ code }) => code);
  return { fromStart: ways.has(start) ? reached([start], ways) : new Set<string>(), toEnding: reached(endings, backwards(ways)) };
}

function choiceFindings(choice: Choice, path: string, place: Place, known: ReadonlySet<string>): Finding[] {
  const at = { ...place, choice: choice.code };
  return [
    ...(known.has(choice.to) ? [] : [finding("target_missing", `${path}.to`, at)]),
    ...missingLanguages(choice.text, `${path}.text`, at),
    ...missingLanguages(choice.feedback, `${path}.feedback`, at, "no_feedback"),
  ];
}

function nodeFindings(node: ScenarioNode, path: string, place: Place, known: ReadonlySet<string>): Finding[] {
  const said = (["says", "shows"] as const).flatMap((part) => missingLanguages(node[part], `${path}.${part}`, place));
  if (node.kind === "ending") return [...said, ...missingLanguages(node.outcome, `${path}.outcome`, place)];
  return [
    ...said,
    ...(node.choices.length === 0 ? [finding("no_choices", `${path}.choices`, place)] : []),
    ...repeatedCodes(node.choices, ({ code }, index) => ({ path: `${path}.choices.${index}`, place: { ...place, choice: code } })),
    ...node.choices.flatMap((choice, index) => choiceFindings(choice, `${path}.choices.${index}`, place, known)),
  ];
}

/**
 * What is wrong with a scenario. One without findings ends: from every state that can be reached, some choices lead to an
 * ending (loops are allowed as long as there is a way out of them).
 * @param lesson the lesson it belongs to, for the place of each finding
 * @param path the dotted path of the scenario itself
 */
export function validateScenario(scenario: Scenario, lesson: string | null = null, path = "scenario"): Finding[] {
  const { nodes, start, begins } = scenario;
  const here: Place = { ...NOWHERE, lesson };
  const known = new Set(nodes.map(({ code }) => code));
  const { fromStart, toEnding } = reachability(scenario);
  const nodePath = (index: number) => `${path}.nodes.${index}`;
  const placeOf = ({ code }: ScenarioNode): Place => ({ ...here, node: code });
  const outside = FEELING_VARIABLES.filter((variable) => begins[variable] < 0 || (variable !== "time" && begins[variable] > 100));
  return [
    ...(["name", "who"] as const).flatMap((part) => missingLanguages(scenario.person[part], `${path}.person.${part}`, here)),
    ...missingLanguages(scenario.situation, `${path}.situation`, here),
    ...missingLanguages(scenario.unsaid, `${path}.unsaid`, here),
    ...outside.map((variable) => finding("begins_out_of_range", `${path}.begins.${variable}`, here)),
    ...(known.has(start) ? [] : [finding("start_missing", `${path}.start`, here)]),
    ...(nodes.some(({ kind }) => kind === "ending") ? [] : [finding("no_ending", `${path}.nodes`, here)]),
    ...repeatedCodes(nodes, (node, index) => ({ path: nodePath(index), place: placeOf(node) })),
    ...nodes.flatMap((node, index) => [
      ...nodeFindings(node, nodePath(index), placeOf(node), known),
      ...(known.has(start) && !fromStart.has(node.code) ? [finding("unreachable", nodePath(index), placeOf(node))] : []),
      ...(toEnding.has(node.code) ? [] : [finding("no_way_out", nodePath(index), placeOf(node))]),
    ]),
  ];
}
