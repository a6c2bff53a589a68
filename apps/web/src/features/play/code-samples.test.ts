import { expect, test } from "vitest";
import { codeSample, LANGUAGES } from "./code-samples";

const WISHES = { kind: "image", instructions: `it's "red"`, digitsOnly: true } as const;

test.each(LANGUAGES)("the sample in %s sends every field to this server", (language) => {
  const code = codeSample(language, WISHES, { origin: "https://sightline.example", key: "7e57aa" });
  expect(code).toContain("https://sightline.example/in.php");
  expect(code.split("7e57aa"), "to send, and to fetch").toHaveLength(3);
  expect(code).toContain("numeric");
  expect(code).toContain("textinstructions");
});

test("quotes in the instructions stay inside their string", () => {
  expect(codeSample("curl", WISHES, { origin: "", key: "7e57aa" })).toContain(
    `'textinstructions=it'\\''s "red"'`,
  );
  expect(codeSample("Python", WISHES, { origin: "", key: "7e57aa" })).toContain(`"it's \\"red\\""`);
  expect(codeSample("PHP", WISHES, { origin: "", key: "7e57aa" })).toContain(`'it\\'s "red"'`);
});
