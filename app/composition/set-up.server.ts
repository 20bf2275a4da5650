import { insertStarterPolicy } from "#modules/empowerment/public.server.ts";
import type { SetUpParticipant } from "#modules/people/public.server.ts";

/** What a set-up with the starter policy makes besides the organisation and its first people, in the same transaction. */
export const setUpParticipants: readonly SetUpParticipant[] = [insertStarterPolicy];
