CREATE TABLE "key_spend" (
	"key_id" integer NOT NULL,
	"day" date NOT NULL,
	"micros" bigint NOT NULL,
	CONSTRAINT "key_spend_key_id_day_pk" PRIMARY KEY("key_id","day"),
	CONSTRAINT "key_spend_micros" CHECK ("key_spend"."micros" >= 0)
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "day_budget_micros" bigint;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "month_budget_micros" bigint;--> statement-breakpoint
CREATE INDEX "key_spend_day_idx" ON "key_spend" USING btree ("day");--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_budgets" CHECK ("api_key"."day_budget_micros" >= 0 and "api_key"."month_budget_micros" >= 0);