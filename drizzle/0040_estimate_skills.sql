CREATE TABLE "estimate_run" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "estimate_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"asked_by" integer,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"night" date,
	"kinds_done" smallint DEFAULT 0 NOT NULL,
	"held_until" timestamp (3) with time zone,
	"tasks" integer DEFAULT 0 NOT NULL,
	"answers" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"furthest" real DEFAULT 0 NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "estimate_run_night" UNIQUE("night"),
	CONSTRAINT "estimate_run_asked" CHECK (("estimate_run"."asked_by" is null) = ("estimate_run"."night" is not null))
);
--> statement-breakpoint
ALTER TABLE "skill_change" ADD COLUMN "estimated_right" double precision;--> statement-breakpoint
CREATE INDEX "estimate_run_open_idx" ON "estimate_run" USING btree ("id") WHERE finished_at is null;