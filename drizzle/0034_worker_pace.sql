CREATE TABLE "worker_pace" (
	"worker_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"day" date NOT NULL,
	"steps" integer[] NOT NULL,
	"passed" integer NOT NULL,
	"unreadable" integer NOT NULL,
	"reported" integer NOT NULL,
	"leases_ended" integer NOT NULL,
	CONSTRAINT "worker_pace_worker_id_day_kind_pk" PRIMARY KEY("worker_id","day","kind"),
	CONSTRAINT "worker_pace_steps" CHECK (cardinality("worker_pace"."steps") = 8)
);
--> statement-breakpoint
ALTER TABLE "worker_profile" DROP CONSTRAINT "worker_profile_suspended";--> statement-breakpoint
CREATE INDEX "worker_pace_day_idx" ON "worker_pace" USING btree ("day");--> statement-breakpoint
ALTER TABLE "worker_profile" DROP COLUMN "suspended_at";--> statement-breakpoint
ALTER TABLE "worker_profile" DROP COLUMN "suspended_reason";