CREATE TABLE "policy_acceptance" (
	"user_id" text NOT NULL,
	"version" integer NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_acceptance_user_id_version_pk" PRIMARY KEY("user_id","version")
);
--> statement-breakpoint
CREATE TABLE "policy_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"changes" text NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" integer,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "policy_version_number" CHECK ("policy_version"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "policy_acceptance" ADD CONSTRAINT "policy_acceptance_version_policy_version_version_fk" FOREIGN KEY ("version") REFERENCES "public"."policy_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "policy_acceptance_at_idx" ON "policy_acceptance" USING btree ("accepted_at","user_id");--> statement-breakpoint
CREATE INDEX "policy_acceptance_version_idx" ON "policy_acceptance" USING btree ("version");--> statement-breakpoint
-- The first version, and who has accepted it so far.
INSERT INTO "policy_version" ("version", "text", "changes", "effective_from", "published_at")
VALUES (1, '## For customers
- Send only images that you may send, and that contain nothing unlawful.
- A live challenge of a website is accepted only for a site that you own and have verified here. Pictures cut from someone else''s live challenge are not allowed in any form.
- Do not send images of people''s private data without a lawful reason.
- Staff look at a sample of a new account''s first tasks, and workers can report content. An account that breaks these rules is suspended, with the reason stated.
## For workers
- Type what the image shows. Programs must not answer in your place.
- What you see belongs to the customer: do not copy it, keep it or pass it on.
- Report content that looks unlawful, or cut from someone''s live challenge. A report costs you nothing.', 'The first version.', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');--> statement-breakpoint
INSERT INTO "policy_acceptance" ("user_id", "version", "accepted_at")
SELECT u."id", p."accepted_policy_version", p."accepted_policy_at"
FROM "account_profile" p JOIN "auth_user" u ON u."account_id" = p."account_id"
WHERE p."accepted_policy_version" = 1 AND p."accepted_policy_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "account_profile" DROP COLUMN "accepted_policy_version";--> statement-breakpoint
ALTER TABLE "account_profile" DROP COLUMN "accepted_policy_at";