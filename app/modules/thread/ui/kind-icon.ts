import { BookOpen, BookOpenCheck, ChartLine, Dumbbell, FileCheck2, Footprints, Gift, GraduationCap, HandHeart, Handshake, Heart, type LucideIcon, MessageSquareText, NotebookPen, ScrollText, Sparkles, StickyNote, UserRound, UsersRound, Wrench, HeartPulse, CalendarCheck, Scale } from "lucide-react";
import type { ThreadKind } from "../kinds.ts";

/** The picture of each kind of thing; its word always stands beside it. */
export const KIND_ICONS: Readonly<Record<ThreadKind, LucideIcon>> = {
  feedback: MessageSquareText,
  customer: UserRound,
  decision: HandHeart,
  rule: BookOpenCheck,
  policy: ScrollText,
  note: StickyNote,
  promise: Handshake,
  recognition: Sparkles,
  story: BookOpen,
  circle: UsersRound,
  course: GraduationCap,
  practice: Dumbbell,
  improvement: Wrench,
  procedure: FileCheck2,
  kpi: ChartLine,
  commitment: NotebookPen,
  leading_month: CalendarCheck,
  leader_decision: Scale,
  touchpoint: Footprints,
  value: Heart,
  reward: Gift,
  pulse: HeartPulse,
};
