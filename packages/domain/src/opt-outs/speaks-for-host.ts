import { haveOneOwner } from "../sites/read-site-host";

/** Mailboxes that belong to whoever runs a domain, by custom and by the rules of certificate authorities. */
const OWNERS_MAILBOXES = new Set(["admin", "administrator", "hostmaster", "postmaster", "webmaster"]);

/** Whether only the owner of a host can read mail to this address. */
export function speaksForHost(email: string, host: string): boolean {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  if (!OWNERS_MAILBOXES.has(email.slice(0, at))) return false;
  return haveOneOwner(domain, host) && (domain === host || host.endsWith(`.${domain}`));
}
