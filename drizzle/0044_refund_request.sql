CREATE TABLE "refund_request" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refund_request_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"task_ids" bigint[] NOT NULL,
	"micros" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "refund_request_amount" CHECK ("refund_request"."micros" > 0),
	CONSTRAINT "refund_request_second_person" CHECK ("refund_request"."state" <> 'approved' or "refund_request"."decided_by" <> "refund_request"."asked_by")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "refund_request_waiting_idx" ON "refund_request" USING btree ("account_id") WHERE state = 'waiting';