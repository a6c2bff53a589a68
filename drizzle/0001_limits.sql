CREATE TABLE "exact_limit" (
	"limit_name" text NOT NULL,
	"subject" text NOT NULL,
	"hit_at" timestamp (3) with time zone[] NOT NULL,
	"last_allowed" boolean NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exact_limit_limit_name_subject_pk" PRIMARY KEY("limit_name","subject")
);
--> statement-breakpoint
CREATE INDEX "open_task_reserved_idx" ON "open_task" USING btree ("id") WHERE state = 1;