CREATE TABLE "recognition_setting" (
	"account_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"answers_min" smallint NOT NULL,
	"answers_max" smallint NOT NULL,
	"matches_min" smallint,
	"confidence_min" real,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recognition_setting_account_id_kind_pk" PRIMARY KEY("account_id","kind"),
	CONSTRAINT "recognition_setting_answers" CHECK (1 <= "recognition_setting"."answers_min" and "recognition_setting"."answers_min" <= "recognition_setting"."answers_max" and "recognition_setting"."answers_max" <= 10),
	CONSTRAINT "recognition_setting_mode" CHECK (("recognition_setting"."matches_min" is null) <> ("recognition_setting"."confidence_min" is null)),
	CONSTRAINT "recognition_setting_matches" CHECK ("recognition_setting"."matches_min" between 2 and "recognition_setting"."answers_max"),
	CONSTRAINT "recognition_setting_confidence" CHECK ("recognition_setting"."confidence_min" between 0.5 and 0.9991)
);
--> statement-breakpoint
CREATE TABLE "task_answer" (
	"task_id" bigint NOT NULL,
	"no" smallint NOT NULL,
	"worker_id" integer NOT NULL,
	"lease_no" integer NOT NULL,
	"kind" smallint NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_answer_task_id_no_pk" PRIMARY KEY("task_id","no")
) PARTITION BY RANGE ("task_id");
--> statement-breakpoint
ALTER TABLE "open_task" DROP CONSTRAINT "open_task_state";--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "answers_max" smallint;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "answers_count" smallint;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "recognition" jsonb;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "closed_for" smallint;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "answers_count" smallint;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "confidence" real;--> statement-breakpoint
CREATE INDEX "task_answer_worker_idx" ON "task_answer" USING btree ("worker_id","task_id");--> statement-breakpoint
CREATE INDEX "task_answer_kind_idx" ON "task_answer" USING btree ("kind","task_id");--> statement-breakpoint
CREATE INDEX "open_task_weighed_idx" ON "open_task" USING btree ("id") WHERE state = 6;--> statement-breakpoint
ALTER TABLE "open_task" ADD CONSTRAINT "open_task_weighed" CHECK ("open_task"."state" <> 6 or ("open_task"."worker_id" is null and "open_task"."lease_until" is null and "open_task"."answers_max" is not null));--> statement-breakpoint
ALTER TABLE "open_task" ADD CONSTRAINT "open_task_several" CHECK (("open_task"."answers_max" is null) = ("open_task"."answers_count" is null) and ("open_task"."answers_max" is null) = ("open_task"."recognition" is null));--> statement-breakpoint
ALTER TABLE "open_task" ADD CONSTRAINT "open_task_state" CHECK ("open_task"."state" in (0, 1, 2, 3, 6));