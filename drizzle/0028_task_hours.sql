CREATE TABLE "solve_time_hour" (
	"account_id" integer NOT NULL,
	"hour" integer NOT NULL,
	"kind" smallint NOT NULL,
	"step" smallint NOT NULL,
	"answers" integer NOT NULL,
	CONSTRAINT "solve_time_hour_account_id_hour_kind_step_pk" PRIMARY KEY("account_id","hour","kind","step")
);
--> statement-breakpoint
CREATE TABLE "task_hour" (
	"account_id" integer NOT NULL,
	"hour" integer NOT NULL,
	"kind" smallint NOT NULL,
	"answered" integer NOT NULL,
	"unsolved" integer NOT NULL,
	"spent_micros" bigint NOT NULL,
	CONSTRAINT "task_hour_account_id_hour_kind_pk" PRIMARY KEY("account_id","hour","kind")
);
--> statement-breakpoint
CREATE TABLE "task_hour_progress" (
	"counted_before" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "solve_time_hour_hour_idx" ON "solve_time_hour" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "task_hour_hour_idx" ON "task_hour" USING btree ("hour");--> statement-breakpoint
INSERT INTO "task_hour_progress" ("counted_before") VALUES (0);
