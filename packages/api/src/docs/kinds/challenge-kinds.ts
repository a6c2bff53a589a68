import { z } from "zod";
import type { KindGuide } from "./kind-guide";
import { PAGE, PROXY } from "./parameters";

const DEMO_PAGE = "https://demo.test/sign-up";
/** Keys that their vendors publish for tests: they always pass and protect nothing. */
const RECAPTCHA_TEST_KEY = "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI";
const HCAPTCHA_TEST_KEY = "10000000-ffff-ffff-ffff-000000000001";
const FUNCAPTCHA_EXAMPLE_KEY = "11111111-1111-1111-1111-111111111111";

const OWN_SITE =
  "Accepted only for a site that you have proved to own, so that you can test what protects it; any other answers ERROR_DOMAIN_NOT_ALLOWED and costs nothing. The demo has verified demo.test.";
const TOKEN_TEXT = "OK|03AGdBq24PBCbwiDRaS_MJ7Z";
const TOKEN_JSON = '{"status":1,"request":"03AGdBq24PBCbwiDRaS_MJ7Z"}';
const BOTH_NAMES = { gRecaptchaResponse: "03AGdBq24PBCbwiDRaS_MJ7Z", token: "03AGdBq24PBCbwiDRaS_MJ7Z" };

const yesNo = (says: string) => z.enum(["0", "1"]).optional().meta({ description: says, default: "0" });

const V2_PARAMETERS = {
  googlekey: z.string().meta({ description: "The site key of your widget." }),
  ...PAGE,
  invisible: yesNo("1: the widget is invisible."),
  enterprise: yesNo("1: the Enterprise edition."),
  domain: z.enum(["google.com", "recaptcha.net"]).optional().meta({
    description: "Where the widget is loaded from.",
    default: "google.com",
  }),
  action: z.string().optional().meta({ description: "The action of your page.", default: "verify" }),
  ...PROXY,
};

const RECAPTCHA_V2: KindGuide = {
  kind: "recaptcha_v2",
  title: "reCAPTCHA v2",
  says: "A person solves the widget of your own site; you get its token.",
  recognised: "method=userrecaptcha without version, or with version=v2.",
  parameters: z.object(V2_PARAMETERS),
  example: { base64: { method: "userrecaptcha", googlekey: RECAPTCHA_TEST_KEY, pageurl: DEMO_PAGE } },
  answer: { text: TOKEN_TEXT, json: TOKEN_JSON },
  json: {
    task: { type: "RecaptchaV2TaskProxyless", websiteURL: DEMO_PAGE, websiteKey: RECAPTCHA_TEST_KEY },
    solution: BOTH_NAMES,
  },
  otherTypes: [
    "RecaptchaV2Task",
    "NoCaptchaTaskProxyless",
    "NoCaptchaTask",
    "RecaptchaV2EnterpriseTaskProxyless",
    "RecaptchaV2EnterpriseTask",
  ],
  notes: [OWN_SITE, "Put the token into your form's g-recaptcha-response and send the form."],
};

const RECAPTCHA_V3: KindGuide = {
  kind: "recaptcha_v3",
  title: "reCAPTCHA v3",
  says: "Your own site's check for robots is run in a person's browser; you get its token.",
  recognised: "method=userrecaptcha with version=v3.",
  parameters: z.object({
    version: z.literal("v3").meta({ description: "Marks v3." }),
    ...V2_PARAMETERS,
    min_score: z.number().min(0.1).max(0.9).optional().meta({
      description: "Given, the worker has at least this score; absent, 0.4 is preferred.",
    }),
  }),
  example: {
    base64: {
      method: "userrecaptcha",
      version: "v3",
      action: "verify",
      min_score: "0.3",
      googlekey: RECAPTCHA_TEST_KEY,
      pageurl: DEMO_PAGE,
    },
  },
  answer: { text: TOKEN_TEXT, json: TOKEN_JSON },
  json: {
    task: {
      type: "RecaptchaV3TaskProxyless",
      websiteURL: DEMO_PAGE,
      websiteKey: RECAPTCHA_TEST_KEY,
      pageAction: "verify",
      minScore: 0.3,
    },
    solution: BOTH_NAMES,
  },
  notes: [OWN_SITE],
};

const HCAPTCHA: KindGuide = {
  kind: "hcaptcha",
  title: "hCaptcha",
  says: "A person solves the widget of your own site; you get its token.",
  recognised: "method=hcaptcha.",
  parameters: z.object({
    sitekey: z.string().meta({ description: "The site key of your widget." }),
    ...PAGE,
    invisible: yesNo("1: the widget is invisible."),
    domain: z.enum(["hcaptcha.com", "js.hcaptcha.com"]).optional().meta({
      description: "Where the widget is loaded from.",
    }),
    data: z.string().optional().meta({ description: "The one-time value of your page, where it has one." }),
    userAgent: z
      .string()
      .optional()
      .meta({ description: "Accepted and ignored; the answer names the worker's." }),
    ...PROXY,
  }),
  example: { base64: { method: "hcaptcha", sitekey: HCAPTCHA_TEST_KEY, pageurl: DEMO_PAGE } },
  answer: {
    text: "OK|P1_eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9",
    json: '{"status":1,"request":"P1_eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9","useragent":"Mozilla/5.0"}',
  },
  json: {
    task: { type: "HCaptchaTaskProxyless", websiteURL: DEMO_PAGE, websiteKey: HCAPTCHA_TEST_KEY },
    solution: {
      gRecaptchaResponse: "P1_eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9",
      token: "P1_eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9",
      userAgent: "Mozilla/5.0",
    },
  },
  otherTypes: ["HCaptchaTask"],
  notes: [OWN_SITE, "Send your form with the user agent that the answer names."],
};

const FUNCAPTCHA: KindGuide = {
  kind: "funcaptcha",
  title: "FunCaptcha",
  says: "A person solves the widget of your own site; you get its token.",
  recognised: "method=funcaptcha.",
  parameters: z.object({
    publickey: z.string().meta({ description: "The public key of your widget." }),
    ...PAGE,
    surl: z.string().optional().meta({
      description: "Address of the widget's server.",
      default: "https://client-api.arkoselabs.com",
    }),
    "data[key]": z.string().optional().meta({ description: "A value for the widget, such as data[blob]=x." }),
    userAgent: z.string().optional().meta({ description: "Accepted and ignored." }),
    ...PROXY,
  }),
  example: { base64: { method: "funcaptcha", publickey: FUNCAPTCHA_EXAMPLE_KEY, pageurl: DEMO_PAGE } },
  answer: {
    text: "OK|3084f4a302b176cd7.96368058|r=ap-southeast-1|guitextcolor=%23000000",
    json: '{"status":1,"request":"3084f4a302b176cd7.96368058|r=ap-southeast-1|guitextcolor=%23000000"}',
  },
  json: {
    task: {
      type: "FunCaptchaTaskProxyless",
      websiteURL: DEMO_PAGE,
      websitePublicKey: FUNCAPTCHA_EXAMPLE_KEY,
    },
    solution: {
      token: "3084f4a302b176cd7.96368058|r=ap-southeast-1|guitextcolor=%23000000",
      userAgent: "Mozilla/5.0",
    },
  },
  otherTypes: ["FunCaptchaTask"],
  notes: [OWN_SITE, "The token holds the character |. In text it is everything after the first OK|."],
};

export const CHALLENGE_KIND_GUIDES: readonly KindGuide[] = [RECAPTCHA_V2, RECAPTCHA_V3, HCAPTCHA, FUNCAPTCHA];
