CREATE TABLE "ledger_checkpoint" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"available_micros" bigint NOT NULL,
	"held_micros" bigint NOT NULL,
	"pending_micros" bigint NOT NULL,
	"platform_micros" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_proof" (
	"name" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"difference_micros" bigint NOT NULL,
	"rows" jsonb NOT NULL
);
--> statement-breakpoint
INSERT INTO "ledger_cursor" ("name", "up_to_id") VALUES ('checkpoint', 0);
