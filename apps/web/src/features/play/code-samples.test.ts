import { expect, test } from "vitest";
import { codeSample, LANGUAGES } from "./code-samples";

const WISHES = { kind: "image", instructions: `it's "red"`, digitsOnly: true } as const;

test.each(LANGUAGES)("the sample in %s sends every field to this server", (language) => {
  const code = codeSample(language, WISHES, "https://sightline.example");
  expect(code).toContain("https://sightline.example/in.php");
  expect(code).toContain("YOUR_API_KEY");
  expect(code).toContain("numeric");
  expect(code).toContain("textinstructions");
});

test("quotes in the instructions stay inside their string", () => {
  expect(codeSample("curl", WISHES, "")).toContain(`'textinstructions=it'\\''s "red"'`);
  expect(codeSample("Python", WISHES, "")).toContain(`"it's \\"red\\""`);
  expect(codeSample("PHP", WISHES, "")).toContain(`'it\\'s "red"'`);
});
