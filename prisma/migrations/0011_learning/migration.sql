-- Courses in versions, what people do in them, what was observed, and what it gave them.

-- CreateTable
CREATE TABLE "LearningCourse" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "published" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "LearningCourseVersion" (
    "course" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "content" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "publishedById" TEXT,
    "retiredAt" DATETIME,

    PRIMARY KEY ("course", "number"),
    CONSTRAINT "LearningCourseVersion_course_fkey" FOREIGN KEY ("course") REFERENCES "LearningCourse" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningSkill" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "levels" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "LearningAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "course" TEXT NOT NULL,
    "roles" TEXT NOT NULL DEFAULT '[]',
    "departments" TEXT NOT NULL DEFAULT '[]',
    "sites" TEXT NOT NULL DEFAULT '[]',
    "people" TEXT NOT NULL DEFAULT '[]',
    "startedFrom" TEXT,
    "assignedOn" TEXT NOT NULL,
    "dueDays" INTEGER NOT NULL,
    "everyMonths" INTEGER,
    "assignedById" TEXT,
    "at" DATETIME NOT NULL,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "LearningAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "openKey" TEXT,
    "startedAt" DATETIME NOT NULL,
    "touchedAt" DATETIME NOT NULL,
    "completedAt" DATETIME,
    "managerId" TEXT,
    "departmentCode" TEXT,
    "siteCode" TEXT
);

-- CreateTable
CREATE TABLE "LearningLessonResult" (
    "attemptId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "score" INTEGER,
    "outOf" INTEGER,
    "passed" BOOLEAN,

    PRIMARY KEY ("attemptId", "lesson"),
    CONSTRAINT "LearningLessonResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LearningAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningPlay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "basedOnId" TEXT,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "ending" TEXT,
    "quality" TEXT,
    CONSTRAINT "LearningPlay_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LearningAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningChoice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "playId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "node" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "tookMs" INTEGER,
    "trust" INTEGER NOT NULL,
    "frustration" INTEGER NOT NULL,
    "time" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LearningChoice_playId_fkey" FOREIGN KEY ("playId") REFERENCES "LearningPlay" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LearningAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LearningAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "lesson" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "felt" TEXT NOT NULL,
    "unsaid" TEXT NOT NULL,
    "decisionId" TEXT,
    "observerId" TEXT,
    "managerId" TEXT,
    "departmentCode" TEXT,
    "siteCode" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "at" DATETIME NOT NULL,
    "erasedAt" DATETIME,
    CONSTRAINT "LearningReport_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "LearningAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningObservation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "words" TEXT,
    "verdict" TEXT NOT NULL,
    "level" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LearningObservation_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "LearningReport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningReflection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LearningShare" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "LearningCard" (
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "memory" TEXT NOT NULL,
    "reviews" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "reviewedAt" DATETIME,

    PRIMARY KEY ("personId", "course", "card")
);

-- CreateTable
CREATE TABLE "LearningReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LearningCertificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "attemptId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "verifiedById" TEXT,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "givenAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedById" TEXT,
    "revokedReason" TEXT
);

