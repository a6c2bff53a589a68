import { imageHintsSchema } from "@sightline/contract/image-hints";
import { CONFIDENCE_BOUNDS } from "@sightline/contract/recognition";
import { taskParamsSchema } from "@sightline/contract/task-params";
import { z } from "zod";

// The documentation's schemas of parameters, by their names on the wire. Their bounds are those of the schemas that
// the server checks and stores by, so a bound that changes there changes here.
const hints = imageHintsSchema.shape;
const params = taskParamsSchema.shape;

const flag = (says: string) => z.enum(["0", "1"]).optional().meta({ description: says, default: "0" });

/** 0 is the wire's word for "not given", which the stored hint leaves out. */
const lengthHint = (says: string) =>
  z.number().int().min(0).max(20).optional().meta({ description: says, default: 0 });

export const BODY = z.string().optional().meta({
  description: "The file in base64, as a data: address or bare; needed when no file part is sent.",
});

export const INSTRUCTIONS = {
  textinstructions: hints.textinstructions.meta({
    description: "What the worker should do, at most 140 characters.",
  }),
  imginstructions: z.string().optional().meta({
    description:
      "The instruction as a picture: base64, or a file part of this name. At most 100 kB and 400 x 150 px.",
  }),
};

export const LANGUAGES = {
  lang: hints.lang.meta({ description: "Language of the task, as an ISO 639-1 code such as en." }),
  language: z.number().int().min(0).max(2).optional().meta({
    description: "0: any alphabet, 1: Cyrillic, 2: Latin.",
    default: 0,
  }),
};

export const TEXT_HINTS = {
  phrase: flag("1: the answer has two or more words."),
  regsense: flag("1: capitals matter."),
  numeric: z.number().int().min(0).max(4).optional().meta({
    description: "0: anything, 1: digits, 2: letters, 3: digits or letters, 4: digits and letters.",
    default: 0,
  }),
  calc: flag("1: the answer is the result of a sum."),
  min_len: lengthHint("The fewest characters that an answer may have; 0 for any."),
  max_len: lengthHint("The most characters that an answer may have; 0 for any."),
};

/** Kinds that several people can recognise again. */
export const SEVERAL_ANSWERS = {
  min_confidence: z.number().min(CONFIDENCE_BOUNDS.min).max(CONFIDENCE_BOUNDS.max).optional().meta({
    description:
      "How sure the answer must be; further people are asked until it is. See /docs/several-answers.",
  }),
};

export const CLICKS = {
  min_clicks: params.minClicks.meta({ description: "The fewest clicks.", default: 1 }),
  max_clicks: params.maxClicks.meta({ description: "The most clicks." }),
};

export const CAN_NO_ANSWER = {
  can_no_answer: flag("1: nothing may match; the worker can say so."),
};

export const ROWS_COLUMNS = {
  recaptcharows: params.rows.meta({ description: "Rows; 3 for a square of 300 px, else 4, when absent." }),
  recaptchacols: params.cols.meta({ description: "Columns, likewise." }),
  img_type: params.imgType.meta({
    description: "A vendor's own picture; needs a pageurl of a site that is verified for your account.",
  }),
  previousID: z.string().optional().meta({ description: "Accepted and ignored." }),
};

export const ANGLE = {
  angle: params.angle.meta({
    description: "The step of turning in degrees; decimals are taken.",
    default: 40,
  }),
};

export const PAGE = {
  pageurl: z
    .string()
    .meta({ description: "Full address of your page. Its site must be verified for your account." }),
};

export const PROXY = {
  proxy: z.string().optional().meta({ description: "user:password@host:port or host:port." }),
  proxytype: z
    .enum(["HTTP", "HTTPS", "SOCKS4", "SOCKS5"])
    .optional()
    .meta({ description: "Needed beside proxy." }),
};

/** What every submission to in.php may carry. */
export const COMMON_PARAMETERS = z.object({
  key: z
    .string()
    .length(32)
    .meta({ description: "Your API key: 32 symbols. It can also stand in the query." }),
  method: z.string().optional().meta({ description: "The kind of task; inferred when it is absent." }),
  json: flag("1: the answer is JSON."),
  header_acao: flag("1: pages of other origins may read the answer and its headers about limits."),
  pingback: z.string().optional().meta({
    description: "Address to call when the task has ended. Its host must be registered.",
  }),
  soft_id: z.string().optional().meta({ description: "Accepted and ignored, as any unknown parameter is." }),
  debug_dump: flag("1: shows what arrived before the answer."),
});
