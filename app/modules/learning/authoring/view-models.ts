import type { CourseContent, Skill, Text } from "../domain/content.ts";
import type { Finding } from "../domain/findings.ts";
import type { VersionChanges } from "../domain/version-changes.ts";

export interface CourseRow {
  readonly code: string;
  readonly title: Text;
  /** Number of the version in use; null: none. */
  readonly published: number | null;
  readonly publishedAt: string | null;
  readonly draft: { readonly number: number; readonly updatedAt: string; readonly by: string | null } | null;
  readonly retiredAt: string | null;
  readonly lessons: number;
  readonly minutes: number;
  /** People in the middle of it, and people who hold it today. */
  readonly learning: number;
  readonly certified: number;
  /** Proposed for retirement and not answered yet. */
  readonly doubted: boolean;
}

export interface EditorView {
  readonly content: CourseContent;
  readonly number: number;
  readonly revision: number;
  readonly updatedAt: string;
  readonly by: string | null;
  readonly findings: readonly Finding[];
  readonly skills: readonly { readonly code: string; readonly name: Text }[];
  /** Marks of what the forms of the page open: the head, the order of lessons. */
  readonly marks: { readonly head: string; readonly lessons: string };
}

export interface VersionRow {
  readonly number: number;
  readonly state: "draft" | "published" | "retired";
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly retiredAt: string | null;
  readonly by: string | null;
  readonly note: string | null;
  /** Against the version before it. */
  readonly changes: VersionChanges;
  /** People who began with it. */
  readonly began: number;
}

export interface SkillRow extends Skill {
  readonly active: boolean;
  readonly position: number;
  /** Courses in use that train it. */
  readonly courses: readonly { readonly code: string; readonly title: Text }[];
}

export interface ImageView {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  readonly alt: Text;
}
