import { readPaths, readVocabulary, vocabularyOf } from "../domain/design/settings-form.ts";
import { answerEdit, type EditSubmission, typedIn } from "./answer-edit.server.ts";
import { formContext } from "./rule-editor.server.ts";
import type { EditAnswer } from "./view-models.ts";

/** Answers the form of one vocabulary, or of the escalation path and exceptions. Refuses as `answerEdit`. */
export function answerSettingsForm(submission: EditSubmission): Promise<EditAnswer | "saved"> {
  const list = vocabularyOf(typedIn(submission.form));
  return answerEdit(submission, ({ document }, typed) => {
    const read = list === null ? readPaths(typed, formContext(document, submission.locale)) : readVocabulary(list, typed);
    return { ...read, fieldOf: (path) => (list === null ? path : (new RegExp(`^${list}\\.\\d+`).exec(path)?.[0] ?? null)) };
  });
}
