import { z } from "zod";
import { GRID, SCENE } from "../sample-files";
import type { KindGuide } from "./kind-guide";
import {
  BODY,
  CAN_NO_ANSWER,
  CLICKS,
  INSTRUCTIONS,
  LANGUAGES,
  ROWS_COLUMNS,
  SEVERAL_ANSWERS,
} from "./parameters";
import { base64Of, LIMITS_OF_IMAGES } from "./sample-text";

const GRID_KIND: KindGuide = {
  kind: "grid",
  title: "Grid",
  says: "A person chooses the cells of a grid that match an instruction.",
  recognised: "recaptcha=1 with a file or body, or recaptcharows or recaptchacols.",
  parameters: z.object({
    recaptcha: z.literal("1").meta({ description: "Marks a grid." }),
    body: BODY,
    ...SEVERAL_ANSWERS,
    ...ROWS_COLUMNS,
    ...CLICKS,
    ...CAN_NO_ANSWER,
    ...INSTRUCTIONS,
    ...LANGUAGES,
  }),
  file: { field: "file", file: GRID },
  example: {
    multipart: {
      method: "post",
      recaptcha: "1",
      recaptcharows: "3",
      recaptchacols: "3",
      textinstructions: "Choose the circles",
    },
    base64: {
      method: "base64",
      recaptcha: "1",
      body: base64Of(GRID),
      recaptcharows: "3",
      recaptchacols: "3",
      textinstructions: "Choose the circles",
    },
  },
  answer: { text: "OK|click:3/8", json: '{"status":1,"request":"click:3/8"}' },
  json: {
    task: { type: "GridTask", body: base64Of(GRID), rows: 3, columns: 3, comment: "Choose the circles" },
    solution: { click: [3, 8] },
  },
  notes: [
    "An instruction is needed, as text or as a picture.",
    "Cells count from 1, left to right and top to bottom, and come ascending.",
    "With can_no_answer=1 the answer can be No_matching_images.",
    LIMITS_OF_IMAGES,
  ],
};

const POINTS: KindGuide = {
  kind: "points",
  title: "Click points",
  says: "A person clicks points on a picture.",
  recognised: "coordinatescaptcha=1 with a file or body.",
  parameters: z.object({
    coordinatescaptcha: z.literal("1").meta({ description: "Marks a task of points." }),
    body: BODY,
    ...SEVERAL_ANSWERS,
    ...CLICKS,
    ...INSTRUCTIONS,
    ...LANGUAGES,
  }),
  file: { field: "file", file: SCENE },
  example: {
    multipart: { method: "post", coordinatescaptcha: "1", textinstructions: "Click the circles" },
    base64: {
      method: "base64",
      coordinatescaptcha: "1",
      body: base64Of(SCENE),
      textinstructions: "Click the circles",
    },
  },
  answer: {
    text: "OK|coordinates:x=200,y=60;x=90,y=150",
    json: '{"status":1,"request":[{"x":"200","y":"60"},{"x":"90","y":"150"}]}',
  },
  json: {
    task: { type: "CoordinatesTask", body: base64Of(SCENE), comment: "Click the circles" },
    solution: {
      coordinates: [
        { x: 200, y: 60 },
        { x: 90, y: 150 },
      ],
    },
  },
  otherTypes: ["ImageToCoordinatesTask"],
  notes: ["Whole pixels of your picture, origin top left, in the order clicked.", LIMITS_OF_IMAGES],
};

const DRAW: KindGuide = {
  kind: "draw",
  title: "Draw around",
  says: "A person draws around objects on a picture.",
  recognised: "recaptcha=1 and canvas=1 with a file or body.",
  parameters: z.object({
    recaptcha: z.literal("1").meta({ description: "Needed beside canvas." }),
    canvas: z.literal("1").meta({ description: "Marks a drawing." }),
    body: BODY,
    ...SEVERAL_ANSWERS,
    ...CAN_NO_ANSWER,
    ...INSTRUCTIONS,
    ...LANGUAGES,
  }),
  file: { field: "file", file: SCENE },
  example: {
    multipart: {
      method: "post",
      recaptcha: "1",
      canvas: "1",
      textinstructions: "Draw around the small square",
    },
    base64: {
      method: "base64",
      recaptcha: "1",
      canvas: "1",
      body: base64Of(SCENE),
      textinstructions: "Draw around the small square",
    },
  },
  answer: {
    text: "OK|canvas:220,120,270,120,270,170,220,170;",
    json: '{"status":1,"request":"canvas:220,120,270,120,270,170,220,170;"}',
  },
  json: {
    task: { type: "DrawAroundTask", body: base64Of(SCENE), comment: "Draw around the small square" },
    solution: {
      canvas: [
        [
          { x: 220, y: 120 },
          { x: 270, y: 120 },
          { x: 270, y: 170 },
          { x: 220, y: 170 },
        ],
      ],
    },
  },
  notes: [
    "An instruction is needed.",
    "Each area ends with a semicolon; it closes itself.",
    LIMITS_OF_IMAGES,
  ],
};

const BOX: KindGuide = {
  kind: "box",
  title: "Bounding box",
  says: "A person puts boxes around objects on a picture.",
  recognised: "method=bounding_box with image, a base64 text.",
  parameters: z.object({
    image: z.string().meta({ description: "The picture in base64. A file part is taken as well." }),
    ...CAN_NO_ANSWER,
    ...INSTRUCTIONS,
    ...LANGUAGES,
  }),
  example: {
    base64: {
      method: "bounding_box",
      image: base64Of(SCENE),
      textinstructions: "Put a box around the small square",
    },
  },
  answer: {
    text: 'OK|[{"xMin":220,"xMax":270,"yMin":120,"yMax":170}]',
    json: '{"status":1,"request":"[{\\"xMin\\":220,\\"xMax\\":270,\\"yMin\\":120,\\"yMax\\":170}]"}',
  },
  json: {
    task: { type: "BoundingBoxTask", body: base64Of(SCENE), comment: "Put a box around the small square" },
    solution: { bounding_boxes: [{ xMin: 220, xMax: 270, yMin: 120, yMax: 170 }] },
  },
  notes: ["An instruction is needed.", "The answer is JSON in a text, also with json=1.", LIMITS_OF_IMAGES],
};

/** Kinds that are answered by places on a picture. */
export const PLACE_KINDS: readonly KindGuide[] = [GRID_KIND, POINTS, DRAW, BOX];
