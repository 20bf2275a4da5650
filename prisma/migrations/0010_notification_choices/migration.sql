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
CREATE INDEX "Notification_for_digest_idx" ON "Notification"("personId", "createdAt") WHERE "forDigest" = 1;
