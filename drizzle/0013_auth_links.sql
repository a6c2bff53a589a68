CREATE TABLE "auth_link" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "auth_link_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"purpose" text NOT NULL,
	"user_id" text NOT NULL,
	"token_sha256" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "auth_link" ADD CONSTRAINT "auth_link_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "auth_link_token" ON "auth_link" USING btree ("token_sha256");--> statement-breakpoint
CREATE INDEX "auth_link_user" ON "auth_link" USING btree ("user_id");--> statement-breakpoint
-- Who could log in before addresses were confirmed keeps doing so.
UPDATE "auth_user" SET "email_verified" = true;
