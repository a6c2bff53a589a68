/** How the person looks at pictures. It is kept for the next one; the picture's bytes are never touched. */
export interface PictureSetting {
  zoom: (typeof ZOOMS)[number];
  inverted: boolean;
  /** 0 as it is, then two steps up. */
  contrast: 0 | 1 | 2;
}

export const ZOOMS = [1, 2, 4] as const;
export const PLAIN_SETTING: PictureSetting = { zoom: 1, inverted: false, contrast: 0 };
const CONTRAST_FACTORS = [1, 1.75, 3] as const;

export type PictureChange = "zoom_in" | "zoom_out" | "zoom_fit" | "invert" | "contrast";

export function changeSetting(setting: PictureSetting, change: PictureChange): PictureSetting {
  switch (change) {
    case "zoom_in":
      return { ...setting, zoom: ZOOMS[Math.min(ZOOMS.length - 1, ZOOMS.indexOf(setting.zoom) + 1)] ?? 1 };
    case "zoom_out":
      return { ...setting, zoom: ZOOMS[Math.max(0, ZOOMS.indexOf(setting.zoom) - 1)] ?? 1 };
    case "zoom_fit":
      return { ...setting, zoom: 1 };
    case "invert":
      return { ...setting, inverted: !setting.inverted };
    case "contrast":
      return { ...setting, contrast: setting.contrast === 2 ? 0 : setting.contrast === 1 ? 2 : 1 };
  }
}

/** The setting as a CSS filter; `none` for a picture as it is. */
export function filterOf({ inverted, contrast }: PictureSetting): string {
  const parts = [
    inverted ? "invert(1)" : "",
    contrast === 0 ? "" : `contrast(${CONTRAST_FACTORS[contrast]})`,
  ];
  return parts.filter((part) => part !== "").join(" ") || "none";
}

export function isPictureSetting(stored: unknown): stored is PictureSetting {
  if (typeof stored !== "object" || stored === null) return false;
  const { zoom, inverted, contrast } = stored as Record<string, unknown>;
  return (
    ZOOMS.some((each) => each === zoom) &&
    typeof inverted === "boolean" &&
    (contrast === 0 || contrast === 1 || contrast === 2)
  );
}
