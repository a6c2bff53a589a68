CREATE TABLE "ledger_cursor" (
	"name" text PRIMARY KEY NOT NULL,
	"up_to_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pay_confirmation" (
	"id" bigint PRIMARY KEY NOT NULL,
	"worker_id" integer NOT NULL,
	"after_id" bigint NOT NULL,
	"up_to_id" bigint NOT NULL,
	"answers" integer NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_hour" (
	"worker_id" integer NOT NULL,
	"hour" integer NOT NULL,
	"active_ms" integer NOT NULL,
	"earned_micros" bigint,
	"top_up_micros" bigint,
	"top_up_id" bigint,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "worker_hour_worker_id_hour_pk" PRIMARY KEY("worker_id","hour"),
	CONSTRAINT "worker_hour_active" CHECK ("worker_hour"."active_ms" between 0 and 3600000),
	CONSTRAINT "worker_hour_settled" CHECK (("worker_hour"."settled_at" is null) = ("worker_hour"."earned_micros" is null))
);
--> statement-breakpoint
CREATE TABLE "worker_presence" (
	"worker_id" integer PRIMARY KEY NOT NULL,
	"visible" boolean NOT NULL,
	"ready_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "pay_confirmation_worker_idx" ON "pay_confirmation" USING btree ("worker_id","id");--> statement-breakpoint
CREATE INDEX "worker_hour_open_idx" ON "worker_hour" USING btree ("hour") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "transfer_debit_idx" ON "transfer" USING btree ("debit_id","cause_id") WHERE code not in (2, 3, 4, 5, 6, 10, 11);--> statement-breakpoint
CREATE INDEX "transfer_credit_idx" ON "transfer" USING btree ("credit_id","cause_id") WHERE code not in (2, 3, 4, 5, 6, 10, 11);--> statement-breakpoint
INSERT INTO "ledger_cursor" ("name", "up_to_id") VALUES ('confirm_pay', 0);
