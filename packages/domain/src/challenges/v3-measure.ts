/** The operator's own v3 key, by which workers' scores are measured. */
export interface V3Measure {
  siteKey: string;
  secret: string;
  /** The vendor's siteverify; a stand-in's in the demo. */
  verifyUrl: string;
}

export const GOOGLE_VERIFY_URL = "https://www.google.com/recaptcha/api/siteverify";
