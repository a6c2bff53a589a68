CREATE TABLE "maximum_rate" (
	"account_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"rate_micros" integer NOT NULL,
	CONSTRAINT "maximum_rate_account_id_kind_pk" PRIMARY KEY("account_id","kind"),
	CONSTRAINT "maximum_rate_micros" CHECK ("maximum_rate"."rate_micros" between 1 and 100000000)
);
--> statement-breakpoint
CREATE TABLE "process_load" (
	"node" smallint PRIMARY KEY NOT NULL,
	"idle_workers" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
