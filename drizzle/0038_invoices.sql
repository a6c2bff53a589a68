CREATE TABLE "invoice" (
	"number" integer PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"month" text NOT NULL,
	"lines" jsonb NOT NULL,
	"total_micros" bigint NOT NULL,
	"issuer" text NOT NULL,
	"billed_to" text NOT NULL,
	"email" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoice_account_month" UNIQUE("account_id","month"),
	CONSTRAINT "invoice_number" CHECK ("invoice"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "invoice_month" (
	"month" text PRIMARY KEY NOT NULL,
	"after_account_id" integer DEFAULT 0 NOT NULL,
	"done" boolean DEFAULT false NOT NULL
);
