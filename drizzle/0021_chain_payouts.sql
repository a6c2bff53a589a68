CREATE TABLE "payout" (
	"id" bigint PRIMARY KEY NOT NULL,
	"batch_id" bigint NOT NULL,
	"account_id" integer NOT NULL,
	"address" text NOT NULL,
	"micros" bigint NOT NULL,
	"amount_units" numeric(78, 0) NOT NULL,
	"state" text NOT NULL,
	"chain_id" bigint NOT NULL,
	"tx_hash" text,
	"tx_log_no" integer,
	"ended_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "payout_transfer" UNIQUE("chain_id","tx_hash","tx_log_no"),
	CONSTRAINT "payout_amount" CHECK ("payout"."micros" > 0),
	CONSTRAINT "payout_paid" CHECK (("payout"."state" = 'paid') = ("payout"."tx_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "payout_address" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payout_address_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"chain_id" bigint NOT NULL,
	"address" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"effective_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payout_batch" (
	"id" bigint PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"token" text NOT NULL,
	"symbol" text NOT NULL,
	"decimals" integer NOT NULL,
	"wallet" text NOT NULL,
	"state" text NOT NULL,
	"total_micros" bigint NOT NULL,
	"needs_second" integer NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "payout_batch_second_person" CHECK ("payout_batch"."state" <> 'approved' or "payout_batch"."needs_second" = 0 or "payout_batch"."decided_by" <> "payout_batch"."made_by")
);
--> statement-breakpoint
CREATE TABLE "payout_transaction" (
	"tx_hash" text NOT NULL,
	"chain_id" bigint NOT NULL,
	"batch_id" bigint NOT NULL,
	"state" text NOT NULL,
	"entered_by" integer NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"paid_rows" integer DEFAULT 0 NOT NULL,
	"stray_transfers" integer DEFAULT 0 NOT NULL,
	"finding" text,
	CONSTRAINT "payout_transaction_once" UNIQUE("chain_id","tx_hash")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "payout_reserved_once" ON "payout" USING btree ("account_id") WHERE state = 'reserved';--> statement-breakpoint
CREATE INDEX "payout_account_idx" ON "payout" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "payout_batch_idx" ON "payout" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "payout_address_account_idx" ON "payout_address" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "payout_transaction_entered_idx" ON "payout_transaction" USING btree ("batch_id") WHERE state = 'entered';--> statement-breakpoint
-- Where pay is between a worker and the chain.
INSERT INTO "account" ("id", "role") OVERRIDING SYSTEM VALUE VALUES (7, 'platform') ON CONFLICT DO NOTHING;
