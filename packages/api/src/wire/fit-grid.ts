import type { TaskParams } from "@sightline/contract/task-params";
import { refuse, type WireRefusal } from "./wire-refusal";

/** A picture of nine tiles has these sides; every other picture is taken to have sixteen. */
const NINE_TILES_PX = 300;

/** Fills in what follows from the picture: sides of the grid that were not told, and how many clicks there may be. */
export function fitGrid(
  params: TaskParams,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): TaskParams | WireRefusal {
  const usual = widthPx === NINE_TILES_PX && heightPx === NINE_TILES_PX ? 3 : 4;
  const { rows = usual, cols = usual, minClicks = 1 } = params;
  const cells = rows * cols;
  const maxClicks = Math.min(params.maxClicks ?? cells, cells);
  if (minClicks > cells) {
    return refuse("ERROR_BAD_PARAMETERS", `min_clicks is greater than the ${cells} cells of the grid.`);
  }
  return { ...params, rows, cols, minClicks, maxClicks };
}
