-- AlterTable
ALTER TABLE "PolicyVersion" ADD COLUMN "baseVersion" INTEGER;
ALTER TABLE "PolicyVersion" ADD COLUMN "commentsUntil" DATETIME;
ALTER TABLE "PolicyVersion" ADD COLUMN "checkQuestion" TEXT;

-- AlterTable
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "response" TEXT NOT NULL DEFAULT 'understood';
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "rule" TEXT;
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "words" TEXT;
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "checkAnswer" INTEGER;
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "answer" TEXT;
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "answeredById" TEXT;
ALTER TABLE "PolicyAcknowledgement" ADD COLUMN "answeredAt" DATETIME;

-- CreateTable
CREATE TABLE "PolicyRevision" (
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "savedById" TEXT,

    PRIMARY KEY ("version", "revision"),
    CONSTRAINT "PolicyRevision_version_fkey" FOREIGN KEY ("version") REFERENCES "PolicyVersion" ("version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "rule" TEXT,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "PolicyComment_version_fkey" FOREIGN KEY ("version") REFERENCES "PolicyVersion" ("version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyFindingAcknowledgement" (
    "version" INTEGER NOT NULL,
    "finding" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "personId" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("version", "finding"),
    CONSTRAINT "PolicyFindingAcknowledgement_version_fkey" FOREIGN KEY ("version") REFERENCES "PolicyVersion" ("version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RuleReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "rule" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reviewBy" TEXT
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "rule" TEXT NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "fromLimit" BIGINT NOT NULL,
    "toLimit" BIGINT NOT NULL,
    "windowFrom" DATETIME NOT NULL,
    "windowTo" DATETIME NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "answeredById" TEXT,
    "answerNote" TEXT,
    "draftVersion" INTEGER,
    "trialEndsAt" DATETIME,
    "remindedAt" DATETIME,
    "trialOutcome" TEXT,
    "trialClosedAt" DATETIME,
    "trialClosedById" TEXT,
    "returnVersion" INTEGER,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "Simulation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "toAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "report" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "finishedAt" DATETIME,
    "asRole" TEXT
);

-- CreateTable
CREATE TABLE "PastCase" (
    "sourceId" TEXT NOT NULL PRIMARY KEY,
    "decidedAt" DATETIME NOT NULL,
    "actorEmail" TEXT,
    "gesture" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" TEXT,
    "customerRef" TEXT,
    "customerTier" TEXT,
    "customerLifetimeValue" BIGINT,
    "orderRef" TEXT,
    "orderValue" BIGINT,
    "daysSincePurchase" INTEGER,
    "outcome" TEXT NOT NULL,
    "approverEmail" TEXT,
    "approvedAmount" BIGINT,
    "result" TEXT,
    "csat" INTEGER,
    "caseRef" TEXT,
    "importedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DecisionOverturn" (
    "decisionId" TEXT NOT NULL PRIMARY KEY,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "DecisionOverturn_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PolicyComment_version_at_idx" ON "PolicyComment"("version", "at");

-- CreateIndex
CREATE INDEX "RuleReview_rule_at_idx" ON "RuleReview"("rule", "at");

-- CreateIndex
CREATE INDEX "Proposal_state_createdAt_idx" ON "Proposal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_rule_createdAt_idx" ON "Proposal"("rule", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_trialEndsAt_idx" ON "Proposal"("trialEndsAt");

-- CreateIndex
CREATE INDEX "Simulation_version_createdAt_idx" ON "Simulation"("version", "createdAt");

-- CreateIndex
CREATE INDEX "Simulation_state_idx" ON "Simulation"("state");

-- CreateIndex
CREATE INDEX "PastCase_decidedAt_idx" ON "PastCase"("decidedAt");

-- CreateIndex
CREATE INDEX "DecisionOverturn_byId_at_idx" ON "DecisionOverturn"("byId", "at");


-- What was judged and what was saved stays as it was.

CREATE TRIGGER "DecisionOverturn_no_update" BEFORE UPDATE ON "DecisionOverturn"
BEGIN
  SELECT RAISE(ABORT, 'DecisionOverturn is append-only');
END;

CREATE TRIGGER "DecisionOverturn_no_delete" BEFORE DELETE ON "DecisionOverturn"
BEGIN
  SELECT RAISE(ABORT, 'DecisionOverturn is append-only');
END;

CREATE TRIGGER "RuleReview_no_update" BEFORE UPDATE ON "RuleReview"
BEGIN
  SELECT RAISE(ABORT, 'RuleReview is append-only');
END;

CREATE TRIGGER "RuleReview_no_delete" BEFORE DELETE ON "RuleReview"
BEGIN
  SELECT RAISE(ABORT, 'RuleReview is append-only');
END;

CREATE TRIGGER "PolicyRevision_no_update" BEFORE UPDATE ON "PolicyRevision"
BEGIN
  SELECT RAISE(ABORT, 'PolicyRevision is append-only');
END;

CREATE TRIGGER "PolicyRevision_no_delete" BEFORE DELETE ON "PolicyRevision"
BEGIN
  SELECT RAISE(ABORT, 'PolicyRevision is append-only');
END;

-- Every version has its own document among its revisions.
INSERT INTO "PolicyRevision" ("version", "revision", "document", "contentHash", "savedAt", "savedById")
SELECT "version", "revision", "document", "contentHash", "createdAt", "createdById" FROM "PolicyVersion";
