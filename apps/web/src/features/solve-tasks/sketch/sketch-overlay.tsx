import { AreasOverlay } from "./areas-overlay";
import { BoxesOverlay } from "./boxes-overlay";
import { GridOverlay } from "./grid-overlay";
import { type PlacesOverlayProps, PointsOverlay } from "./points-overlay";

/** What lies over a picture that is marked; a picture that is turned has a layer of its own. */
export function SketchOverlay(props: PlacesOverlayProps) {
  switch (props.desk.sketch.shape) {
    case "cells":
      return <GridOverlay {...props} />;
    case "points":
      return <PointsOverlay {...props} />;
    case "areas":
      return <AreasOverlay {...props} />;
    case "boxes":
      return <BoxesOverlay {...props} />;
    case "angles":
      return null;
  }
}
