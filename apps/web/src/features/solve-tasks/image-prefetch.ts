const TRIES_MAX = 3;
const RETRY_AFTER_MS = 700;

/**
 * Loads and decodes a picture before it is needed, so that showing it costs one paint. A load that fails is tried
 * three times in all, since a cut may have been in the way. Resolves to whether it is there; stops when `signal` is
 * aborted.
 */
export async function decodePicture(picture: HTMLImageElement, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await picture.decode();
      return true;
    } catch {
      if (signal.aborted || attempt === TRIES_MAX) return false;
      await pause(RETRY_AFTER_MS, signal);
      if (signal.aborted) return false;
      reload(picture);
    }
  }
}

function reload(picture: HTMLImageElement) {
  const address = picture.src;
  picture.removeAttribute("src");
  picture.src = address;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
