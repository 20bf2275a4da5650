-- CreateTable
CREATE TABLE "Improvement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "cost" TEXT NOT NULL,
    "often" TEXT NOT NULL,
    "procedureId" TEXT,
    "rule" TEXT,
    "decisionId" TEXT,
    "touchpoint" TEXT,
    "touchpointKey" TEXT,
    "siteCode" TEXT,
    "reporterId" TEXT NOT NULL,
    "managerId" TEXT,
    "reportedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "answeredAt" DATETIME,
    "planText" TEXT,
    "lensKind" TEXT,
    "lensText" TEXT,
    "evidence" TEXT,
    "way" TEXT,
    "burden" TEXT,
    "burdenAfter" TEXT,
    "measure" TEXT,
    "plannedAt" DATETIME,
    "trials" INTEGER NOT NULL DEFAULT 0,
    "trialFrom" DATETIME,
    "decidedAt" DATETIME,
    "comparison" TEXT,
    "verifiedAt" DATETIME,
    "confirmation" TEXT,
    "confirmBy" DATETIME,
    "confirmedAt" DATETIME,
    "confirmNote" TEXT,
    "watchUntil" DATETIME,
    "returnedAt" DATETIME,
    "mergedIntoId" TEXT,
    CONSTRAINT "Improvement_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Improvement_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Improvement" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImprovementReporter" (
    "improvementId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("improvementId", "personId"),
    CONSTRAINT "ImprovementReporter_improvementId_fkey" FOREIGN KEY ("improvementId") REFERENCES "Improvement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImprovementOwner" (
    "improvementId" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "lead" BOOLEAN NOT NULL,
    "askedId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "onTop" BOOLEAN NOT NULL DEFAULT false,
    "askedBefore" TEXT NOT NULL DEFAULT '[]',
    "answer" TEXT,
    "words" TEXT,
    "law" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,

    PRIMARY KEY ("improvementId", "departmentCode"),
    CONSTRAINT "ImprovementOwner_improvementId_fkey" FOREIGN KEY ("improvementId") REFERENCES "Improvement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImprovementStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "improvementId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueDay" TEXT,
    "doneAt" DATETIME,
    "doneById" TEXT,
    CONSTRAINT "ImprovementStep_improvementId_fkey" FOREIGN KEY ("improvementId") REFERENCES "Improvement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImprovementFigure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "improvementId" TEXT NOT NULL,
    "trial" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "sample" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    CONSTRAINT "ImprovementFigure_improvementId_fkey" FOREIGN KEY ("improvementId") REFERENCES "Improvement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImprovementMove" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "improvementId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "move" TEXT NOT NULL,
    "note" TEXT,
    CONSTRAINT "ImprovementMove_improvementId_fkey" FOREIGN KEY ("improvementId") REFERENCES "Improvement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Procedure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "ownerId" TEXT,
    "since" TEXT NOT NULL,
    "burden" TEXT,
    "law" TEXT,
    "reviewBy" TEXT NOT NULL,
    "lastReviewAt" DATETIME,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ProcedureReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "procedureId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reviewBy" TEXT,
    CONSTRAINT "ProcedureReview_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "Procedure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Improvement_number_key" ON "Improvement"("number");

-- CreateIndex
CREATE INDEX "Improvement_reportedAt_idx" ON "Improvement"("reportedAt");

-- CreateIndex
CREATE INDEX "Improvement_state_reportedAt_idx" ON "Improvement"("state", "reportedAt");

-- CreateIndex
CREATE INDEX "Improvement_siteCode_reportedAt_idx" ON "Improvement"("siteCode", "reportedAt");

-- CreateIndex
CREATE INDEX "Improvement_managerId_idx" ON "Improvement"("managerId");

-- CreateIndex
CREATE INDEX "Improvement_procedureId_idx" ON "Improvement"("procedureId");

-- CreateIndex
CREATE INDEX "Improvement_rule_idx" ON "Improvement"("rule");

-- CreateIndex
CREATE INDEX "Improvement_touchpointKey_idx" ON "Improvement"("touchpointKey");

-- CreateIndex
CREATE INDEX "Improvement_watchUntil_idx" ON "Improvement"("watchUntil");

-- CreateIndex
CREATE INDEX "ImprovementReporter_personId_idx" ON "ImprovementReporter"("personId");

-- CreateIndex
CREATE INDEX "ImprovementOwner_askedId_answeredAt_idx" ON "ImprovementOwner"("askedId", "answeredAt");

-- CreateIndex
CREATE INDEX "ImprovementOwner_departmentCode_idx" ON "ImprovementOwner"("departmentCode");

-- CreateIndex
CREATE INDEX "ImprovementOwner_answeredAt_dueAt_idx" ON "ImprovementOwner"("answeredAt", "dueAt");

-- CreateIndex
CREATE INDEX "ImprovementStep_improvementId_position_idx" ON "ImprovementStep"("improvementId", "position");

-- CreateIndex
CREATE INDEX "ImprovementStep_ownerId_doneAt_idx" ON "ImprovementStep"("ownerId", "doneAt");

-- CreateIndex
CREATE INDEX "ImprovementFigure_improvementId_at_idx" ON "ImprovementFigure"("improvementId", "at");

-- CreateIndex
CREATE INDEX "ImprovementMove_improvementId_at_idx" ON "ImprovementMove"("improvementId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Procedure_code_key" ON "Procedure"("code");

-- CreateIndex
CREATE INDEX "Procedure_departmentCode_idx" ON "Procedure"("departmentCode");

-- CreateIndex
CREATE INDEX "Procedure_ownerId_idx" ON "Procedure"("ownerId");

-- CreateIndex
CREATE INDEX "Procedure_state_reviewBy_idx" ON "Procedure"("state", "reviewBy");

-- CreateIndex
CREATE INDEX "ProcedureReview_procedureId_at_idx" ON "ProcedureReview"("procedureId", "at");



-- The story, figures and reviews stay as they were written.

CREATE TRIGGER "ImprovementMove_no_update" BEFORE UPDATE ON "ImprovementMove"
BEGIN
  SELECT RAISE(ABORT, 'ImprovementMove is append-only');
END;

CREATE TRIGGER "ImprovementMove_no_delete" BEFORE DELETE ON "ImprovementMove"
BEGIN
  SELECT RAISE(ABORT, 'ImprovementMove is append-only');
END;

CREATE TRIGGER "ImprovementFigure_no_update" BEFORE UPDATE ON "ImprovementFigure"
BEGIN
  SELECT RAISE(ABORT, 'ImprovementFigure is append-only');
END;

CREATE TRIGGER "ImprovementFigure_no_delete" BEFORE DELETE ON "ImprovementFigure"
BEGIN
  SELECT RAISE(ABORT, 'ImprovementFigure is append-only');
END;

CREATE TRIGGER "ProcedureReview_no_update" BEFORE UPDATE ON "ProcedureReview"
BEGIN
  SELECT RAISE(ABORT, 'ProcedureReview is append-only');
END;

CREATE TRIGGER "ProcedureReview_no_delete" BEFORE DELETE ON "ProcedureReview"
BEGIN
  SELECT RAISE(ABORT, 'ProcedureReview is append-only');
END;

-- Measure and target are locked while a trial runs and after it; a new plan ends that trial.
CREATE TRIGGER "Improvement_measure_locked" BEFORE UPDATE OF "measure" ON "Improvement"
WHEN OLD."trialFrom" IS NOT NULL AND NEW."trialFrom" IS NOT NULL AND NEW."measure" IS NOT OLD."measure"
BEGIN
  SELECT RAISE(ABORT, 'The measure of a trial is locked');
END;
