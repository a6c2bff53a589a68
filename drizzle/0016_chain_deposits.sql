CREATE TABLE "billing_profile" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"billed_to" text DEFAULT '' NOT NULL,
	"alert_below_micros" bigint,
	"alerted_at" timestamp (3) with time zone,
	CONSTRAINT "billing_profile_alert" CHECK ("billing_profile"."alert_below_micros" > 0)
);
--> statement-breakpoint
CREATE TABLE "chain_deposit" (
	"id" bigint PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"tx_hash" text NOT NULL,
	"tx_log_no" integer NOT NULL,
	"block_hash" text NOT NULL,
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"token" text NOT NULL,
	"from_address" text NOT NULL,
	"to_address" text NOT NULL,
	"account_id" integer NOT NULL,
	"amount_units" numeric(78, 0) NOT NULL,
	"amount_micros" bigint,
	"dust_units" numeric(78, 0) NOT NULL,
	"state" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"booked_at" timestamp (3) with time zone,
	"missing_since" timestamp (3) with time zone,
	"decided_by" integer,
	"reason" text,
	CONSTRAINT "chain_deposit_event" UNIQUE("chain_id","tx_hash","tx_log_no"),
	CONSTRAINT "chain_deposit_booked" CHECK ("chain_deposit"."state" not in ('booked', 'reversed') or ("chain_deposit"."amount_micros" is not null and "chain_deposit"."booked_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "chain" (
	"chain_id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"confirmations" integer NOT NULL,
	"scanned_block" bigint,
	"scanned_hash" text,
	"head_block" bigint,
	"head_at" timestamp (3) with time zone,
	"watched_by" integer,
	"watched_until" timestamp (3) with time zone,
	"failure" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"deep_reorg_at" timestamp (3) with time zone,
	CONSTRAINT "chain_confirmations" CHECK ("chain"."confirmations" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "chain_token" (
	"chain_id" bigint NOT NULL,
	"address" text NOT NULL,
	"symbol" text NOT NULL,
	"decimals" integer NOT NULL,
	"accepted" boolean NOT NULL,
	"watched" boolean DEFAULT true NOT NULL,
	CONSTRAINT "chain_token_chain_id_address_pk" PRIMARY KEY("chain_id","address"),
	CONSTRAINT "chain_token_decimals" CHECK ("chain_token"."decimals" between 0 and 36)
);
--> statement-breakpoint
CREATE TABLE "deposit_address" (
	"index" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deposit_address_index_seq" INCREMENT BY 1 MINVALUE 0 MAXVALUE 2147483647 START WITH 0 CACHE 1),
	"account_id" integer NOT NULL,
	"address" text NOT NULL,
	"key_fingerprint" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deposit_address_address_unique" UNIQUE("address")
);
--> statement-breakpoint
CREATE TABLE "hand_booking" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"amount_micros" bigint NOT NULL,
	"reason" text NOT NULL,
	"chain_deposit_id" bigint,
	"state" text NOT NULL,
	"asked_by" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "hand_booking_amount" CHECK ("hand_booking"."amount_micros" > 0),
	CONSTRAINT "hand_booking_second_person" CHECK ("hand_booking"."state" <> 'approved' or "hand_booking"."decided_by" <> "hand_booking"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "payment_setting" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"deposit_minimum_micros" bigint DEFAULT 1000000 NOT NULL,
	"hand_booking_alone_micros" bigint DEFAULT 500000000 NOT NULL,
	"payout_threshold_micros" bigint DEFAULT 5000000 NOT NULL,
	"payout_alone_micros" bigint DEFAULT 500000000 NOT NULL,
	"payout_address_delay_hours" integer DEFAULT 24 NOT NULL,
	"payout_wallet" text,
	"payouts_planned_at" timestamp (3) with time zone,
	"issuer" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" integer,
	CONSTRAINT "payment_setting_one" CHECK ("payment_setting"."one"),
	CONSTRAINT "payment_setting_amounts" CHECK (least("payment_setting"."deposit_minimum_micros", "payment_setting"."hand_booking_alone_micros", "payment_setting"."payout_threshold_micros", "payment_setting"."payout_alone_micros") >= 0),
	CONSTRAINT "payment_setting_delay" CHECK ("payment_setting"."payout_address_delay_hours" between 0 and 720)
);
--> statement-breakpoint
CREATE INDEX "billing_profile_alert_idx" ON "billing_profile" USING btree ("account_id") WHERE alert_below_micros is not null;--> statement-breakpoint
CREATE INDEX "chain_deposit_account_idx" ON "chain_deposit" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "chain_deposit_open_idx" ON "chain_deposit" USING btree ("chain_id","block_number") WHERE state in ('seen', 'vanished');--> statement-breakpoint
CREATE INDEX "chain_deposit_missing_idx" ON "chain_deposit" USING btree ("chain_id") WHERE missing_since is not null;--> statement-breakpoint
CREATE INDEX "chain_deposit_block_idx" ON "chain_deposit" USING btree ("chain_id","block_number");--> statement-breakpoint
CREATE INDEX "deposit_address_account_idx" ON "deposit_address" USING btree ("account_id","index");--> statement-breakpoint
CREATE INDEX "hand_booking_waiting_idx" ON "hand_booking" USING btree ("id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "booking_account_idx" ON "booking" USING btree ("account_id","id");--> statement-breakpoint
-- The one row that the operator edits.
INSERT INTO "payment_setting" DEFAULT VALUES;
