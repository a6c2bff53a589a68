CREATE UNLOGGED TABLE "limit_tally" (
	"process" uuid NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"total" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "limit_tally_process_name_subject_pk" PRIMARY KEY("process","name","subject")
);
--> statement-breakpoint
CREATE INDEX "limit_tally_changed_idx" ON "limit_tally" USING btree ("changed_at");