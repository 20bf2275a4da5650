-- Leaders' cycles with frozen participants, commitments, closed reviews, months, hours with customers, decision log; who we are.

-- CreateTable
CREATE TABLE "LeadCycle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startDay" TEXT NOT NULL,
    "endDay" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "openedById" TEXT,
    "closedAt" DATETIME,
    "closedById" TEXT
);

-- CreateTable
CREATE TABLE "LeadParticipant" (
    "cycleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "managerId" TEXT,
    "departmentCode" TEXT,
    "siteCode" TEXT,
    "teamSize" INTEGER NOT NULL,

    PRIMARY KEY ("cycleId", "personId"),
    CONSTRAINT "LeadParticipant_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "LeadCycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LeadCommitment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "libraryCode" TEXT,
    "textVi" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "agreedAt" DATETIME,
    "agreedById" TEXT,
    "missedReason" TEXT,
    "missedAt" DATETIME,
    CONSTRAINT "LeadCommitment_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "LeadCycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LeadReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "managerId" TEXT,
    "managerName" TEXT NOT NULL,
    "titles" TEXT NOT NULL,
    "departmentCode" TEXT,
    "siteCode" TEXT,
    "teamSize" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LeadReview_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "LeadCycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LeadMonth" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "loyal" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME
);

-- CreateTable
CREATE TABLE "CustomerHours" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "siteCode" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "minutes" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "loggedAt" DATETIME NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" DATETIME
);

-- CreateTable
CREATE TABLE "LeadDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "lens" TEXT NOT NULL,
    "serves" TEXT NOT NULL,
    "givenUp" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reviewOn" TEXT NOT NULL,
    "toldAt" DATETIME,
    "verdict" TEXT,
    "happened" TEXT,
    "lookedAt" DATETIME
);

-- CreateTable
CREATE TABLE "WhoWeAre" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "purposeVi" TEXT NOT NULL,
    "purposeEn" TEXT NOT NULL,
    "strengths" TEXT NOT NULL,
    "customers" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "LeadCycle_startDay_key" ON "LeadCycle"("startDay");

-- CreateIndex
CREATE INDEX "LeadParticipant_managerId_idx" ON "LeadParticipant"("managerId");

-- CreateIndex
CREATE INDEX "LeadCommitment_personId_idx" ON "LeadCommitment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "LeadCommitment_cycleId_personId_position_key" ON "LeadCommitment"("cycleId", "personId", "position");

-- CreateIndex
CREATE INDEX "LeadReview_personId_at_idx" ON "LeadReview"("personId", "at");

-- CreateIndex
CREATE INDEX "LeadReview_managerId_at_idx" ON "LeadReview"("managerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "LeadReview_cycleId_personId_key" ON "LeadReview"("cycleId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "LeadMonth_personId_month_key" ON "LeadMonth"("personId", "month");

-- CreateIndex
CREATE INDEX "CustomerHours_personId_at_idx" ON "CustomerHours"("personId", "at");

-- CreateIndex
CREATE INDEX "CustomerHours_siteCode_confirmedAt_idx" ON "CustomerHours"("siteCode", "confirmedAt");

-- CreateIndex
CREATE INDEX "LeadDecision_at_idx" ON "LeadDecision"("at");

-- CreateIndex
CREATE INDEX "LeadDecision_personId_at_idx" ON "LeadDecision"("personId", "at");

-- CreateIndex
CREATE INDEX "LeadDecision_reviewOn_lookedAt_idx" ON "LeadDecision"("reviewOn", "lookedAt");


-- A closed cycle and what it says stay as they were; only names can be erased. A weighty decision is never rewritten.

CREATE TRIGGER "LeadCycle_closed_is_fixed" BEFORE UPDATE ON "LeadCycle"
WHEN OLD."closedAt" IS NOT NULL OR NEW."id" IS NOT OLD."id" OR NEW."startDay" IS NOT OLD."startDay" OR NEW."endDay" IS NOT OLD."endDay"
BEGIN
  SELECT RAISE(ABORT, 'LeadCycle: a cycle is closed once and keeps its days');
END;

CREATE TRIGGER "LeadCycle_no_delete" BEFORE DELETE ON "LeadCycle"
BEGIN
  SELECT RAISE(ABORT, 'LeadCycle: a cycle is closed, never deleted');
END;

CREATE TRIGGER "LeadParticipant_no_update" BEFORE UPDATE ON "LeadParticipant"
BEGIN
  SELECT RAISE(ABORT, 'LeadParticipant is frozen when its cycle opens');
END;

CREATE TRIGGER "LeadParticipant_no_delete" BEFORE DELETE ON "LeadParticipant"
BEGIN
  SELECT RAISE(ABORT, 'LeadParticipant is frozen when its cycle opens');
END;

CREATE TRIGGER "LeadCommitment_agreed_is_fixed" BEFORE UPDATE ON "LeadCommitment"
WHEN OLD."agreedAt" IS NOT NULL AND (NEW."source" IS NOT OLD."source" OR NEW."quantity" IS NOT OLD."quantity" OR NEW."textVi" IS NOT OLD."textVi" OR NEW."textEn" IS NOT OLD."textEn" OR NEW."agreedAt" IS NOT OLD."agreedAt" OR NEW."agreedById" IS NOT OLD."agreedById")
BEGIN
  SELECT RAISE(ABORT, 'LeadCommitment: what was agreed stays as it was');
END;

CREATE TRIGGER "LeadCommitment_agreed_no_delete" BEFORE DELETE ON "LeadCommitment"
WHEN OLD."agreedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'LeadCommitment: what was agreed stays as it was');
END;

CREATE TRIGGER "LeadCommitment_closed_is_fixed" BEFORE UPDATE ON "LeadCommitment"
WHEN (SELECT "closedAt" FROM "LeadCycle" WHERE "id" = OLD."cycleId") IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'LeadCommitment: its cycle is closed');
END;

