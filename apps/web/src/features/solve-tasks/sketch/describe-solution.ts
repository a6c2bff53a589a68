import type { Solution } from "@sightline/contract/answers";
import type { TFunction } from "i18next";

/** What was sent, in a few words: cells and angles by name, the rest by number. */
export function describeSolution(solution: Solution, t: TFunction<"work">): string {
  switch (solution.shape) {
    case "cells": {
      const cells = [...solution.cells].sort((a, b) => a - b).join(", ");
      return t("marks.cells", { count: solution.cells.length, cells });
    }
    case "points":
      return t("marks.points", { count: solution.points.length });
    case "areas":
      return t("marks.areas", { count: solution.areas.length });
    case "boxes":
      return t("marks.boxes", { count: solution.boxes.length });
    case "angles":
      return solution.angles.map((degrees) => `${degrees}°`).join(", ");
    case "none":
      return t("marks.none");
    case "token":
      return t("marks.token");
  }
}
