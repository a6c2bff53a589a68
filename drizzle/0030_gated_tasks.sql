CREATE TABLE "gated_task" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"host" text,
	"held_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "gated_task_created_idx" ON "gated_task" USING btree ("created_at");