CREATE TABLE "account_link" (
	"worker_id" integer NOT NULL,
	"other_id" integer NOT NULL,
	"sorts" smallint[] NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "account_link_worker_id_other_id_pk" PRIMARY KEY("worker_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "account_trace" (
	"account_id" integer NOT NULL,
	"sort" smallint NOT NULL,
	"hash" "bytea" NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"linked_at" timestamp with time zone,
	CONSTRAINT "account_trace_account_id_sort_hash_pk" PRIMARY KEY("account_id","sort","hash"),
	CONSTRAINT "account_trace_sort" CHECK ("account_trace"."sort" in (1, 2, 3))
);
--> statement-breakpoint
CREATE TABLE "crowd_setting" (
	"account_id" integer PRIMARY KEY NOT NULL,
	"sandbox" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "favourite_worker" (
	"customer_id" integer NOT NULL,
	"worker_id" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "favourite_worker_customer_id_worker_id_pk" PRIMARY KEY("customer_id","worker_id")
);
--> statement-breakpoint
CREATE TABLE "worker_profile" (
	"worker_id" integer PRIMARY KEY NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"suspended_at" timestamp with time zone,
	"suspended_reason" text,
	CONSTRAINT "worker_profile_suspended" CHECK (("worker_profile"."suspended_at" is null) = ("worker_profile"."suspended_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "worker_standing" (
	"worker_id" integer NOT NULL,
	"kind" smallint NOT NULL,
	"stage" smallint NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"stage_judged" integer DEFAULT 0 NOT NULL,
	"stage_right" integer DEFAULT 0 NOT NULL,
	"right_weight" double precision DEFAULT 0 NOT NULL,
	"wrong_weight" double precision DEFAULT 0 NOT NULL,
	"suspended_at" timestamp with time zone,
	"suspended_reason" text,
	CONSTRAINT "worker_standing_worker_id_kind_pk" PRIMARY KEY("worker_id","kind"),
	CONSTRAINT "worker_standing_stage" CHECK ("worker_standing"."stage" between 1 and 4),
	CONSTRAINT "worker_standing_weights" CHECK ("worker_standing"."right_weight" >= 0 and "worker_standing"."wrong_weight" >= 0),
	CONSTRAINT "worker_standing_judged" CHECK ("worker_standing"."stage_right" between 0 and "worker_standing"."stage_judged"),
	CONSTRAINT "worker_standing_suspended" CHECK (("worker_standing"."suspended_at" is null) = ("worker_standing"."suspended_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "only_for" integer;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "min_score" real;--> statement-breakpoint
CREATE INDEX "account_link_until_idx" ON "account_link" USING btree ("until");--> statement-breakpoint
CREATE INDEX "account_trace_hash_idx" ON "account_trace" USING btree ("sort","hash");--> statement-breakpoint
CREATE INDEX "account_trace_unlinked_idx" ON "account_trace" USING btree ("seen_at") WHERE linked_at is null;--> statement-breakpoint
CREATE INDEX "account_trace_seen_idx" ON "account_trace" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "favourite_worker_worker_idx" ON "favourite_worker" USING btree ("worker_id","since");