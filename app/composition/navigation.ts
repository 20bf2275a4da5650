import {
  Activity, BookHeart, BookOpen, BookOpenCheck, BookUser, Building2, ChartSpline, ClipboardCheck, ClipboardList, Compass, FileCheck2, Gauge, GraduationCap, HandHeart, HeartHandshake, HeartPulse, Home, KeyRound, Landmark, Lightbulb,
  ListChecks, type LucideIcon, MessageSquareText, Presentation, ScrollText, ShieldCheck, Users, UsersRound,
} from "lucide-react";
import type { Actor } from "#access/actor.ts";
import { type Action, can } from "#access/permissions.ts";

interface Entry {
  readonly to: string;
  readonly icon: LucideIcon;
  /** Whoever may do this sees the entry. */
  readonly permission: Action;
}

/** The places of the product in the order of their use; the first four that a person may see stand at the foot of their phone. */
export const NAVIGATION = {
  home: { to: "/", icon: Home, permission: "account.self" },
  decide: { to: "/decide", icon: HandHeart, permission: "decisions.record" },
  approvals: { to: "/approvals", icon: ClipboardCheck, permission: "approvals.answer" },
  customers: { to: "/customers", icon: UsersRound, permission: "customers.look-up" },
  listening: { to: "/listening", icon: MessageSquareText, permission: "feedback.read" },
  improvements: { to: "/improvements", icon: Lightbulb, permission: "improvements.read" },
  learning: { to: "/learn", icon: BookHeart, permission: "learning.read" },
  decisions: { to: "/decisions", icon: ListChecks, permission: "decisions.read" },
  authority: { to: "/authority", icon: ShieldCheck, permission: "decisions.record" },
  recognition: { to: "/recognition", icon: HeartHandshake, permission: "recognitions.read" },
  stories: { to: "/stories", icon: BookOpen, permission: "stories.read" },
  care: { to: "/care", icon: HeartPulse, permission: "care.ask" },
  carePolicy: { to: "/care/policy", icon: HeartPulse, permission: "care.policy" },
  policies: { to: "/policies", icon: BookOpenCheck, permission: "policies.read" },
  life: { to: "/authority/life", icon: ChartSpline, permission: "insights.read" },
  kpis: { to: "/kpis", icon: Gauge, permission: "kpis.read" },
  scorecards: { to: "/scorecards", icon: ClipboardList, permission: "scorecards.read" },
  pulses: { to: "/pulses", icon: Activity, permission: "pulses.read" },
  leading: { to: "/leading", icon: Compass, permission: "leading.read" },
  whoWeAre: { to: "/who-we-are", icon: Landmark, permission: "who-we-are.read" },
  procedures: { to: "/procedures", icon: FileCheck2, permission: "procedures.read" },
  courses: { to: "/courses", icon: Presentation, permission: "courses.read" },
  teamLearning: { to: "/courses/team", icon: BookUser, permission: "assignments.read" },
  people: { to: "/people", icon: Users, permission: "people.search" },
  qualifications: { to: "/qualifications", icon: GraduationCap, permission: "qualifications.read" },
  audit: { to: "/audit", icon: ScrollText, permission: "audit.read" },
  organisation: { to: "/organisation", icon: Building2, permission: "organisation.read" },
  tokens: { to: "/tokens", icon: KeyRound, permission: "tokens.read" },
} as const satisfies Record<string, Entry>;

/** The name of a place: `ui:nav.<key>` and `ui:nav.short.<key>` are its words. */
export type NavKey = keyof typeof NAVIGATION;

/** The places this actor may enter, by name; plain data, for a loader to send. */
export function visiblePlaces(actor: Actor): NavKey[] {
  return (Object.keys(NAVIGATION) as NavKey[]).filter((key) => can(actor, NAVIGATION[key].permission));
}