CREATE TRIGGER "LeadCommitment_closed_no_delete" BEFORE DELETE ON "LeadCommitment"
WHEN (SELECT "closedAt" FROM "LeadCycle" WHERE "id" = OLD."cycleId") IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'LeadCommitment: its cycle is closed');
END;

CREATE TRIGGER "LeadReview_is_fixed" BEFORE UPDATE ON "LeadReview"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."cycleId" IS NOT OLD."cycleId"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."managerId" IS NOT OLD."managerId"
   OR NEW."titles" IS NOT OLD."titles"
   OR NEW."departmentCode" IS NOT OLD."departmentCode"
   OR NEW."siteCode" IS NOT OLD."siteCode"
   OR NEW."teamSize" IS NOT OLD."teamSize"
   OR NEW."content" IS NOT OLD."content"
   OR NEW."at" IS NOT OLD."at"
   OR (NEW."personName" IS NOT OLD."personName" AND NEW."personName" <> '')
   OR (NEW."managerName" IS NOT OLD."managerName" AND NEW."managerName" <> '')
BEGIN
  SELECT RAISE(ABORT, 'LeadReview: a closed review cannot be changed');
END;

CREATE TRIGGER "LeadReview_no_delete" BEFORE DELETE ON "LeadReview"
BEGIN
  SELECT RAISE(ABORT, 'LeadReview: a closed review cannot be deleted');
END;

CREATE TRIGGER "CustomerHours_confirmed_is_fixed" BEFORE UPDATE ON "CustomerHours"
WHEN OLD."confirmedAt" IS NOT NULL
   OR NEW."personId" IS NOT OLD."personId" OR NEW."siteCode" IS NOT OLD."siteCode" OR NEW."day" IS NOT OLD."day" OR NEW."minutes" IS NOT OLD."minutes"
   OR NEW."confirmedById" IS OLD."personId"
BEGIN
  SELECT RAISE(ABORT, 'CustomerHours: confirmed once, by somebody else');
END;

CREATE TRIGGER "LeadDecision_core_is_fixed" BEFORE UPDATE ON "LeadDecision"
WHEN NEW."personId" IS NOT OLD."personId" OR NEW."title" IS NOT OLD."title" OR NEW."words" IS NOT OLD."words" OR NEW."lens" IS NOT OLD."lens"
   OR NEW."serves" IS NOT OLD."serves" OR NEW."givenUp" IS NOT OLD."givenUp" OR NEW."at" IS NOT OLD."at" OR OLD."lookedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'LeadDecision: what was decided, and what came of it, is not rewritten');
END;

CREATE TRIGGER "LeadDecision_no_delete" BEFORE DELETE ON "LeadDecision"
BEGIN
  SELECT RAISE(ABORT, 'LeadDecision: a logged decision is never deleted');
END;

CREATE TRIGGER "WhoWeAre_no_update" BEFORE UPDATE ON "WhoWeAre"
BEGIN
  SELECT RAISE(ABORT, 'WhoWeAre is append-only');
END;

CREATE TRIGGER "WhoWeAre_no_delete" BEFORE DELETE ON "WhoWeAre"
BEGIN
  SELECT RAISE(ABORT, 'WhoWeAre is append-only');
END;
