CREATE TABLE "kind_rate" (
	"kind" smallint PRIMARY KEY NOT NULL,
	"rate_micros" integer NOT NULL,
	"queued" integer NOT NULL,
	"idle_workers" integer NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_setting" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"answers_per_thread_hour" integer DEFAULT 720 NOT NULL,
	"floor_micros_per_hour" bigint DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" integer,
	CONSTRAINT "money_setting_one" CHECK ("money_setting"."one"),
	CONSTRAINT "money_setting_answers" CHECK ("money_setting"."answers_per_thread_hour" between 1 and 36000),
	CONSTRAINT "money_setting_floor" CHECK ("money_setting"."floor_micros_per_hour" between 0 and 1000000000)
);
--> statement-breakpoint
CREATE TABLE "package_plan" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "package_plan_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"threads" smallint NOT NULL,
	"day_micros" bigint NOT NULL,
	"week_micros" bigint NOT NULL,
	"month_micros" bigint NOT NULL,
	"offered" boolean DEFAULT true NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" integer,
	CONSTRAINT "package_plan_threads" CHECK ("package_plan"."threads" between 1 and 1000),
	CONSTRAINT "package_plan_prices" CHECK (least("package_plan"."day_micros", "package_plan"."week_micros", "package_plan"."month_micros") >= 1 and greatest("package_plan"."day_micros", "package_plan"."week_micros", "package_plan"."month_micros") <= 100000000000)
);
--> statement-breakpoint
CREATE TABLE "package_purchase" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"client_id" text NOT NULL,
	"name" text NOT NULL,
	"threads" smallint NOT NULL,
	"span" text NOT NULL,
	"price_micros" bigint NOT NULL,
	"credit_micros" bigint DEFAULT 0 NOT NULL,
	"state" smallint NOT NULL,
	"renew" boolean NOT NULL,
	"bought_at" timestamp (3) with time zone NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"pay_micros" bigint DEFAULT 0 NOT NULL,
	"answers" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "package_purchase_state" CHECK ("package_purchase"."state" in (0, 1, 2, 3)),
	CONSTRAINT "package_purchase_times" CHECK (("package_purchase"."state" = 0) = ("package_purchase"."starts_at" is null) and ("package_purchase"."starts_at" is null) = ("package_purchase"."ends_at" is null))
);
--> statement-breakpoint
ALTER TABLE "kind_price" DROP CONSTRAINT "kind_price_share";--> statement-breakpoint
ALTER TABLE "open_task" DROP CONSTRAINT "open_task_price";--> statement-breakpoint
ALTER TABLE "kind_price" DROP CONSTRAINT "kind_price_pkey";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "threads_max" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "threads_running" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "threads_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "package_overflow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "package_hour" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "package_answers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "kind_price" ADD COLUMN "effective_from" timestamp (3) with time zone DEFAULT '2026-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE "kind_price" ALTER COLUMN "effective_from" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "kind_price" ADD CONSTRAINT "kind_price_kind_effective_from_pk" PRIMARY KEY("kind","effective_from");--> statement-breakpoint
ALTER TABLE "kind_price" ADD COLUMN "rate_min_micros" integer;--> statement-breakpoint
ALTER TABLE "kind_price" ADD COLUMN "rate_max_micros" integer;--> statement-breakpoint
ALTER TABLE "kind_price" ADD COLUMN "package_share_basis_points" integer;--> statement-breakpoint
UPDATE "kind_price" SET "rate_min_micros" = "price_micros", "rate_max_micros" = "price_micros", "package_share_basis_points" = "worker_share_basis_points";--> statement-breakpoint
ALTER TABLE "kind_price" ALTER COLUMN "rate_min_micros" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "kind_price" ALTER COLUMN "rate_max_micros" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "kind_price" ALTER COLUMN "package_share_basis_points" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "hold_micros" integer;--> statement-breakpoint
UPDATE "open_task" SET "hold_micros" = "price_micros";--> statement-breakpoint
ALTER TABLE "open_task" ALTER COLUMN "hold_micros" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "open_task" ADD COLUMN "in_package" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "in_package" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "package_plan_name_idx" ON "package_plan" USING btree ("name","effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "package_purchase_client_idx" ON "package_purchase" USING btree ("account_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "package_purchase_running_idx" ON "package_purchase" USING btree ("account_id") WHERE state = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "package_purchase_waiting_idx" ON "package_purchase" USING btree ("account_id") WHERE state = 0;--> statement-breakpoint
CREATE INDEX "package_purchase_ends_idx" ON "package_purchase" USING btree ("ends_at") WHERE state = 1;--> statement-breakpoint
CREATE INDEX "package_purchase_account_idx" ON "package_purchase" USING btree ("account_id","id");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_threads_max" CHECK ("account"."threads_max" >= 0);--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_threads_running_not_negative" CHECK ("account"."threads_running" >= 0);--> statement-breakpoint
ALTER TABLE "kind_price" ADD CONSTRAINT "kind_price_bounds" CHECK ("kind_price"."rate_min_micros" between 1 and "kind_price"."price_micros" and "kind_price"."rate_max_micros" between "kind_price"."price_micros" and 100000000);--> statement-breakpoint
ALTER TABLE "kind_price" ADD CONSTRAINT "kind_price_share" CHECK ("kind_price"."worker_share_basis_points" between 0 and 10000 and "kind_price"."package_share_basis_points" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "open_task" ADD CONSTRAINT "open_task_price" CHECK ("open_task"."share_micros" >= 0 and case when "open_task"."in_package" then "open_task"."price_micros" = 0 and "open_task"."hold_micros" = 0 else "open_task"."price_micros" >= "open_task"."share_micros" and "open_task"."hold_micros" >= "open_task"."price_micros" end);--> statement-breakpoint
INSERT INTO "account" ("id", "role") OVERRIDING SYSTEM VALUE VALUES (4, 'platform') ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "money_setting" DEFAULT VALUES;--> statement-breakpoint
INSERT INTO "package_plan" ("name", "threads", "day_micros", "week_micros", "month_micros", "effective_from") VALUES
  ('Micro', 5, 2000000, 12000000, 39000000, '2026-01-01'),
  ('Starter', 10, 3500000, 21000000, 69000000, '2026-01-01'),
  ('Regular', 20, 6500000, 38000000, 129000000, '2026-01-01'),
  ('Advanced', 30, 10000000, 55000000, 189000000, '2026-01-01'),
  ('Premium', 60, 18000000, 99000000, 369000000, '2026-01-01');
