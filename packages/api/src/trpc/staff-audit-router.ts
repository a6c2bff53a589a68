import { staffActsSchema } from "@sightline/contract/audit";
import { listStaffActs } from "@sightline/domain/audit/list-staff-acts";
import { verifyStaffActs } from "@sightline/domain/audit/verify-staff-acts";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** What staff have done. */
export const staffAuditRouter = t.router({
  acts: staffProcedure("audit")
    .input(staffActsSchema)
    .query(({ ctx, input }) => listStaffActs(ctx.domain, input)),

  verify: staffProcedure("audit").query(({ ctx }) => verifyStaffActs(ctx.domain)),
});
