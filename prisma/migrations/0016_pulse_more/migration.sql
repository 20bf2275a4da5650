-- People who are answered about by those around them: a pulse has a subject, in confidence and told so.

-- AlterTable
ALTER TABLE "Pulse" ADD COLUMN "subjectId" TEXT;

-- CreateIndex
CREATE INDEX "Pulse_subjectId_closedAt_idx" ON "Pulse"("subjectId", "closedAt");

-- Whom a pulse is about is part of what is promised, and a small circle is never called anonymous.
CREATE TRIGGER "Pulse_subject_is_fixed" BEFORE UPDATE ON "Pulse"
WHEN NEW."subjectId" IS NOT OLD."subjectId" OR (NEW."subjectId" IS NOT NULL AND NEW."mode" <> 'confidential')
BEGIN
  SELECT RAISE(ABORT, 'Pulse: whom it is about is fixed, and promised in confidence only');
END;

CREATE TRIGGER "Pulse_subject_in_confidence" BEFORE INSERT ON "Pulse"
WHEN NEW."subjectId" IS NOT NULL AND NEW."mode" <> 'confidential'
BEGIN
  SELECT RAISE(ABORT, 'Pulse: whom it is about is fixed, and promised in confidence only');
END;
