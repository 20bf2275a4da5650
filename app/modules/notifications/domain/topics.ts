import type { Action } from "#access/permissions.ts";

/** When a topic reaches a person by e-mail: at once, in one mail a day, or not. */
export const MAIL_TIMES = ["at_once", "daily", "off"] as const;
export type MailTime = (typeof MAIL_TIMES)[number];

/** Where somebody hears of something. */
export interface Channels {
  readonly inApp: boolean;
  readonly mail: MailTime;
}

interface Topic {
  /** What is told under this topic: kinds of notifications, or all of a family with a star. */
  readonly kinds: readonly string[];
  /** Who can hear of it at all: those who may do this. Who does hear of one thing is whom it concerns. */
  readonly hearers: Action;
  /** Something waits for the person: inside the product it is always told. */
  readonly needsAnswer: boolean;
  /** Where it is told unless the person chose. */
  readonly channels: Channels;
  /**
   * Whether the sentence itself may leave by mail. Where words of customers or of colleagues in private may stand in it,
   * the mail only says that something is there.
   */
  readonly spokenInMail: boolean;
}

const answer = (mail: MailTime) => ({ needsAnswer: true, channels: { inApp: true, mail } }) as const;
const news = (mail: MailTime) => ({ needsAnswer: false, channels: { inApp: true, mail } }) as const;

const TOPIC_TABLE = {
  "approvals": { kinds: ["approval.*"], hearers: "approvals.answer", ...answer("at_once"), spokenInMail: true },
  "own-decisions": { kinds: ["decision.*"], hearers: "decisions.read", ...news("at_once"), spokenInMail: true },
  "promises": { kinds: ["promise.due"], hearers: "customers.write", ...answer("at_once"), spokenInMail: false },
  "policy-to-do": {
    kinds: [
      ...(["policy.submitted", "policy.rule-due", "policy.published", "policy.changed", "policy.reminder", "policy.comments-invited"] as const),
      ...(["policy.commented", "policy.unclear", "policy.unreasonable", "proposal.found", "proposal.ending"] as const),
    ],
    ...{ hearers: "policies.read", ...answer("at_once"), spokenInMail: true },
  },
  "policy-news": { kinds: ["policy.*", "proposal.*"], hearers: "policies.read", ...news("at_once"), spokenInMail: true },
  "changes-to-do": {
    kinds: ["improvement.to-answer", "improvement.climbed", "improvement.step", "improvement.confirm", "procedure.soon", "procedure.due", "procedure.due-legal"],
    ...{ hearers: "improvements.report", ...answer("at_once"), spokenInMail: false },
  },
  "changes": { kinds: ["improvement.*", "procedure.*"], hearers: "improvements.read", ...news("daily"), spokenInMail: false },
  "unhappy-customers": { kinds: ["feedback.low"], hearers: "feedback.answer", ...answer("at_once"), spokenInMail: true },
  "feedback": { kinds: ["feedback.*"], hearers: "feedback.read", ...news("daily"), spokenInMail: true },
  "recognition": { kinds: ["recognition.*"], hearers: "recognitions.read", ...news("daily"), spokenInMail: false },
  "team-recognition": { kinds: ["recognition.nudge", "recognition.summary"], hearers: "recognitions.own-team", ...news("daily"), spokenInMail: false },
  "reported-recognition": { kinds: ["recognition.reported"], hearers: "recognitions.settle", ...answer("daily"), spokenInMail: false },
  "appeals": { kinds: ["scorecard.appealed"], hearers: "scorecards.answer", ...answer("at_once"), spokenInMail: false },
  "practice-to-see": { kinds: ["practice.waiting"], hearers: "learning.observe", ...answer("daily"), spokenInMail: true },
  "learning": { kinds: ["learning.*", "practice.*", "certificate.*"], hearers: "learning.read", ...news("daily"), spokenInMail: true },
  "courses": { kinds: ["course.due", "course.overdue"], hearers: "learning.take", ...news("daily"), spokenInMail: true },
  "courses-to-decide": { kinds: ["course.no-effect"], hearers: "courses.edit", ...answer("daily"), spokenInMail: true },
  "scorecards": { kinds: ["scorecard.*", "reward.*"], hearers: "scorecards.read", ...news("daily"), spokenInMail: false },
  "line-up": { kinds: ["lineup.*"], hearers: "line-up.discuss", ...news("daily"), spokenInMail: true },
  "stories": { kinds: ["story.*"], hearers: "stories.read", ...news("daily"), spokenInMail: false },
  "reported-stories": { kinds: ["story.reported"], hearers: "stories.edit", ...answer("daily"), spokenInMail: false },
  "circles": { kinds: ["circle.*"], hearers: "circles.read", ...news("at_once"), spokenInMail: true },
  "care-to-do": { kinds: ["care.asked"], hearers: "care.answer", ...answer("at_once"), spokenInMail: false },
  "care": { kinds: ["care.*"], hearers: "care.ask", ...news("off"), spokenInMail: false },
  /** Everybody asked is told the same; whether somebody answered is nobody's to know. */
  "pulse-to-answer": { kinds: ["pulse.opened", "pulse.reminder", "pulse.again"], hearers: "pulses.answer", ...answer("daily"), spokenInMail: true },
  "pulses-to-launch": { kinds: ["pulse.drafted"], hearers: "pulses.design", ...answer("daily"), spokenInMail: true },
  "pulses": { kinds: ["pulse.*"], hearers: "pulses.read", ...news("daily"), spokenInMail: true },
  "leading-to-do": { kinds: ["leading.cycle-opened", "leading.to-promise", "leading.month-ready", "leading.to-agree", "leading.month-written", "leading.hours-to-confirm", "leading.look-again"], hearers: "leading.read", ...answer("daily"), spokenInMail: false },
  "leading": { kinds: ["leading.*"], hearers: "leading.read", ...news("daily"), spokenInMail: false },
} as const satisfies Record<string, Topic>;

export type TopicCode = keyof typeof TOPIC_TABLE;

/** Who hears what, and where: the one table. What a kind says stands in the messages of the module that tells it. */
export const TOPICS: Readonly<Record<TopicCode, Topic>> = TOPIC_TABLE;

/** Every topic, in the order of the page. */
export const TOPIC_CODES = Object.keys(TOPIC_TABLE) as [TopicCode, ...TopicCode[]];

const family = (kind: string): string => `${kind.split(".", 1)[0] ?? ""}.*`;
const BY_KIND = new Map<string, TopicCode>(TOPIC_CODES.flatMap((code) => TOPICS[code].kinds.map((kind) => [kind, code] as const)));

/** The topic of a kind of notification: its own, else its family's. Throws for a kind that no topic names. */
export function topicOf(kind: string): TopicCode {
  const code = BY_KIND.get(kind) ?? BY_KIND.get(family(kind));
  if (code === undefined) throw new TypeError(`A notification without a topic: ${kind}`);
  return code;
}

/**
 * Where a person hears of a topic: as they chose, else as the table says. What waits for them is always told inside the
 * product; where no mail can leave, what was wanted by mail alone is told there too.
 */
export function channelsFor(topic: TopicCode, chosen: Channels | null, mailLeaves: boolean): Channels {
  const { needsAnswer, channels } = TOPICS[topic];
  const wanted = chosen ?? channels;
  return { inApp: wanted.inApp || needsAnswer || (!mailLeaves && wanted.mail !== "off"), mail: mailLeaves ? wanted.mail : "off" };
}
