CREATE TABLE "worker_v3_score" (
	"worker_id" integer PRIMARY KEY NOT NULL,
	"consented_at" timestamp with time zone,
	"score" real,
	"measured_at" timestamp with time zone,
	"last_attempt_at" timestamp with time zone,
	"last_failure" text
);
