ALTER TABLE "task_hour" ADD COLUMN "charged" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Hours that were counted before do not tell them apart: all their answers stand for paid ones.
UPDATE "task_hour" SET "charged" = "answered";
