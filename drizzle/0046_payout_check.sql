CREATE TABLE "payout_check" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"held" boolean NOT NULL,
	"address" text,
	"micros" bigint NOT NULL,
	"links" integer NOT NULL,
	"reason" text NOT NULL,
	"decided_by" integer NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "payout_check_held_idx" ON "payout_check" USING btree ("decided_at") WHERE held;