CREATE TABLE "hand_order" (
	"ordered_by" integer NOT NULL,
	"client_id" text NOT NULL,
	"account_id" integer NOT NULL,
	"amount_micros" bigint NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hand_order_ordered_by_client_id_pk" PRIMARY KEY("ordered_by","client_id")
);
