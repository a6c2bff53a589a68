CREATE TABLE "bad_target" (
	"account_id" integer NOT NULL,
	"what" text NOT NULL,
	"digest" "bytea" NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bad_target_account_id_what_digest_pk" PRIMARY KEY("account_id","what","digest")
);
--> statement-breakpoint
CREATE TABLE "host_switch" (
	"host" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"off_at" timestamp with time zone NOT NULL,
	"off_by" integer
);
--> statement-breakpoint
CREATE TABLE "opt_out" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "opt_out_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"host" text NOT NULL,
	"email" text NOT NULL,
	"words" text NOT NULL,
	"token" text NOT NULL,
	"link_sha256" "bytea" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"mail_confirmed_at" timestamp with time zone,
	"switched_off_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "site_check" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "site_check_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"host" text NOT NULL,
	"method" text NOT NULL,
	"cause" text NOT NULL,
	"outcome" text NOT NULL,
	"detail" text NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "site" ALTER COLUMN "verified_at" SET DATA TYPE timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "subdomains" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "method" text DEFAULT 'dns' NOT NULL;--> statement-breakpoint
-- Sites that are there already get a token of their own; new ones bring theirs.
ALTER TABLE "site" ADD COLUMN "token" text DEFAULT gen_random_uuid()::text NOT NULL;--> statement-breakpoint
ALTER TABLE "site" ALTER COLUMN "token" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "last_good_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "last_checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "next_check_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "failures" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "suspended_reason" text;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "refused_reason" text;--> statement-breakpoint
UPDATE "site" SET "approved_at" = "verified_at", "last_good_at" = "verified_at", "next_check_at" = "verified_at" WHERE "verified_at" IS NOT NULL;--> statement-breakpoint
UPDATE "site" SET "suspended_reason" = 'It was suspended before reasons were kept.' WHERE "suspended_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "bad_target_until_idx" ON "bad_target" USING btree ("until_at");--> statement-breakpoint
CREATE UNIQUE INDEX "opt_out_link" ON "opt_out" USING btree ("link_sha256");--> statement-breakpoint
CREATE INDEX "opt_out_open_idx" ON "opt_out" USING btree ("id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "site_check_site_idx" ON "site_check" USING btree ("site_id","id");--> statement-breakpoint
CREATE INDEX "site_check_due_idx" ON "site" USING btree ("next_check_at") WHERE next_check_at is not null;--> statement-breakpoint
CREATE INDEX "site_waiting_idx" ON "site" USING btree ("id") WHERE approved_at is null and refused_at is null;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_scope" CHECK (not "site"."subdomains" or "site"."method" = 'dns');--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_decided" CHECK ("site"."approved_at" is null or "site"."refused_at" is null);--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_suspended" CHECK (("site"."suspended_at" is null) = ("site"."suspended_reason" is null));