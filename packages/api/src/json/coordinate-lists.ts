import type { Box, Point } from "@sightline/contract/answers";

/**
 * The solution of an ImageToCoordinatesTask, whose clients read each place as a list of numbers: [x, y] of a point,
 * [xMin, yMin, xMax, yMax] of a rectangle.
 */
export function asCoordinateLists(solution: Record<string, unknown>): Record<string, unknown> {
  const points = (solution.coordinates ?? []) as Point[];
  const boxes = (solution.bounding_boxes ?? []) as Box[];
  return {
    coordinates: [
      ...points.map(({ x, y }) => [x, y]),
      ...boxes.map(({ xMin, yMin, xMax, yMax }) => [xMin, yMin, xMax, yMax]),
    ],
  };
}
