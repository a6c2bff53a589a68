CREATE TABLE "gold_showing" (
	"gold_id" integer NOT NULL,
	"worker_id" integer NOT NULL,
	"task_id" bigint NOT NULL,
	"kind" smallint NOT NULL,
	"stage" smallint NOT NULL,
	"shown_at" timestamp (3) with time zone NOT NULL,
	"outcome" smallint,
	"answer" text,
	"judged_at" timestamp (3) with time zone,
	CONSTRAINT "gold_showing_gold_id_worker_id_pk" PRIMARY KEY("gold_id","worker_id"),
	CONSTRAINT "gold_showing_outcome" CHECK ("gold_showing"."outcome" in (1, 2, 3, 4)),
	CONSTRAINT "gold_showing_judged" CHECK (("gold_showing"."outcome" is null) = ("gold_showing"."judged_at" is null))
);
--> statement-breakpoint
CREATE TABLE "gold_task" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gold_task_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" smallint NOT NULL,
	"state" smallint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"media_type" smallint NOT NULL,
	"width_px" smallint NOT NULL,
	"height_px" smallint NOT NULL,
	"more_files" jsonb,
	"hints" jsonb,
	"answers" text[] NOT NULL,
	"source_task_id" bigint,
	"confidence" real,
	"added_by" integer,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gold_task_state" CHECK ("gold_task"."state" in (1, 2, 3)),
	CONSTRAINT "gold_task_answers" CHECK (cardinality("gold_task"."answers") between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "open_task" DROP CONSTRAINT "open_task_price";--> statement-breakpoint
ALTER TABLE "skill_change" DROP CONSTRAINT "skill_change_cause";--> statement-breakpoint
ALTER TABLE "crowd_setting" ADD COLUMN "shares_gold" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "gold_showing_task_idx" ON "gold_showing" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "gold_showing_worker_idx" ON "gold_showing" USING btree ("worker_id","kind","shown_at");--> statement-breakpoint
CREATE INDEX "gold_showing_open_idx" ON "gold_showing" USING btree ("worker_id","task_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "gold_task_kind_idx" ON "gold_task" USING btree ("kind","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "gold_task_source_idx" ON "gold_task" USING btree ("source_task_id");--> statement-breakpoint
ALTER TABLE "open_task" ADD CONSTRAINT "open_task_price" CHECK ("open_task"."share_micros" >= 0 and case when "open_task"."in_package" or "open_task"."account_id" = 5 then "open_task"."price_micros" = 0 and "open_task"."hold_micros" = 0 else "open_task"."price_micros" >= "open_task"."share_micros" and "open_task"."hold_micros" >= "open_task"."price_micros" end);--> statement-breakpoint
ALTER TABLE "skill_change" ADD CONSTRAINT "skill_change_cause" CHECK ("skill_change"."cause" in (1, 2, 3, 4));--> statement-breakpoint
INSERT INTO "account" ("id", "role") OVERRIDING SYSTEM VALUE VALUES (5, 'platform') ON CONFLICT DO NOTHING;
