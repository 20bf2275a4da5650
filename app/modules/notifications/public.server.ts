export { chooseTopics, ownTopics } from "./choices.server.ts";
export { digestJob } from "./digest.server.ts";
export { forgetNotifications } from "./forget.server.ts";
export { listNotifications, readNotifications, unreadNotifications } from "./list.server.ts";
export { notify, type NotificationInput } from "./notify.server.ts";
