CREATE TABLE "image_block" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "image_block_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer,
	"sha256" "bytea" NOT NULL,
	"byte_count" integer NOT NULL,
	"task_id" bigint NOT NULL,
	"set_by" integer,
	"reason" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" integer,
	"lift_reason" text
);
--> statement-breakpoint
CREATE TABLE "image_mark" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"byte_count" integer NOT NULL,
	"looks" text,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"excused_at" timestamp (3) with time zone,
	"dismissed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "image_block_bytes_idx" ON "image_block" USING btree (coalesce(account_id, 0),"sha256") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "image_block_task_idx" ON "image_block" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "image_mark_account_idx" ON "image_mark" USING btree ("account_id","task_id");--> statement-breakpoint
CREATE INDEX "image_mark_ended_idx" ON "image_mark" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "image_mark_bytes_idx" ON "image_mark" USING btree ("account_id","sha256");--> statement-breakpoint
CREATE INDEX "task_unreadable_idx" ON "task" USING btree ("id") WHERE reason = 1;