CREATE TABLE "impersonation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "impersonation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"session_id" text NOT NULL,
	"actor_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "role_change" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "role_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"from_role" text NOT NULL,
	"to_role" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "role_change_roles" CHECK ("role_change"."from_role" <> "role_change"."to_role"),
	CONSTRAINT "role_change_second_person" CHECK ("role_change"."state" <> 'approved' or "role_change"."decided_by" <> "role_change"."asked_by")
);
--> statement-breakpoint
CREATE INDEX "impersonation_running_idx" ON "impersonation" USING btree ("ends_at") WHERE stopped_at is null;--> statement-breakpoint
CREATE INDEX "impersonation_account_idx" ON "impersonation" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_change_waiting_idx" ON "role_change" USING btree ("account_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "role_change_account_idx" ON "role_change" USING btree ("account_id","id");