CREATE TABLE "moderation_case" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "moderation_case_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"state" smallint DEFAULT 0 NOT NULL,
	"subject" text NOT NULL,
	"task_id" bigint,
	"account_id" integer,
	"worker_id" integer,
	"about" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"readers_wanted" smallint DEFAULT 1 NOT NULL,
	"escalated_at" timestamp (3) with time zone,
	"claimed_by" integer,
	"claimed_until" timestamp (3) with time zone,
	"effect_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"verdict" text,
	CONSTRAINT "moderation_case_state" CHECK ("moderation_case"."state" in (0, 1, 2)),
	CONSTRAINT "moderation_case_waiting" CHECK (("moderation_case"."state" = 1) = ("moderation_case"."effect_at" is not null)),
	CONSTRAINT "moderation_case_decided" CHECK (("moderation_case"."state" = 2) = ("moderation_case"."decided_at" is not null) and ("moderation_case"."state" <> 2 or "moderation_case"."verdict" is not null))
);
--> statement-breakpoint
CREATE TABLE "moderation_verdict" (
	"case_id" integer NOT NULL,
	"moderator_id" integer NOT NULL,
	"reading" text,
	"read_at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	"takes_pay_back" boolean DEFAULT false NOT NULL,
	"reason_code" text,
	"note" text,
	"given_at" timestamp (3) with time zone,
	CONSTRAINT "moderation_verdict_case_id_moderator_id_pk" PRIMARY KEY("case_id","moderator_id")
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"worker_id" integer,
	"micros" bigint NOT NULL,
	"taken_back_micros" bigint NOT NULL,
	"refunded_by" integer,
	"reason_code" text NOT NULL,
	"note" text,
	"refunded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refund_amounts" CHECK ("refund"."micros" >= 0 and "refund"."taken_back_micros" >= 0)
);
--> statement-breakpoint
ALTER TABLE "report" DROP CONSTRAINT "report_state";--> statement-breakpoint
ALTER TABLE "moderation_verdict" ADD CONSTRAINT "moderation_verdict_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_case_subject_idx" ON "moderation_case" USING btree ("kind","subject") WHERE state <> 2;--> statement-breakpoint
CREATE INDEX "moderation_case_open_idx" ON "moderation_case" USING btree ("deadline_at","id") WHERE state = 0;--> statement-breakpoint
CREATE INDEX "moderation_case_effect_idx" ON "moderation_case" USING btree ("effect_at") WHERE state = 1;--> statement-breakpoint
CREATE INDEX "moderation_case_account_idx" ON "moderation_case" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "moderation_case_task_idx" ON "moderation_case" USING btree ("task_id") WHERE task_id is not null;--> statement-breakpoint
CREATE INDEX "moderation_verdict_given_idx" ON "moderation_verdict" USING btree ("given_at") WHERE given_at is not null;--> statement-breakpoint
CREATE INDEX "refund_account_idx" ON "refund" USING btree ("account_id","refunded_at");--> statement-breakpoint
CREATE INDEX "refund_at_idx" ON "refund" USING btree ("refunded_at");--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_state" CHECK (("report"."verdict" = 1 and "report"."state" = 0) or ("report"."verdict" = 2 and "report"."state" in (1, 2, 3, 4, 5, 6)));