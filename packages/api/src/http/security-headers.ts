// The one style that the component library puts into a page itself: touch behaviour of what can be pressed.
const PRESSABLE_STYLE_SHA256 = "38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=";

const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${PRESSABLE_STYLE_SHA256}'`,
  "img-src 'self' data: blob:",
  // Short sounds travel inside the event, as small pictures do.
  "media-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const ALL = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
} as const;

/** For the pages of the web app and what belongs to them; `frames` are the origins that a frame may show. */
export function pageHeaders(publicUrl: string, frames: readonly string[] = []): Record<string, string> {
  return {
    ...ALL,
    "content-security-policy":
      frames.length === 0 ? PAGE_POLICY : `${PAGE_POLICY}; frame-src ${frames.join(" ")}`,
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(publicUrl.startsWith("https://") && { "strict-transport-security": "max-age=31536000" }),
  };
}

/** For data: replies of procedures, pictures, errors. Whatever it is, it is never run as a page. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  ...ALL,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "cache-control": "no-store",
};
