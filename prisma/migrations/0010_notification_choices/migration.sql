-- What each person wants to hear of and where, and the mail of the day.

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "personId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "mail" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "topic")
);

-- CreateTable
CREATE TABLE "NotificationDigest" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN "shown" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Notification" ADD COLUMN "forDigest" BOOLEAN NOT NULL DEFAULT false;

-- What waits for the mail of the day is found without the rest.
CREATE INDEX "Notification_personId_forDigest_createdAt_idx" ON "Notification"("personId", "forDigest", "createdAt");

-- The inbox: its figures come from an index alone, what is unread and what went badly each from one of its own.

-- DropIndex
DROP INDEX "Feedback_receivedAt_idx";

-- CreateIndex
CREATE INDEX "Feedback_receivedAt_understood_csat_csatPoints_nps_idx" ON "Feedback"("receivedAt", "understood", "csat", "csatPoints", "nps");

-- CreateIndex
CREATE INDEX "Feedback_readAt_receivedAt_idx" ON "Feedback"("readAt", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_tone_receivedAt_idx" ON "Feedback"("tone", "receivedAt");
