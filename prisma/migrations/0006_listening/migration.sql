-- CreateTable
CREATE TABLE "Touchpoint" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "departmentCode" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Survey" (
    "touchpointCode" TEXT NOT NULL PRIMARY KEY,
    "questions" TEXT NOT NULL,
    "asksWords" BOOLEAN NOT NULL DEFAULT true,
    "introVi" TEXT,
    "introEn" TEXT,
    "thanksVi" TEXT,
    "thanksEn" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" DATETIME NOT NULL,
    "updatedById" TEXT,
    CONSTRAINT "Survey_touchpointCode_fkey" FOREIGN KEY ("touchpointCode") REFERENCES "Touchpoint" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SurveyLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "tokenCipher" TEXT,
    "kind" TEXT NOT NULL,
    "touchpointCode" TEXT,
    "siteCode" TEXT,
    "departmentCode" TEXT,
    "channel" TEXT,
    "decisionId" TEXT,
    "decisionNumber" TEXT,
    "customerId" TEXT,
    "personId" TEXT,
    "managerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "expiresAt" DATETIME,
    "usedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "sourceId" TEXT,
    "answerKey" TEXT,
    "linkId" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "channel" TEXT,
    "touchpointCode" TEXT,
    "siteCode" TEXT,
    "departmentCode" TEXT,
    "customerId" TEXT,
    "decisionId" TEXT,
    "decisionNumber" TEXT,
    "personId" TEXT,
    "managerId" TEXT,
    "language" TEXT NOT NULL,
    "understood" TEXT,
    "csat" INTEGER,
    "csatPoints" INTEGER,
    "nps" INTEGER,
    "tone" TEXT,
    "said" TEXT,
    "felt" TEXT,
    "unsaid" TEXT,
    "byId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "readById" TEXT,
    "answer" TEXT,
    "answeredAt" DATETIME,
    "answeredById" TEXT,
    "erasedAt" DATETIME,
    CONSTRAINT "Feedback_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "SurveyLink" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StartedPainPoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "words" TEXT NOT NULL,
    "touchpointCode" TEXT,
    "siteCode" TEXT,
    "step" TEXT,
    "ownerId" TEXT,
    "dueDay" TEXT,
    "startedAt" DATETIME NOT NULL,
    "startedById" TEXT,
    "readyAt" DATETIME,
    "solvedAt" DATETIME,
    "solvedById" TEXT,
    "solution" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "SurveyLink_tokenHash_key" ON "SurveyLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SurveyLink_touchpointCode_kind_idx" ON "SurveyLink"("touchpointCode", "kind");

-- CreateIndex
CREATE INDEX "SurveyLink_decisionId_idx" ON "SurveyLink"("decisionId");

-- CreateIndex
CREATE INDEX "SurveyLink_customerId_createdAt_idx" ON "SurveyLink"("customerId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_answerKey_key" ON "Feedback"("answerKey");

-- CreateIndex
CREATE INDEX "Feedback_receivedAt_idx" ON "Feedback"("receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_touchpointCode_receivedAt_idx" ON "Feedback"("touchpointCode", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_siteCode_receivedAt_idx" ON "Feedback"("siteCode", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_personId_receivedAt_idx" ON "Feedback"("personId", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_customerId_receivedAt_idx" ON "Feedback"("customerId", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_decisionId_idx" ON "Feedback"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_source_sourceId_key" ON "Feedback"("source", "sourceId");

-- CreateIndex
CREATE INDEX "StartedPainPoint_startedAt_idx" ON "StartedPainPoint"("startedAt");


-- The question about a case is answered once, and what a customer answered stays that customer's answer.

CREATE TRIGGER "SurveyLink_used_once" BEFORE UPDATE OF "usedAt" ON "SurveyLink"
WHEN OLD."usedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'SurveyLink: a link is used once');
END;

CREATE TRIGGER "Feedback_answer_is_fixed" BEFORE UPDATE ON "Feedback"
WHEN OLD."answerKey" IS NOT NULL
 AND (NEW."answerKey" IS NOT OLD."answerKey"
   OR NEW."understood" IS NOT OLD."understood"
   OR NEW."csat" IS NOT OLD."csat"
   OR NEW."nps" IS NOT OLD."nps"
   OR NEW."receivedAt" IS NOT OLD."receivedAt"
   OR (OLD."said" IS NOT NULL AND NEW."said" IS NOT NULL AND NEW."said" IS NOT OLD."said"))
BEGIN
  SELECT RAISE(ABORT, 'Feedback: an answer is not changed');
END;
