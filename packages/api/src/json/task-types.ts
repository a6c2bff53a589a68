import type { TaskKind } from "@sightline/contract/task-kinds";

export interface TaskType {
  kind: TaskKind;
  /** What makes this kind in the classic protocol, whatever else the task says. */
  sets: Readonly<Record<string, string>>;
  /** Properties of the task that are parameters of the classic protocol, by their names there. */
  properties: Readonly<Record<string, string>>;
  /**
   * The customer's proxy is part of this type. `taken`: without one it is the same as its proxyless type, since
   * CapMonster's client has only these names and sends them so.
   */
  proxy?: "needed" | "taken";
  /** Places are answered as lists of numbers, not as objects. */
  coordinateLists?: true;
}

const PICTURE = {
  body: "body",
  comment: "textinstructions",
  imgInstructions: "imginstructions",
  // A picture that is said to be cut from a challenge names the page of it.
  imgType: "img_type",
  websiteURL: "pageurl",
};
const CLICKS = { minClicks: "min_clicks", maxClicks: "max_clicks" };
const PAGE = { websiteURL: "pageurl", userAgent: "userAgent", cookies: "cookies" };
const GOOGLE = {
  ...PAGE,
  websiteKey: "googlekey",
  isInvisible: "invisible",
  isEnterprise: "enterprise",
  apiDomain: "domain",
  pageAction: "action",
  recaptchaDataSValue: "data-s",
};

const TEXT_FROM_IMAGE: TaskType = {
  kind: "image",
  sets: { method: "base64" },
  properties: {
    ...PICTURE,
    phrase: "phrase",
    case: "regsense",
    // One client writes it with a capital.
    Case: "regsense",
    numeric: "numeric",
    math: "calc",
    minLength: "min_len",
    maxLength: "max_len",
  },
};
const POINTS: TaskType = {
  kind: "points",
  sets: { method: "base64", coordinatescaptcha: "1" },
  properties: { ...PICTURE, ...CLICKS },
};
const BOXES: TaskType = {
  kind: "box",
  sets: { method: "bounding_box" },
  properties: { ...PICTURE, canNoAnswer: "can_no_answer" },
};
const RECAPTCHA_V2: TaskType = {
  kind: "recaptcha_v2",
  sets: { method: "userrecaptcha" },
  properties: GOOGLE,
};
const RECAPTCHA_V3: TaskType = {
  kind: "recaptcha_v3",
  sets: { method: "userrecaptcha", version: "v3" },
  properties: { ...GOOGLE, minScore: "min_score" },
};

const ENTERPRISE: TaskType = { ...RECAPTCHA_V2, sets: { ...RECAPTCHA_V2.sets, enterprise: "1" } };
const HCAPTCHA: TaskType = {
  kind: "hcaptcha",
  sets: { method: "hcaptcha" },
  properties: {
    ...PAGE,
    websiteKey: "sitekey",
    isInvisible: "invisible",
    apiDomain: "domain",
    data: "data",
  },
};
const FUNCAPTCHA: TaskType = {
  kind: "funcaptcha",
  sets: { method: "funcaptcha" },
  properties: { ...PAGE, websitePublicKey: "publickey", funcaptchaApiJSSubdomain: "surl" },
};

/** Every `task.type`, the names that older clients still send among them. */
export const TASK_TYPES: Readonly<Record<string, TaskType>> = {
  ImageToTextTask: TEXT_FROM_IMAGE,
  TextCaptchaTask: {
    kind: "text",
    sets: { method: "textcaptcha" },
    properties: { comment: "textcaptcha" },
  },
  GridTask: {
    kind: "grid",
    sets: { method: "base64", recaptcha: "1" },
    properties: {
      ...PICTURE,
      ...CLICKS,
      rows: "recaptcharows",
      columns: "recaptchacols",
      canNoAnswer: "can_no_answer",
      previousId: "previousID",
    },
  },
  CoordinatesTask: POINTS,
  ImageToCoordinatesTask: { ...POINTS, coordinateLists: true },
  DrawAroundTask: {
    kind: "draw",
    sets: { method: "base64", recaptcha: "1", canvas: "1" },
    properties: PICTURE,
  },
  BoundingBoxTask: BOXES,
  RotateTask: {
    kind: "rotate",
    sets: { method: "rotatecaptcha" },
    properties: { ...PICTURE, angle: "angle" },
  },
  AudioTask: { kind: "audio", sets: { method: "audio" }, properties: { body: "body", lang: "lang" } },
  RecaptchaV2TaskProxyless: RECAPTCHA_V2,
  RecaptchaV2Task: { ...RECAPTCHA_V2, proxy: "needed" },
  NoCaptchaTaskProxyless: RECAPTCHA_V2,
  NoCaptchaTask: { ...RECAPTCHA_V2, proxy: "taken" },
  RecaptchaV2EnterpriseTaskProxyless: ENTERPRISE,
  RecaptchaV2EnterpriseTask: { ...ENTERPRISE, proxy: "taken" },
  RecaptchaV3TaskProxyless: RECAPTCHA_V3,
  RecaptchaV3EnterpriseTask: { ...RECAPTCHA_V3, sets: { ...RECAPTCHA_V3.sets, enterprise: "1" } },
  HCaptchaTaskProxyless: HCAPTCHA,
  HCaptchaTask: { ...HCAPTCHA, proxy: "taken" },
  FunCaptchaTaskProxyless: FUNCAPTCHA,
  FunCaptchaTask: { ...FUNCAPTCHA, proxy: "taken" },
};

/** What an ImageToCoordinatesTask is when it asks for rectangles. */
export const RECTANGLES: TaskType = { ...BOXES, coordinateLists: true };

// Clients differ in the capitals (HCaptcha, Hcaptcha; Proxyless, ProxyLess) and mean the same.
const BY_LOWER_CASE = new Map(
  Object.entries(TASK_TYPES).map(([name, type]) => [name.toLowerCase(), type] as const),
);

/** Null when there is no such type here. */
export function findTaskType(name: string): TaskType | null {
  return BY_LOWER_CASE.get(name.toLowerCase()) ?? null;
}
