import { choicesAnswer, choicesBody } from "#modules/notifications/schemas.ts";
import type { Operation } from "./operation.ts";

const own = { tag: "account", path: "/account/notifications", scope: null, status: 200, answer: choicesAnswer } as const;

export const notificationOperations: readonly Operation[] = [
  { ...own, method: "get", id: "readNotificationChoices", summary: "Where the caller hears of each topic; with a token that is not narrowed" },
  { ...own, method: "put", id: "chooseNotifications", summary: "Choose where to hear of topics; those left out stay", body: choicesBody },
];
