CREATE TABLE "mail" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mail_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"to_address" text NOT NULL,
	"sealed" "bytea",
	"state" smallint DEFAULT 0 NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"last_failure" text,
	CONSTRAINT "mail_state" CHECK ("mail"."state" in (0, 1, 2, 3)),
	CONSTRAINT "mail_due" CHECK (("mail"."state" = 0) = ("mail"."next_attempt_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"notice" text NOT NULL,
	"params" jsonb NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "account_profile" ADD COLUMN "muted_notices" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "mail_due_idx" ON "mail" USING btree ("next_attempt_at") WHERE state = 0;--> statement-breakpoint
CREATE INDEX "mail_queued_idx" ON "mail" USING btree ("queued_at");--> statement-breakpoint
CREATE INDEX "notice_account_idx" ON "notice" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "notice_given_idx" ON "notice" USING btree ("given_at");