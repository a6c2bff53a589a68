/** The host of a page that was checked when its task was accepted, without the dot that may end a name. */
export function hostOfPage(pageUrl: string): string {
  return new URL(pageUrl).hostname.replace(/\.$/, "");
}
