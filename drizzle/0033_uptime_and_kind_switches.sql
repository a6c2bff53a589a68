CREATE TABLE "kind_switch" (
	"kind" smallint PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "probe" (
	"minute" integer PRIMARY KEY NOT NULL,
	"ok" boolean NOT NULL,
	"problem" text,
	"took_ms" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
