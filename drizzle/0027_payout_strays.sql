CREATE TABLE "payout_stray" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payout_stray_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chain_id" bigint NOT NULL,
	"tx_hash" text NOT NULL,
	"tx_log_no" integer NOT NULL,
	"batch_id" bigint NOT NULL,
	"address" text NOT NULL,
	"units" numeric(78, 0) NOT NULL,
	"micros" bigint NOT NULL,
	"payout_id" bigint,
	"found_at" timestamp (3) with time zone NOT NULL,
	"settled_by" integer,
	"settled_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "payout_stray_once" UNIQUE("chain_id","tx_hash","tx_log_no"),
	CONSTRAINT "payout_stray_settled" CHECK (("payout_stray"."settled_at" is null) = ("payout_stray"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "looked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "missing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "missing_block" bigint;--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "sender" text;--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "nonce" bigint;--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "dropped_by" integer;--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "drop_reason" text;--> statement-breakpoint
CREATE INDEX "payout_stray_open_idx" ON "payout_stray" USING btree ("id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "payout_transaction_watched_idx" ON "payout_transaction" USING btree ("looked_at") WHERE state in ('entered', 'dropped');--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD CONSTRAINT "payout_transaction_dropped" CHECK ("payout_transaction"."state" <> 'dropped' or "payout_transaction"."drop_reason" is not null);