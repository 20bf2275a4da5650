// Records `count` refunds as one person, each under a key of its own, and prints `<key> <id> <state>` once answered.
import { installMessages } from "#composition/messages.server.ts";
import { recordDecision } from "#modules/empowerment/public.server.ts";
import { findPersonByEmail, loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { closeDatabase } from "#platform/db.server.ts";
import { answerOnce, requestHash } from "#platform/http/idempotency.server.ts";

const [email = "", prefix = "", count = "0", parallel = "1"] = process.argv.slice(2);
installMessages();
const actor = await loadActor(findPersonByEmail(email)?.id ?? "", NO_CONTEXT);
if (actor === null) throw new Error(`nobody has the e-mail ${email}`);

const vnd = (minor: number) => ({ minor, currency: "VND" });
const body = { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(100_000), customer: "none", order: { value: vnd(5_000_000) }, flags: [], note: "Lỗi" };

async function decide(key: string): Promise<void> {
  const place = { owner: "till", path: "/api/v1/decisions", key, requestHash: requestHash(body) };
  const { replayed, result } = await answerOnce(place, (remember) =>
    recordDecision(actor as NonNullable<typeof actor>, body, { locale: "vi", remember: (tx, answer) => remember(tx, { status: 201, body: answer }) }),
  );
  const answer = result ?? (JSON.parse(replayed.body) as { id: string; state: string });
  process.stdout.write(`${key} ${answer.id} ${answer.state}\n`);
}

let next = 0;
await Promise.all(
  Array.from({ length: Number(parallel) }, async () => {
    while (next < Number(count)) await decide(`${prefix}-${(next += 1)}`);
  }),
);
await closeDatabase();
