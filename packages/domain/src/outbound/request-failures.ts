/** Why a request failed, in words that a customer is shown. */
export const REQUEST_FAILURES = {
  bad_url: "The address is not an http or https URL, or it holds a user name.",
  dns: "The host's name could not be resolved.",
  refused_address: "The host's address is private, reserved, or this server's own.",
  connect: "No connection could be made.",
  tls: "The TLS handshake failed; is the certificate valid for this host?",
  timeout: "The receiver took too long.",
  broken: "The connection ended before a whole HTTP answer had come.",
  redirect: "The receiver answered with a redirect; redirects are not followed.",
  status: "The receiver did not answer with a status between 200 and 299.",
  too_large: "The receiver's answer was longer than 64 kB.",
  cancelled: "The request was cut off because this server stopped.",
} as const;
export type RequestFailure = keyof typeof REQUEST_FAILURES;
