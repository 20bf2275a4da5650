import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { type Channels, channelsFor, MAIL_TIMES, TOPIC_CODES, type TopicCode, TOPICS } from "./domain/topics.ts";
import type { NotificationsEvent } from "./events.ts";
import type { ChoiceFields } from "./schemas.ts";
import type { TopicView } from "./view-models.ts";

function chosen(row: { readonly inApp: boolean; readonly mail: string } | null | undefined): Channels | null {
  const mail = MAIL_TIMES.find((time) => time === row?.mail);
  return row === null || row === undefined || mail === undefined ? null : { inApp: row.inApp, mail };
}

/** Where a person hears of a topic now: the one place that decides. */
export async function channelsOf(tx: Tx, personId: string, topic: TopicCode, mailLeaves: boolean): Promise<Channels> {
  return channelsFor(topic, chosen(await tx.find("NotificationChoice", { personId, topic })), mailLeaves);
}

const heardBy = (actor: PersonActor): TopicCode[] => TOPIC_CODES.filter((code) => can({ ...actor, tokenScopes: null }, TOPICS[code].hearers));

/** The topics the actor can hear of, each with where they do: what they chose, whether or not mail can leave. */
export async function ownTopics(actor: PersonActor): Promise<TopicView[]> {
  const rows = new Map((await db.notificationChoice.findMany({ where: { personId: actor.personId } })).map((row) => [row.topic, row]));
  return heardBy(actor).map((topic) => {
    const own = chosen(rows.get(topic));
    return { topic, needsAnswer: TOPICS[topic].needsAnswer, ...channelsFor(topic, own, true), chosen: own !== null };
  });
}

/** Keeps where the actor wants to hear of topics; those left out stay. Refuses `forbidden`, 422 `topic_not_yours`. */
export async function chooseTopics(choices: readonly ChoiceFields[], asked: Asked): Promise<void> {
  demand(asked, "account.self");
  const { actor, now } = asked;
  if (actor === null || actor.kind === "service") throw new Refusal("forbidden");
  const own = new Set(heardBy(actor));
  const foreign = choices.findIndex(({ topic }) => !own.has(topic));
  if (foreign !== -1) throw new Refusal("invalid_input", { errors: [{ path: `topics.${foreign}.topic`, code: "not_in_list" }] });
  await transaction(async (tx) => {
    const changed: TopicCode[] = [];
    for (const { topic, inApp, mail } of choices) {
      const row = await tx.find("NotificationChoice", { personId: actor.personId, topic });
      const before = channelsFor(topic, chosen(row), true);
      const after = channelsFor(topic, { inApp, mail }, true);
      if (before.inApp === after.inApp && before.mail === after.mail) continue;
      await tx.upsert("NotificationChoice", { personId: actor.personId, topic }, { personId: actor.personId, topic, ...after, updatedAt: now });
      changed.push(topic);
    }
    if (changed.length === 0) return;
    const event: NotificationsEvent = { type: "notifications.chosen", schema: 1, data: { topics: changed } };
    await appendEvent(tx, { ...event, subject: { kind: "person", id: actor.personId }, actor: actorRef(asked), at: now });
  });
}
