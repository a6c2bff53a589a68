/** The picture formats a customer may send. */
export type ImageFormat = "png" | "jpeg" | "gif";

export type ImageRefusalCode =
  | "ERROR_ZERO_CAPTCHA_FILESIZE"
  | "ERROR_TOO_BIG_CAPTCHA_FILESIZE"
  | "ERROR_WRONG_FILE_EXTENSION"
  | "ERROR_IMAGE_TYPE_NOT_SUPPORTED";

/** Sizes are those stored in the file, before any EXIF orientation turns the picture (see displayed-sides.ts). */
export type AcceptedImage = {
  readonly ok: true;
  readonly format: ImageFormat;
  readonly mediaType: `image/${ImageFormat}`;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** `cause` is for logs and staff; customers see the code. It never quotes bytes of the file. */
export type RefusedImage = { readonly ok: false; readonly code: ImageRefusalCode; readonly cause: string };

export type ImageInspection = AcceptedImage | RefusedImage;

/** Every bound is inclusive: a picture of exactly this many bytes or pixels is accepted. */
export type ImageLimits = {
  readonly bytesMin: number;
  readonly bytesMax: number;
  readonly widthPxMax: number;
  readonly heightPxMax: number;
};

export const captchaImageLimits: ImageLimits = {
  bytesMin: 100,
  bytesMax: 614_400,
  widthPxMax: 1000,
  heightPxMax: 1000,
};

export type ImageSides = { readonly widthPx: number; readonly heightPx: number };
