/** A question as far as taking turns goes. */
interface Turn {
  readonly code: string;
  readonly topic: string;
  /** Whether it is answered with words. */
  readonly words: boolean;
}

/**
 * Proposes questions for the next pulse: in each topic the one asked longest ago, topics asked longest ago first, words at
 * most once and last. `lastAsked` holds the number of the wave each was last asked in; the higher the later.
 */
export function nextQuestions(bank: readonly Turn[], lastAsked: ReadonlyMap<string, number>, count: number): string[] {
  const turn = (code: string) => lastAsked.get(code) ?? -1;
  const byTurn = [...bank].sort((a, b) => turn(a.code) - turn(b.code));
  const scores = byTurn.filter(({ words }) => !words);
  const topicTurn = (topic: string) => Math.max(...scores.filter((each) => each.topic === topic).map(({ code }) => turn(code)));
  const topics = [...new Set(bank.map(({ topic }) => topic))].filter((topic) => scores.some((each) => each.topic === topic)).sort((a, b) => topicTurn(a) - topicTurn(b));
  const words = byTurn.find((each) => each.words);
  const wanted = count - (words === undefined ? 0 : 1);
  const chosen: string[] = [];
  for (let round = 0; chosen.length < wanted && chosen.length < scores.length; round += 1) {
    for (const topic of topics) {
      const next = scores.filter((each) => each.topic === topic)[round];
      if (next !== undefined && chosen.length < wanted) chosen.push(next.code);
    }
  }
  return words === undefined ? chosen : [...chosen, words.code];
}
