CREATE TABLE "account_deletion" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"user_id" text,
	"state" smallint DEFAULT 0 NOT NULL,
	"step" smallint DEFAULT 0 NOT NULL,
	"cursor" bigint DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "account_deletion_state" CHECK ("account_deletion"."state" in (0, 1, 2)),
	CONSTRAINT "account_deletion_user" CHECK (("account_deletion"."state" = 0) = ("account_deletion"."user_id" is not null)),
	CONSTRAINT "account_deletion_done" CHECK (("account_deletion"."state" = 2) = ("account_deletion"."done_at" is not null))
);
--> statement-breakpoint
CREATE INDEX "account_deletion_due_idx" ON "account_deletion" USING btree ("due_at") WHERE state <> 2;