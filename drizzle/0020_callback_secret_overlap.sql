ALTER TABLE "callback_secret" ADD COLUMN "previous_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "callback_secret" ADD COLUMN "previous_until" timestamp with time zone;