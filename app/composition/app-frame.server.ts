import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { unreadNotifications } from "#modules/notifications/public.server.ts";
import type { FrameData } from "./app-frame.tsx";
import { visiblePlaces } from "./navigation.ts";

/** What the frame around a person's pages shows. */
export async function appFrame(actor: PersonActor, isDemo: boolean): Promise<FrameData> {
  return { person: { id: actor.personId, name: actor.name }, places: visiblePlaces(actor), unread: await unreadNotifications(actor.personId), isDemo, mayFindPeople: can(actor, "people.search") };
}
