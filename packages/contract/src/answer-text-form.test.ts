import { expect, test } from "vitest";
import { answerTextForm } from "./answer-text-form";
import { storeAnswer, type TaskAnswer } from "./answers";
import type { TaskKind } from "./task-kinds";

const FORMS: [TaskKind, TaskAnswer, string][] = [
  ["image", { shape: "text", text: "ERROR|a" }, "ERROR|a"],
  ["text", { shape: "text", text: '{"not":"json for us"}' }, '{"not":"json for us"}'],
  ["grid", { shape: "cells", cells: [3, 8, 9] }, "click:3/8/9"],
  ["grid", { shape: "none" }, "No_matching_images"],
  [
    "points",
    {
      shape: "points",
      points: [
        { x: 39, y: 59 },
        { x: 252, y: 72 },
      ],
    },
    "coordinates:x=39,y=59;x=252,y=72",
  ],
  [
    "draw",
    {
      shape: "areas",
      areas: [
        [
          { x: 5, y: 5 },
          { x: 3, y: 91 },
          { x: 93, y: 90 },
        ],
      ],
    },
    "canvas:5,5,3,91,93,90;",
  ],
  [
    "box",
    { shape: "boxes", boxes: [{ xMin: 559, xMax: 797, yMin: 164, yMax: 430 }] },
    '[{"xMin":559,"xMax":797,"yMin":164,"yMax":430}]',
  ],
  ["rotate", { shape: "angles", angles: [40, 200, -120] }, "40|200|-120"],
  ["funcaptcha", { shape: "token", token: "a|b|c", userAgent: "Browser" }, "a|b|c"],
];

test.each(FORMS)("an answer of kind %s has the protocol's words", (kind, answer, words) => {
  expect(answerTextForm(kind, storeAnswer(answer))).toBe(words);
});

test("what no worker's answer was stored as is not delivered", () => {
  expect(() => answerTextForm("grid", "click:1")).toThrow();
});
