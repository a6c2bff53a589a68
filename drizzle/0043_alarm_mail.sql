CREATE TABLE "alarm_mail" (
	"alarm" text PRIMARY KEY NOT NULL,
	"mailed_at" timestamp (3) with time zone NOT NULL
);
