ALTER TABLE "api_key" ADD COLUMN "test_key" text;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_test" ON "api_key" USING btree ("account_id") WHERE test_key is not null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "open_task_only_for_idx" ON "open_task" USING btree ("only_for","id") WHERE only_for is not null and state = 0;--> statement-breakpoint
INSERT INTO "account" ("id", "role") OVERRIDING SYSTEM VALUE VALUES (6, 'platform') ON CONFLICT DO NOTHING;
