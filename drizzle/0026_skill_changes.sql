CREATE TABLE "skill_change" (
	"worker_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"cause" smallint NOT NULL,
	"cause_id" bigint NOT NULL,
	"right_weight" double precision NOT NULL,
	"wrong_weight" double precision NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "skill_change_worker_id_kind_cause_cause_id_pk" PRIMARY KEY("worker_id","kind","cause","cause_id"),
	CONSTRAINT "skill_change_cause" CHECK ("skill_change"."cause" in (1, 2, 3))
);
--> statement-breakpoint
CREATE INDEX "skill_change_worker_idx" ON "skill_change" USING btree ("worker_id","changed_at");--> statement-breakpoint
CREATE INDEX "skill_change_changed_idx" ON "skill_change" USING btree ("changed_at");