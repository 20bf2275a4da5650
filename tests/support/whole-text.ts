/** What an export writes piece by piece, in one. */
export async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const piece of pieces) all += piece;
  return all;
}
