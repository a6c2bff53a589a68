import { z } from "zod";
import { SOUND, TURNED, WORD } from "../sample-files";
import type { KindGuide } from "./kind-guide";
import { ANGLE, BODY, INSTRUCTIONS, LANGUAGES, SEVERAL_ANSWERS, TEXT_HINTS } from "./parameters";
import { base64Of, LIMITS_OF_IMAGES } from "./sample-text";

const IMAGE: KindGuide = {
  kind: "image",
  title: "Image to text",
  says: "A person reads the text on a picture and types it.",
  recognised: "method=post with a file part, or method=base64 with body, and no mark of another kind.",
  parameters: z.object({ body: BODY, ...SEVERAL_ANSWERS, ...TEXT_HINTS, ...LANGUAGES, ...INSTRUCTIONS }),
  file: { field: "file", file: WORD },
  example: {
    multipart: { method: "post", min_len: "5" },
    base64: { method: "base64", body: base64Of(WORD), min_len: "5" },
  },
  answer: { text: "OK|W7K2P", json: '{"status":1,"request":"W7K2P"}' },
  json: {
    task: { type: "ImageToTextTask", body: base64Of(WORD), minLength: 5 },
    solution: { text: "W7K2P" },
  },
  notes: [
    LIMITS_OF_IMAGES,
    "The type is read from the bytes; the file's name and the part's Content-Type are ignored.",
    "Answers are delivered as typed: regsense=0 never changes capitals.",
  ],
};

const TEXT: KindGuide = {
  kind: "text",
  title: "Text question",
  says: "A person answers a short question.",
  recognised: "textcaptcha is given; method may be post, textcaptcha or absent.",
  parameters: z.object({
    textcaptcha: z.string().max(140).meta({ description: "The question, at most 140 characters." }),
    ...SEVERAL_ANSWERS,
    ...LANGUAGES,
  }),
  example: { base64: { textcaptcha: "If tomorrow is Saturday, what day is today?", lang: "en" } },
  answer: { text: "OK|friday", json: '{"status":1,"request":"friday"}' },
  json: {
    task: { type: "TextCaptchaTask", comment: "If tomorrow is Saturday, what day is today?" },
    solution: { text: "friday" },
  },
  notes: [],
};

const ROTATE: KindGuide = {
  kind: "rotate",
  title: "Rotate",
  says: "A person turns one or several pictures upright.",
  recognised: "method=rotatecaptcha with file, with file_1 to file_9, or with body.",
  parameters: z.object({ body: BODY, ...SEVERAL_ANSWERS, ...ANGLE, ...INSTRUCTIONS, lang: LANGUAGES.lang }),
  file: { field: "file", file: TURNED },
  example: {
    multipart: { method: "rotatecaptcha", angle: "40" },
    base64: { method: "rotatecaptcha", angle: "40", body: base64Of(TURNED) },
  },
  answer: { text: "OK|40", json: '{"status":1,"request":"40"}' },
  json: { task: { type: "RotateTask", body: base64Of(TURNED), angle: 40 }, solution: { rotate: 40 } },
  notes: [
    "Clockwise is positive.",
    "Several files answer with as many numbers: 40|200|-120. Each file is checked for itself.",
    LIMITS_OF_IMAGES,
  ],
};

const AUDIO: KindGuide = {
  kind: "audio",
  title: "Audio to text",
  says: "A person listens to a recording and types what is said.",
  recognised: "method=audio with body, an mp3 in base64.",
  parameters: z.object({
    body: BODY,
    ...SEVERAL_ANSWERS,
    lang: z.enum(["en", "fr", "de", "el", "pt", "ru"]).meta({ description: "Language of the recording." }),
  }),
  example: { base64: { method: "audio", body: base64Of(SOUND), lang: "en" } },
  answer: { text: "OK|seven two nine", json: '{"status":1,"request":"seven two nine"}' },
  json: {
    task: { type: "AudioTask", body: base64Of(SOUND), lang: "en" },
    solution: { text: "seven two nine" },
  },
  notes: ["mp3, 100 bytes to 1 MB. The sound of this example is silence: send one of your own."],
};

/** Kinds that are answered in words or in a number. */
export const READING_KINDS: readonly KindGuide[] = [IMAGE, TEXT, ROTATE, AUDIO];
