ALTER TABLE "api_key" ADD COLUMN "scopes" text[];--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "allowed_addresses" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_sha256" "bytea";--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_prefix" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_until" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_previous_sha256" ON "api_key" USING btree ("previous_sha256") WHERE previous_sha256 is not null;