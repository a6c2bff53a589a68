CREATE TABLE "challenge_ticket" (
	"ticket_sha256" "bytea" PRIMARY KEY NOT NULL,
	"worker_id" integer NOT NULL,
	"task_id" bigint,
	"lease_no" integer,
	"nonce" text NOT NULL,
	"app_origin" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "challenge_ticket_worker_idx" ON "challenge_ticket" USING btree ("worker_id","issued_at");--> statement-breakpoint
CREATE INDEX "challenge_ticket_issued_idx" ON "challenge_ticket" USING btree ("issued_at");