-- CreateTable
CREATE TABLE "LearningIssuerKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicKey" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "LearningAssignment_course_endedAt_idx" ON "LearningAssignment"("course", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "LearningAttempt_openKey_key" ON "LearningAttempt"("openKey");

-- CreateIndex
CREATE INDEX "LearningAttempt_personId_course_startedAt_idx" ON "LearningAttempt"("personId", "course", "startedAt");

-- CreateIndex
CREATE INDEX "LearningAttempt_course_version_idx" ON "LearningAttempt"("course", "version");

-- CreateIndex
CREATE UNIQUE INDEX "LearningPlay_attemptId_lesson_number_key" ON "LearningPlay"("attemptId", "lesson", "number");

-- CreateIndex
CREATE INDEX "LearningChoice_node_choice_idx" ON "LearningChoice"("node", "choice");

-- CreateIndex
CREATE UNIQUE INDEX "LearningChoice_playId_position_key" ON "LearningChoice"("playId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "LearningAnswer_attemptId_lesson_round_question_key" ON "LearningAnswer"("attemptId", "lesson", "round", "question");

-- CreateIndex
CREATE INDEX "LearningReport_personId_at_idx" ON "LearningReport"("personId", "at");

-- CreateIndex
CREATE INDEX "LearningReport_managerId_state_at_idx" ON "LearningReport"("managerId", "state", "at");

-- CreateIndex
CREATE INDEX "LearningReport_observerId_state_idx" ON "LearningReport"("observerId", "state");

-- CreateIndex
CREATE INDEX "LearningReport_course_lesson_idx" ON "LearningReport"("course", "lesson");

-- CreateIndex
CREATE INDEX "LearningObservation_reportId_at_idx" ON "LearningObservation"("reportId", "at");

-- CreateIndex
CREATE INDEX "LearningObservation_byId_at_idx" ON "LearningObservation"("byId", "at");

-- CreateIndex
CREATE INDEX "LearningReflection_personId_updatedAt_idx" ON "LearningReflection"("personId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "LearningReflection_attemptId_lesson_key" ON "LearningReflection"("attemptId", "lesson");

-- CreateIndex
CREATE INDEX "LearningShare_course_at_idx" ON "LearningShare"("course", "at");

-- CreateIndex
CREATE INDEX "LearningShare_personId_at_idx" ON "LearningShare"("personId", "at");

-- CreateIndex
CREATE INDEX "LearningCard_personId_dueAt_idx" ON "LearningCard"("personId", "dueAt");

-- CreateIndex
CREATE INDEX "LearningReview_personId_at_idx" ON "LearningReview"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "LearningCertificate_token_key" ON "LearningCertificate"("token");

-- CreateIndex
CREATE INDEX "LearningCertificate_personId_course_validFrom_idx" ON "LearningCertificate"("personId", "course", "validFrom");

-- CreateIndex
CREATE INDEX "LearningCertificate_course_validTo_idx" ON "LearningCertificate"("course", "validTo");

-- CreateIndex
CREATE INDEX "LearningCertificate_validTo_idx" ON "LearningCertificate"("validTo");

-- CreateIndex
CREATE UNIQUE INDEX "LearningCertificate_attemptId_key" ON "LearningCertificate"("attemptId");


-- A published version stays word for word; only its state moves on. What somebody chose, answered and saw is append-only.

CREATE TRIGGER "LearningCourseVersion_published_is_fixed" BEFORE UPDATE ON "LearningCourseVersion"
WHEN NEW."course" IS NOT OLD."course"
   OR NEW."number" IS NOT OLD."number"
   OR NEW."createdAt" IS NOT OLD."createdAt"
   OR (OLD."state" <> 'draft' AND (
        NEW."content" IS NOT OLD."content"
     OR NEW."authorId" IS NOT OLD."authorId"
     OR NEW."revision" IS NOT OLD."revision"
     OR NEW."publishedAt" IS NOT OLD."publishedAt"
     OR NEW."publishedById" IS NOT OLD."publishedById"
     OR NEW."state" NOT IN ('published', 'retired')
     OR (OLD."state" = 'retired' AND NEW."state" <> 'retired')))
BEGIN
  SELECT RAISE(ABORT, 'LearningCourseVersion: a published version cannot be changed');
END;

CREATE TRIGGER "LearningCourseVersion_no_delete" BEFORE DELETE ON "LearningCourseVersion"
WHEN OLD."state" <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'LearningCourseVersion: a published version cannot be deleted');
END;

CREATE TRIGGER "LearningAttempt_keeps_its_version" BEFORE UPDATE ON "LearningAttempt"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."course" IS NOT OLD."course"
   OR NEW."version" IS NOT OLD."version"
   OR NEW."startedAt" IS NOT OLD."startedAt"
   OR (OLD."completedAt" IS NOT NULL AND NEW."completedAt" IS NOT OLD."completedAt")
BEGIN
  SELECT RAISE(ABORT, 'LearningAttempt: person, course, version and completion cannot be changed');
END;

CREATE TRIGGER "LearningAttempt_no_delete" BEFORE DELETE ON "LearningAttempt"
BEGIN
  SELECT RAISE(ABORT, 'LearningAttempt: an attempt is never deleted');
END;

CREATE TRIGGER "LearningChoice_no_update" BEFORE UPDATE ON "LearningChoice"
BEGIN
  SELECT RAISE(ABORT, 'LearningChoice is append-only');
END;

CREATE TRIGGER "LearningChoice_no_delete" BEFORE DELETE ON "LearningChoice"
BEGIN
  SELECT RAISE(ABORT, 'LearningChoice is append-only');
END;

CREATE TRIGGER "LearningAnswer_no_update" BEFORE UPDATE ON "LearningAnswer"
BEGIN
  SELECT RAISE(ABORT, 'LearningAnswer is append-only');
END;

CREATE TRIGGER "LearningAnswer_no_delete" BEFORE DELETE ON "LearningAnswer"
BEGIN
  SELECT RAISE(ABORT, 'LearningAnswer is append-only');
END;

CREATE TRIGGER "LearningReview_no_update" BEFORE UPDATE ON "LearningReview"
BEGIN
  SELECT RAISE(ABORT, 'LearningReview is append-only');
END;

CREATE TRIGGER "LearningObservation_verdict_is_fixed" BEFORE UPDATE ON "LearningObservation"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."reportId" IS NOT OLD."reportId"
   OR NEW."byId" IS NOT OLD."byId"
   OR NEW."verdict" IS NOT OLD."verdict"
   OR NEW."level" IS NOT OLD."level"
   OR NEW."at" IS NOT OLD."at"
BEGIN
  SELECT RAISE(ABORT, 'LearningObservation: what was seen cannot be changed');
END;

CREATE TRIGGER "LearningObservation_never_self" BEFORE INSERT ON "LearningObservation"
WHEN NEW."byId" = (SELECT "personId" FROM "LearningReport" WHERE "id" = NEW."reportId")
BEGIN
  SELECT RAISE(ABORT, 'LearningObservation: nobody observes themselves');
END;

CREATE TRIGGER "LearningReport_is_fixed" BEFORE UPDATE ON "LearningReport"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."attemptId" IS NOT OLD."attemptId"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."course" IS NOT OLD."course"
   OR NEW."version" IS NOT OLD."version"
   OR NEW."lesson" IS NOT OLD."lesson"
   OR NEW."at" IS NOT OLD."at"
   OR (OLD."state" = 'signed_off' AND NEW."state" <> 'signed_off')
BEGIN
  SELECT RAISE(ABORT, 'LearningReport: whose practice it was, and that it was signed off, cannot be changed');
END;

CREATE TRIGGER "LearningReport_no_delete" BEFORE DELETE ON "LearningReport"
BEGIN
  SELECT RAISE(ABORT, 'LearningReport: a report is never deleted');
END;

CREATE TRIGGER "LearningCertificate_is_fixed" BEFORE UPDATE ON "LearningCertificate"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."token" IS NOT OLD."token"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."course" IS NOT OLD."course"
   OR NEW."version" IS NOT OLD."version"
   OR NEW."attemptId" IS NOT OLD."attemptId"
   OR NEW."skill" IS NOT OLD."skill"
   OR NEW."verified" IS NOT OLD."verified"
   OR NEW."verifiedById" IS NOT OLD."verifiedById"
   OR NEW."validFrom" IS NOT OLD."validFrom"
   OR NEW."validTo" IS NOT OLD."validTo"
   OR NEW."givenAt" IS NOT OLD."givenAt"
   OR OLD."revokedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'LearningCertificate: a certificate is revoked, never rewritten');
END;

CREATE TRIGGER "LearningCertificate_no_delete" BEFORE DELETE ON "LearningCertificate"
BEGIN
  SELECT RAISE(ABORT, 'LearningCertificate: a certificate is revoked, never deleted');
END;
