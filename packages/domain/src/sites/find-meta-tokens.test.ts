import { expect, test } from "vitest";
import { findMetaTokens } from "./find-meta-tokens";

const TAG = '<meta name="sightline-challenge" content="T">';

test.each([
  ["as the page Sites shows it", `<!doctype html><html><head>${TAG}</head><body></body></html>`],
  ["with its attributes the other way round", '<head><META content=T NAME = "Sightline-Challenge" /></head>'],
  ["in single quotes", "<head><meta name='sightline-challenge' content='T'></head>"],
  ["without a head", `<title>x</title>${TAG}`],
  ["behind a script that is closed", `<head><script>if (a < b) "</p>"</script>${TAG}</head>`],
  ["behind a > in an attribute", `<head><meta name="x" content="a>b">${TAG}</head>`],
])("the tag is found %s", (_how, html) => {
  expect(findMetaTokens(html)).toEqual(["T"]);
});

test.each([
  ["in the body", `<head></head><body>${TAG}</body>`],
  ["behind the head", `<head></head>${TAG}`],
  ["in a comment", `<head><!-- ${TAG} --></head>`],
  ["in a comment that has no end", `<head><!-- ${TAG}`],
  ["in a script", `<head><script>document.write('${TAG}')</script></head>`],
  ["in a title", `<head><title>${TAG}</title></head>`],
  ["in a textarea", `<textarea>${TAG}</textarea>`],
  ["in an attribute", `<head><meta name="description" content='${TAG}'></head>`],
  ["by another name", '<head><meta name="sightline-challenge-2" content="T"></head>'],
  ["as a second name of one tag", '<head><meta name="x" name="sightline-challenge" content="T"></head>'],
  ["escaped", "<head>&lt;meta name=sightline-challenge content=T&gt;</head>"],
])("nothing is found %s", (_where, html) => {
  expect(findMetaTokens(html)).toEqual([]);
});

test.each([
  ["opened brackets", "<".repeat(262_144)],
  ["one endless tag", `<meta ${"a ".repeat(131_000)}`],
  ["many tags of words", `<meta ${"a".repeat(3_990)}>`.repeat(65)],
  ["comments that do not end", "<!--".repeat(65_000)],
  ["scripts that do not end", "<script>".repeat(32_000)],
])("%s cost little time", (_what, html) => {
  const startedMs = performance.now();
  expect(findMetaTokens(html)).toEqual([]);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
