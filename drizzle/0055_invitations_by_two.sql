ALTER TABLE "staff_invitation" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_invitation" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_invitation" ADD COLUMN "decided_by" integer;--> statement-breakpoint
CREATE INDEX "staff_invitation_waiting_idx" ON "staff_invitation" USING btree ("id") WHERE state = 'waiting' and used_at is null;--> statement-breakpoint
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_second_person" CHECK ("staff_invitation"."state" <> 'approved' or "staff_invitation"."invited_by" is null or coalesce("staff_invitation"."decided_by" <> "staff_invitation"."invited_by", false));--> statement-breakpoint
-- What the operator made at the machine needs nobody's approval; what an admin made before waits for a second one now.
UPDATE "staff_invitation" SET "state" = 'approved' WHERE "invited_by" IS NULL;
