ALTER TABLE "account_profile" ADD COLUMN "suspended_evidence" jsonb;--> statement-breakpoint
ALTER TABLE "worker_pace" ADD COLUMN "timed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_pace" ADD COLUMN "timed_ms" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_pace" ADD COLUMN "timed_squares" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_pace" ADD COLUMN "hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_standing" ADD COLUMN "suspended_evidence" jsonb;