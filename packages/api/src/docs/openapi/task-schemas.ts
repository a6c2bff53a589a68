import { imageHintsSchema } from "@sightline/contract/image-hints";
import { CONFIDENCE_BOUNDS } from "@sightline/contract/recognition";
import { taskParamsSchema } from "@sightline/contract/task-params";
import { z } from "zod";

// The task objects of createTask, by the JSON API's names. Bounds are those of the schemas that tasks are stored by.
const hints = imageHintsSchema.shape;
const params = taskParamsSchema.shape;

const body = z.string().meta({ description: "The file in base64, or as a data: address." });
const instructions = {
  comment: hints.textinstructions.meta({ description: "What the worker should do." }),
  imgInstructions: z.string().optional().meta({ description: "The instruction as a picture, in base64." }),
};
const clicks = { minClicks: params.minClicks, maxClicks: params.maxClicks };
const canNoAnswer = { canNoAnswer: z.boolean().optional() };
const severalAnswers = {
  minConfidence: z.number().min(CONFIDENCE_BOUNDS.min).max(CONFIDENCE_BOUNDS.max).optional().meta({
    description: "How sure the answer must be; further people are asked until it is.",
  }),
};
const proxy = {
  proxyType: z.enum(["http", "https", "socks4", "socks5"]),
  proxyAddress: z.string(),
  proxyPort: z.number().int().min(1).max(65_535),
  proxyLogin: z.string().optional(),
  proxyPassword: z.string().optional(),
};
const page = { websiteURL: z.string() };
const recaptcha = { ...page, websiteKey: z.string(), isInvisible: z.boolean().optional() };

function task(type: string, shape: z.ZodRawShape): [string, z.ZodObject] {
  return [type, z.object({ type: z.literal(type), ...shape })];
}

export const TASK_SCHEMAS: ReadonlyMap<string, z.ZodObject> = new Map([
  task("ImageToTextTask", {
    body,
    ...severalAnswers,
    phrase: z.boolean().optional(),
    case: z.boolean().optional(),
    numeric: z.number().int().min(0).max(4).optional(),
    math: z.boolean().optional(),
    minLength: hints.minLen,
    maxLength: hints.maxLen,
    ...instructions,
  }),
  task("TextCaptchaTask", { comment: z.string().max(140), ...severalAnswers }),
  task("GridTask", {
    body,
    ...severalAnswers,
    rows: params.rows,
    columns: params.cols,
    ...clicks,
    ...canNoAnswer,
    ...instructions,
  }),
  task("CoordinatesTask", { body, ...severalAnswers, ...clicks, ...instructions }),
  task("DrawAroundTask", { body, ...severalAnswers, ...canNoAnswer, ...instructions }),
  task("BoundingBoxTask", { body, ...severalAnswers, ...canNoAnswer, ...instructions }),
  task("RotateTask", { body, ...severalAnswers, angle: params.angle, ...instructions }),
  task("AudioTask", { body, ...severalAnswers, lang: z.enum(["en", "fr", "de", "el", "pt", "ru"]) }),
  task("RecaptchaV2TaskProxyless", recaptcha),
  task("RecaptchaV2Task", { ...recaptcha, ...proxy }),
  task("RecaptchaV3TaskProxyless", {
    ...page,
    websiteKey: z.string(),
    minScore: z.number().min(0.1).max(0.9).optional(),
    pageAction: z.string().optional(),
    isEnterprise: z.boolean().optional(),
  }),
  task("HCaptchaTaskProxyless", recaptcha),
  task("HCaptchaTask", { ...recaptcha, ...proxy }),
  task("FunCaptchaTaskProxyless", {
    ...page,
    websitePublicKey: z.string(),
    funcaptchaApiJSSubdomain: z.string().optional(),
    data: z.string().optional(),
  }),
]);
