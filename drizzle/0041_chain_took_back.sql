ALTER TABLE "chain_deposit" DROP CONSTRAINT "chain_deposit_event";--> statement-breakpoint
ALTER TABLE "payout" DROP CONSTRAINT "payout_transfer";--> statement-breakpoint
ALTER TABLE "payout" DROP CONSTRAINT "payout_paid";--> statement-breakpoint
ALTER TABLE "payout_transaction" ADD COLUMN "block_number" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "chain_deposit_event" ON "chain_deposit" USING btree ("chain_id","tx_hash","tx_log_no") WHERE state <> 'reversed';--> statement-breakpoint
CREATE INDEX "chain_deposit_reversed_idx" ON "chain_deposit" USING btree ("chain_id","tx_hash","tx_log_no") WHERE state = 'reversed';--> statement-breakpoint
CREATE UNIQUE INDEX "payout_transfer" ON "payout" USING btree ("chain_id","tx_hash","tx_log_no") WHERE state = 'paid';--> statement-breakpoint
CREATE INDEX "payout_transaction_confirmed_idx" ON "payout_transaction" USING btree ("chain_id","block_number") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "payout_transaction_gone_idx" ON "payout_transaction" USING btree ("chain_id") WHERE state = 'confirmed' and finding is not null;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_paid" CHECK (("payout"."state" in ('paid', 'undone')) = ("payout"."tx_hash" is not null));