/** The domains under which FunCaptcha's vendor serves its script: no other is loaded into a worker's browser. */
const SERVICE_DOMAINS = ["arkoselabs.com", "funcaptcha.com"];

/** Whether `surl` is an origin of the vendor's own. */
export function isVendorServiceUrl(serviceUrl: string): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null;
  if (url?.protocol !== "https:" || url.port !== "") return false;
  return SERVICE_DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}
