import { t } from "./init";
import { publicProcedure } from "./procedures";

export const publicRouter = t.router({
  /** What each kind costs now and how it was solved, packages, ways to pay. */
  figures: publicProcedure.query(({ ctx }) => ctx.domain.publicBoard.figures()),
});
