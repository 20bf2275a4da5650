import type { Messages } from "#i18n/catalogue.ts";
import type { vi } from "./vi.ts";

export const en: Messages<typeof vi> = {
  reason: {
    within_case_limit: "Yes. This is within the limit of {{limit, money}} per case.",
    within_authority: "Yes. You may decide this yourself.",
    over_case_limit: "Over the limit of {{limit, money}} per case.",
    case_total_over_limit:
      "{{granted, money}} was already given in this case; {{amount, money}} more goes over the limit of {{limit, money}}.",
    over_budget: "The limit {{window}} has {{remaining}} left; it starts again at {{resetsAt}}.",
    over_budget_open: "The limit {{window}} has {{remaining}} left.",
    no_rule_covers: "No rule covers this situation yet. It has been reported so that one can be written.",
    forbidden_by_rule: "A rule does not allow this: {{why}}",
    fact_unknown: "Still missing: {{facts}}. With it you may be able to decide at once.",
    stricter_rule_used: "Two rules apply; the stricter one counts.",
    training_required: "Once you have finished {{courses}}, you may decide this yourself.",
    duty_missing: "Add {{duties}} to save. A few words are enough.",
    second_person_required: "Above {{above, money}} a colleague confirms as well.",
    second_person_always: "A colleague confirms this as well.",
    escalated_by_choice: "Sent to {{approver}} for advice, answer by {{dueAt}}.",
    escalated_by_choice_open: "Sent to somebody above for advice.",
    approver_by_exception: "Approved as an exception, up to {{limit, money}}.",
    invalid_request: "Part of this request could not be read. Look through it and send it again.",
  },

  course: "“{{title}}” (about {{minutes}} minutes)",

  window: {
    person: { day: "for you today", week: "for you this week", month: "for you this month", rolling: "for you over {{days, number}} days" },
    team: { day: "for your team today", week: "for your team this week", month: "for your team this month", rolling: "for your team over {{days, number}} days" },
    site: { day: "for the site today", week: "for the site this week", month: "for the site this month", rolling: "for the site over {{days, number}} days" },
    customer: {
      day: "for this customer today",
      week: "for this customer this week",
      month: "for this customer this month",
      rolling: "for this customer over {{days, number}} days",
    },
  },
  times: "{{count, number}}×",

  fact: {
    customer: "who the customer is",
    customer_ref: "the customer's reference or phone number",
    customer_tier: "the customer's tier",
    customer_lifetimeValue: "the customer's lifetime value",
    order: "the order",
    order_ref: "the order's reference",
    order_value: "the order's value",
    order_daysSincePurchase: "the day of purchase",
    flags: "the things to look out for",
    actor_department: "your department",
    actor_site: "your site",
    actor_level: "your level",
    actor_tenureDays: "your first day",
    other: "one fact",
  },

  dim: {
    roles: "role",
    departments: "department",
    sites: "site",
    level: "level",
    tenureDays: "days employed",
    courses: "course",
    reasons: "reason",
    channels: "channel",
    tiers: "tier",
    lifetimeValue: "lifetime value",
    orderValue: "order value",
    daysSincePurchase: "days since purchase",
    flags: "things to look out for",
    proactive: "proactive gesture",
    gestures: "gesture",
    validity: "validity",
  },

  state: {
    granted: "granted",
    pending: "pending",
    approved: "approved",
    declined: "declined",
    returned: "returned with advice",
    expired: "expired",
    cancelled: "cancelled",
    refused: "refused",
  },

  approvalState: {
    pending: "waiting for an answer",
    approved: "approved",
    declined: "declined",
    returned: "returned with advice",
    climbed: "moved to the fallback approver",
    handed_over: "handed over",
    expired: "expired",
    cancelled: "cancelled",
  },

  approvalKind: { person: "by authority", second_person: "second person", exception: "exception" },

  policyState: { draft: "draft", in_review: "in review", published: "published", in_force: "in force", retired: "retired" },

  ruleStatus: {
    applied: "applied",
    stricter_used: "stricter limit used",
    overridden: "overridden by a more specific rule",
    restricts: "adds a restriction",
    not_in_force: "not in force",
    not_matched: "does not match",
  },

  felt: {
    annoyed: "annoyed",
    disappointed: "disappointed",
    worried: "worried",
    tired_of_waiting: "tired of waiting",
    calm: "calm",
    happy: "happy",
  },

  escalateReason: {
    did_not_know: "I did not know I may decide this",
    feared_blame: "I feared being blamed",
    system_blocked: "the system did not let me",
    customer_asked: "the customer asked for a manager",
    wanted_advice: "I wanted advice",
  },

  result: { resolved: "resolved", partly: "partly", unresolved: "unresolved" },

  receipt: {
    title: "Good-faith receipt",
    text: "Decision {{number}} was inside rule {{rule}} of version {{version, number}} when it was taken. What happens later does not change that.",
  },

  timeline: {
    granted: "{{gesture}} {{amount, money}}: decided by {{person}}",
    approved: "{{gesture}} {{amount, money}}: approved",
    pending: "{{gesture}} {{amount, money}}: waiting for approval",
    declined: "{{gesture}} {{amount, money}}: declined",
    returned: "{{gesture}} {{amount, money}}: returned with advice",
    expired: "{{gesture}} {{amount, money}}: expired",
    cancelled: "{{gesture}} {{amount, money}}: cancelled",
    refused: "{{gesture}} {{amount, money}}: refused",
  },
  timelinePlain: {
    granted: "{{gesture}}: decided by {{person}}",
    approved: "{{gesture}}: approved",
    pending: "{{gesture}}: waiting for approval",
    declined: "{{gesture}}: declined",
    returned: "{{gesture}}: returned with advice",
    expired: "{{gesture}}: expired",
    cancelled: "{{gesture}}: cancelled",
    refused: "{{gesture}}: refused",
  },

  say: {
    granted: "I'm doing this for {{customer}} right now.",
    escalated: "I've asked {{approver}} to decide; I'll tell {{customer}} by {{dueAt}}.",
    refused: "I can't do this one for {{customer}}, and I'd rather say so than keep {{customer}} waiting.",
    declined: "I asked again, and this time I can't do it for {{customer}}. I'm sorry.",
    expired: "I'm sorry for the wait. I'm asking again right now.",
    open: "I'll ask somebody who can decide and come back to {{customer}}.",
  },

  notification: {
    "approval-waiting": "{{requester}} asks for approval: {{gesture}}, answer by {{dueAt, datetime}}.",
    "approval-second-person": "{{requester}} asks you to confirm: {{gesture}}, by {{dueAt, datetime}}.",
    "approval-handed-over": "{{gesture}} for {{requester}} was handed over to you, answer by {{dueAt, datetime}}.",
    "decision-approved": "{{approver}} approved {{number}}.",
    "decision-approved-less": "{{approver}} approved {{number}} for {{amount, money}}.",
    "decision-declined": "{{approver}} declined {{number}}. There are words to say to the customer.",
    "decision-returned": "{{approver}} gave advice: {{number}} is yours to decide.",
    "decision-expired": "{{number}} was not answered in time. There are words to say to the customer.",
    "policy-submitted": "Version {{version, number}} waits for a second person to publish it.",
    "policy-returned": "Version {{version, number}} was given back with a note.",
    "policy-published": "Empowerment policy version {{version, number}} is in force from {{effectiveFrom, datetime}}.",
    "policy-changed": "Empowerment policy version {{version, number}} is in force from {{effectiveFrom, datetime}}. What changes for you: {{names}}.",
    "policy-comments-invited": "The draft of empowerment policy version {{version, number}} is open for comments until the end of {{until, date}}. Say what does not fit before it is published.",
    "policy-rule-keep": "{{reviewer}} looked at the rule “{{rule}}” again and keeps it.",
    "policy-rule-change": "{{reviewer}} looked at the rule “{{rule}}” again: it is to change.",
    "policy-rule-stop": "{{reviewer}} looked at the rule “{{rule}}” again: it is to stop.",
    "policy-comments-ended": "Comments on the draft of version {{version, number}} ended early: {{note}}",
    "policy-commented": "A new comment on the draft of version {{version, number}} waits for your answer.",
    "policy-comment-answered": "Your comment on the draft of version {{version, number}} was answered.",
    "policy-unclear": "Something in version {{version, number}} is unclear to somebody; it waits for your answer.",
    "policy-unreasonable": "Something in version {{version, number}} seems unreasonable to somebody; it waits for your answer.",
    "policy-answered": "What you raised about version {{version, number}} was answered.",
    "policy-reminder": "You have not answered about empowerment policy version {{version, number}} yet. See what changes and choose one sentence; a minute is enough.",
  },

  mail: {
    text: "Hello {{name}},\n\n{{said}}\n\nRead and answer: {{link}}",
  },
};
