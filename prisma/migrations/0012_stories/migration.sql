-- Stories, the line-up card, circles; care for those who care.

-- CreateTable
CREATE TABLE "Story" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tellerId" TEXT NOT NULL,
    "managerId" TEXT,
    "siteCode" TEXT,
    "departmentCode" TEXT,
    "title" TEXT NOT NULL,
    "happened" TEXT NOT NULL,
    "felt" TEXT NOT NULL,
    "unsaid" TEXT,
    "did" TEXT NOT NULL,
    "changed" TEXT,
    "valueCode" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "touchpoint" TEXT,
    "visibility" TEXT NOT NULL,
    "consent" BOOLEAN NOT NULL,
    "keptReason" TEXT,
    "sourceKind" TEXT,
    "sourceId" TEXT,
    "at" DATETIME NOT NULL,
    "postedAt" DATETIME,
    "editedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "hiddenAt" DATETIME,
    "hiddenById" TEXT,
    "hiddenReason" TEXT,
    "search" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "StoryResponse" (
    "storyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("storyId", "personId"),
    CONSTRAINT "StoryResponse_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryReading" (
    "storyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "savedAt" DATETIME,
    "justReadAt" DATETIME,

    PRIMARY KEY ("storyId", "personId"),
    CONSTRAINT "StoryReading_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoryReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "storyId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "StoryReport_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LineUpCard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "week" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "questionVi" TEXT NOT NULL,
    "questionEn" TEXT NOT NULL,
    "ruleCode" TEXT NOT NULL,
    "ruleName" TEXT,
    "ruleWhy" TEXT,
    "byId" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "publishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "LineUpDiscussion" (
    "cardId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "siteCode" TEXT,
    "cameUp" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("cardId", "managerId"),
    CONSTRAINT "LineUpDiscussion_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "LineUpCard" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LineUpPresent" (
    "cardId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("cardId", "managerId", "personId"),
    CONSTRAINT "LineUpPresent_cardId_managerId_fkey" FOREIGN KEY ("cardId", "managerId") REFERENCES "LineUpDiscussion" ("cardId", "managerId") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Circle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hostId" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "about" TEXT,
    "startsAt" DATETIME NOT NULL,
    "minutes" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "whereText" TEXT NOT NULL,
    "link" TEXT,
    "storyId" TEXT,
    "courseCode" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    "cancelledWhy" TEXT,
    "learnt" TEXT,
    "learntAt" DATETIME
);

-- CreateTable
CREATE TABLE "CircleSeat" (
    "circleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "attended" BOOLEAN,

    PRIMARY KEY ("circleId", "personId"),
    CONSTRAINT "CircleSeat_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CareCase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "word" TEXT,
    "at" DATETIME NOT NULL,
    "askedId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "askedBefore" TEXT NOT NULL,
    "onTop" BOOLEAN NOT NULL DEFAULT false,
    "checkedInAt" DATETIME,
    "how" TEXT,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CareCount" (
    "month" TEXT NOT NULL,
    "siteCode" TEXT NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "checkedIn" INTEGER NOT NULL DEFAULT 0,
    "inTime" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("month", "siteCode")
);

-- CreateTable
CREATE TABLE "CarePolicy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "breakMinutes" INTEGER,
    "handOver" BOOLEAN NOT NULL,
    "updatedById" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Story_postedAt_id_idx" ON "Story"("postedAt", "id");

-- CreateIndex
CREATE INDEX "Story_tellerId_at_idx" ON "Story"("tellerId", "at");

-- CreateIndex
CREATE INDEX "Story_sourceKind_sourceId_idx" ON "Story"("sourceKind", "sourceId");

-- CreateIndex
CREATE INDEX "StoryResponse_personId_idx" ON "StoryResponse"("personId");

-- CreateIndex
CREATE INDEX "StoryReading_personId_savedAt_idx" ON "StoryReading"("personId", "savedAt");

-- CreateIndex
CREATE INDEX "StoryReport_state_at_idx" ON "StoryReport"("state", "at");

-- CreateIndex
CREATE INDEX "StoryReport_storyId_idx" ON "StoryReport"("storyId");

-- CreateIndex
CREATE UNIQUE INDEX "LineUpCard_week_key" ON "LineUpCard"("week");

-- CreateIndex
CREATE INDEX "LineUpCard_storyId_idx" ON "LineUpCard"("storyId");

-- CreateIndex
CREATE INDEX "Circle_startsAt_id_idx" ON "Circle"("startsAt", "id");

-- CreateIndex
CREATE INDEX "Circle_hostId_idx" ON "Circle"("hostId");

-- CreateIndex
CREATE INDEX "CircleSeat_circleId_state_turn_idx" ON "CircleSeat"("circleId", "state", "turn");

-- CreateIndex
CREATE INDEX "CircleSeat_personId_idx" ON "CircleSeat"("personId");

-- CreateIndex
CREATE INDEX "CareCase_personId_at_idx" ON "CareCase"("personId", "at");

-- CreateIndex
CREATE INDEX "CareCase_askedId_checkedInAt_idx" ON "CareCase"("askedId", "checkedInAt");

-- CreateIndex
CREATE INDEX "CareCase_checkedInAt_closedAt_dueAt_idx" ON "CareCase"("checkedInAt", "closedAt", "dueAt");

-- CreateIndex
CREATE INDEX "CareCase_at_idx" ON "CareCase"("at");


-- However many ask at once, no more seats are taken than there are places.
CREATE TRIGGER "Circle_never_overfull" BEFORE UPDATE OF "taken", "places" ON "Circle"
WHEN NEW."taken" > NEW."places" OR NEW."taken" < 0
BEGIN
  SELECT RAISE(ABORT, 'Circle: more seats than places');
END;

-- What somebody told stays told by them: withdrawn or hidden, never taken out of the table nor given to somebody else.
CREATE TRIGGER "Story_teller_is_fixed" BEFORE UPDATE OF "tellerId", "at" ON "Story"
WHEN NEW."tellerId" <> OLD."tellerId" OR NEW."at" <> OLD."at"
BEGIN
  SELECT RAISE(ABORT, 'Story: who told it stays');
END;
