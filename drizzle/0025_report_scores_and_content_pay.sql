DROP INDEX "transfer_debit_idx";--> statement-breakpoint
DROP INDEX "transfer_credit_idx";--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "worker_score" real;--> statement-breakpoint
CREATE INDEX "transfer_debit_idx" ON "transfer" USING btree ("debit_id","cause_id") WHERE code not in (2, 3, 4, 5, 10, 11);--> statement-breakpoint
CREATE INDEX "transfer_credit_idx" ON "transfer" USING btree ("credit_id","cause_id") WHERE code not in (2, 3, 4, 5, 10, 11);