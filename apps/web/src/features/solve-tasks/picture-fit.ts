/** How large a picture is shown, and how its pixels are drawn. */
export interface PictureFit {
  widthPx: number;
  heightPx: number;
  rendering: "auto" | "pixelated";
}

/** Small pictures grow by whole factors, so that every pixel of theirs stays a sharp square. */
const GROW_MAX = 4;

/**
 * A picture fitted into its box, then `zoom` times that. A picture that is shrunk, or drawn at a broken factor, is
 * smoothed; one that grows by a whole factor is not.
 */
export function fitPicture(
  picture: { widthPx: number; heightPx: number },
  box: { widthPx: number; heightPx: number },
  zoom: number,
): PictureFit {
  const room = Math.min(box.widthPx / picture.widthPx, box.heightPx / picture.heightPx);
  const scale = (room >= 1 ? Math.min(GROW_MAX, Math.floor(room)) : room) * zoom;
  return {
    widthPx: Math.round(picture.widthPx * scale),
    heightPx: Math.round(picture.heightPx * scale),
    rendering: scale >= 2 && Number.isInteger(scale) ? "pixelated" : "auto",
  };
}
