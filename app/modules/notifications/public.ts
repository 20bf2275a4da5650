export { MAIL_TIMES, type MailTime, type TopicCode } from "./domain/topics.ts";
export { notificationText } from "./notification-text.ts";
