CREATE TABLE "callback" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"url" text NOT NULL,
	"state" smallint DEFAULT 0 NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"last_attempt_at" timestamp (3) with time zone,
	"last_status" smallint,
	"last_failure" text,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "callback_state" CHECK ("callback"."state" in (0, 1, 2, 3)),
	CONSTRAINT "callback_due" CHECK (("callback"."state" = 1) = ("callback"."next_attempt_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "callback_host" (
	"account_id" integer NOT NULL,
	"host" text NOT NULL,
	"port" integer DEFAULT 0 NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"failing_since" timestamp with time zone,
	"switched_off_at" timestamp with time zone,
	CONSTRAINT "callback_host_account_id_host_port_pk" PRIMARY KEY("account_id","host","port")
);
--> statement-breakpoint
CREATE TABLE "callback_secret" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"account_id" integer NOT NULL,
	"key" text NOT NULL,
	"body_sha256" "bytea" NOT NULL,
	"task_id" bigint NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"worker_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"verdict" smallint NOT NULL,
	"state" smallint NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "report_verdict" CHECK ("report"."verdict" in (1, 2)),
	CONSTRAINT "report_state" CHECK (("report"."verdict" = 1 and "report"."state" = 0) or ("report"."verdict" = 2 and "report"."state" in (1, 2, 3, 4)))
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "site_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"host" text NOT NULL,
	"verified_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "has_callback" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task_input" ADD COLUMN "more_files" jsonb;--> statement-breakpoint
ALTER TABLE "task_input" ADD COLUMN "sender" text;--> statement-breakpoint
CREATE INDEX "callback_due_idx" ON "callback" USING btree ("next_attempt_at") WHERE state = 1;--> statement-breakpoint
CREATE INDEX "callback_account_idx" ON "callback" USING btree ("account_id","task_id");--> statement-breakpoint
CREATE INDEX "idempotency_key_used_idx" ON "idempotency_key" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "report_account_idx" ON "report" USING btree ("account_id","task_id");--> statement-breakpoint
CREATE INDEX "report_worker_idx" ON "report" USING btree ("worker_id","task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "site_account_host" ON "site" USING btree ("account_id","host");--> statement-breakpoint
INSERT INTO "kind_price" ("kind", "price_micros", "worker_share_basis_points") VALUES
  (2, 200, 6000), (3, 300, 6000), (4, 300, 6000), (5, 500, 6000), (6, 500, 6000), (7, 200, 6000), (8, 500, 6000),
  (9, 350, 6000), (10, 500, 6000), (11, 500, 6000), (12, 200, 6000)
ON CONFLICT DO NOTHING;
