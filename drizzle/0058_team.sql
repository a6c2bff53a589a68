CREATE TABLE "team_invitation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_invitation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_sha256" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth_user" ADD COLUMN "member_of" integer;--> statement-breakpoint
ALTER TABLE "auth_user" ADD COLUMN "team_role" text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "team_invitation_token" ON "team_invitation" USING btree ("token_sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "team_invitation_email" ON "team_invitation" USING btree ("account_id","email");--> statement-breakpoint
CREATE INDEX "team_invitation_expires" ON "team_invitation" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_member_of_account_id_fk" FOREIGN KEY ("member_of") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_user_member_of" ON "auth_user" USING btree ("member_of");--> statement-breakpoint
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_one_account" CHECK ("auth_user"."account_id" is null or "auth_user"."member_of" is null);--> statement-breakpoint
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_holder_owns" CHECK ("auth_user"."member_of" is not null or "auth_user"."team_role" = 'owner');