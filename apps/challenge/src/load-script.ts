const LOAD_MS_MAX = 20_000;

/** Loads a vendor's script once; rejects when it fails or does not come in time. */
export function loadScript(url: string, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const late = setTimeout(() => reject(new Error(`${url} does not come`)), LOAD_MS_MAX);
    script.onload = () => {
      clearTimeout(late);
      resolve();
    };
    script.onerror = () => {
      clearTimeout(late);
      reject(new Error(`${url} cannot be loaded`));
    };
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    script.src = url;
    document.head.append(script);
  });
}

/** The same for scripts that call a function of the page when they are ready, by its name. */
export async function loadWithCallback(
  name: string,
  urlFor: (name: string) => string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    Reflect.set(window, name, () => resolve());
  });
  await loadScript(urlFor(name), attributes);
  await ready;
}
