CREATE TABLE "account" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1000 CACHE 1),
	"role" text NOT NULL,
	"available_micros" bigint DEFAULT 0 NOT NULL,
	"held_micros" bigint DEFAULT 0 NOT NULL,
	"pending_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_available_not_negative" CHECK ("account"."available_micros" >= 0),
	CONSTRAINT "account_held_not_negative" CHECK ("account"."held_micros" >= 0),
	CONSTRAINT "account_pending_not_negative" CHECK ("account"."pending_micros" >= 0)
) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
--> statement-breakpoint
CREATE TABLE "account_profile" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	"suspended_reason" text,
	"allowed_addresses" text[] DEFAULT '{}' NOT NULL,
	"limit_overrides" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"accepted_policy_version" integer,
	"accepted_policy_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_key_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"key_sha256" "bytea" NOT NULL,
	"prefix" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth_credential" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"role" text NOT NULL,
	"account_id" integer
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_invitation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_invitation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_sha256" text NOT NULL,
	"invited_by" integer,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ban" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ban_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"limit_name" text NOT NULL,
	"subject" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"booked_by" integer,
	"reason" text NOT NULL,
	"booked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kind_price" (
	"kind" smallint PRIMARY KEY NOT NULL,
	"price_micros" integer NOT NULL,
	"worker_share_basis_points" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" integer,
	CONSTRAINT "kind_price_price" CHECK ("kind_price"."price_micros" between 1 and 100000000),
	CONSTRAINT "kind_price_share" CHECK ("kind_price"."worker_share_basis_points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "open_task" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"state" smallint NOT NULL,
	"price_micros" integer NOT NULL,
	"share_micros" integer NOT NULL,
	"lease_ms" integer NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"worker_id" integer,
	"lease_no" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"unreadable_votes" smallint DEFAULT 0 NOT NULL,
	"tried_by" integer[],
	"answer" text,
	CONSTRAINT "open_task_state" CHECK ("open_task"."state" in (0, 1, 2, 3)),
	CONSTRAINT "open_task_queued" CHECK ("open_task"."state" <> 0 or ("open_task"."worker_id" is null and "open_task"."lease_until" is null)),
	CONSTRAINT "open_task_reserved" CHECK ("open_task"."state" <> 1 or ("open_task"."worker_id" is not null and "open_task"."lease_until" is null)),
	CONSTRAINT "open_task_assigned" CHECK ("open_task"."state" <> 2 or ("open_task"."worker_id" is not null and "open_task"."lease_until" is not null)),
	CONSTRAINT "open_task_given" CHECK (("open_task"."state" = 3) = ("open_task"."answer" is not null) and ("open_task"."state" <> 3 or ("open_task"."worker_id" is not null and "open_task"."lease_until" is not null))),
	CONSTRAINT "open_task_price" CHECK ("open_task"."price_micros" >= 0 and "open_task"."share_micros" between 0 and "open_task"."price_micros"),
	CONSTRAINT "open_task_votes" CHECK ("open_task"."unreadable_votes" between 0 and 2)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
--> statement-breakpoint
CREATE UNLOGGED TABLE "server_process" (
	"node" smallint PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"state" smallint NOT NULL,
	"reason" smallint,
	"price_micros" integer NOT NULL,
	"share_micros" integer NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"worker_id" integer,
	"lease_no" integer,
	"answer" text,
	CONSTRAINT "task_state" CHECK ("task"."state" in (4, 5)),
	CONSTRAINT "task_answered" CHECK (("task"."state" = 4) = ("task"."answer" is not null) and ("task"."state" <> 4 or "task"."worker_id" is not null)),
	CONSTRAINT "task_unsolvable" CHECK (("task"."state" = 5) = ("task"."reason" is not null))
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "task_input" (
	"task_id" bigint PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"media_type" smallint NOT NULL,
	"width_px" smallint NOT NULL,
	"height_px" smallint NOT NULL,
	"hints" jsonb
) PARTITION BY RANGE ("task_id");
--> statement-breakpoint
CREATE TABLE "transfer" (
	"cause_id" bigint NOT NULL,
	"line" smallint NOT NULL,
	"code" smallint NOT NULL,
	"debit_id" integer NOT NULL,
	"credit_id" integer NOT NULL,
	"micros" bigint NOT NULL,
	CONSTRAINT "transfer_cause_id_line_pk" PRIMARY KEY("cause_id","line"),
	CONSTRAINT "transfer_positive" CHECK ("transfer"."micros" > 0)
) PARTITION BY RANGE ("cause_id");
--> statement-breakpoint
ALTER TABLE "account_profile" ADD CONSTRAINT "account_profile_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_credential" ADD CONSTRAINT "auth_credential_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_sha256" ON "api_key" USING btree ("key_sha256");--> statement-breakpoint
CREATE INDEX "api_key_account" ON "api_key" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "auth_credential_user" ON "auth_credential" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_session_token" ON "auth_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_email" ON "auth_user" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_account" ON "auth_user" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitation_token" ON "staff_invitation" USING btree ("token_sha256");--> statement-breakpoint
CREATE INDEX "ban_subject_idx" ON "ban" USING btree ("subject","ends_at");--> statement-breakpoint
CREATE INDEX "ban_ends_idx" ON "ban" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "open_task_queued_idx" ON "open_task" USING btree ("id") WHERE state = 0;--> statement-breakpoint
CREATE INDEX "open_task_worker_idx" ON "open_task" USING btree ("worker_id","id") WHERE worker_id is not null;--> statement-breakpoint
CREATE INDEX "open_task_lease_idx" ON "open_task" USING btree ("lease_until") WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX "open_task_expiry_idx" ON "open_task" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "open_task_account_idx" ON "open_task" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "task_account_idx" ON "task" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "task_worker_idx" ON "task" USING btree ("worker_id","id") WHERE worker_id is not null;--> statement-breakpoint
ALTER TABLE "task_input" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;--> statement-breakpoint
INSERT INTO "account" ("id", "role") OVERRIDING SYSTEM VALUE VALUES (1, 'platform'), (2, 'platform'), (3, 'platform');--> statement-breakpoint
INSERT INTO "kind_price" ("kind", "price_micros", "worker_share_basis_points") VALUES (1, 200, 6000);
