import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { openPool } from "@sightline/db/database";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { CONNECT_MS, DemoServer } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { People } from "./people";
import { WorkScreen } from "./work-screen";

const MATERIAL = 13;

// Gold would come among the tasks of other journeys, so this one has a demo of its own.
test("a worker is trained with the reason of a miss, passes the exam, and is in probation", async ({
  browser,
  faults,
}) => {
  test.setTimeout(150_000);
  const demo = await DemoServer.start();
  const pool = openPool(demo.databaseUrl, {
    max: 1,
    applicationName: "sightline-journeys",
    connectTimeoutMs: CONNECT_MS,
  });
  const people = new People(browser, faults, demo.url);
  try {
    const rightAnswers = await addMaterial(people);
    const page = await people.loggedIn("worker9@demo.test");
    const { rows } = await pool.query<{ id: number }>(
      "select account_id as id from auth_user where email = 'worker9@demo.test'",
    );
    const workerId = rows[0]?.id;
    /** As if so many of the stage had been answered before. */
    const stand = (stage: number, judged: number, right: number) =>
      pool.query(
        `update worker_standing set stage = $3, stage_judged = $4, stage_right = $5 where worker_id = $1 and kind = $2`,
        [workerId, TASK_KINDS.image.number, stage, judged, right],
      );
    await stand(1, 3, 3);
    const screen = await WorkScreen.open(page);
    const lesson = page.getByRole("region", { name: "Training and exam" });
    /** Answers what is on the screen, when it is another picture than `before`; returns the picture. */
    const answer = async (before: string, isRight: boolean) => {
      await expect.poll(() => screen.shownPicture()).not.toBe(before);
      await screen.lookAt();
      const picture = await screen.shownPicture();
      await screen.solve(isRight ? (rightAnswers.get(picture) ?? "") : "not that");
      return picture;
    };

    await expect(lesson).toContainText("Training: after each answer you are told what was right.");
    const first = await answer("", false);
    await expect(lesson).toContainText(`“not that” was not right: right is “${rightAnswers.get(first)}”.`);
    await expect(lesson).toContainText("3 of 4 right so far.");
    await expectAccessible(page);
    const second = await answer(first, true);
    await expect(lesson).toContainText(`“${rightAnswers.get(second)}” was right.`);
    await expect(lesson).toContainText("Training is over, 4 of 5 right. The exam comes next.");

    await expect(lesson).toContainText("Exam: six of eight right let you through.");
    await stand(2, 6, 5);
    const third = await answer(second, false);
    await expect(lesson).toContainText(`right is “${rightAnswers.get(third)}”.`);
    await expect(lesson).toContainText("5 of 7 right so far.");
    await answer(third, true);
    await expect(lesson).toContainText("Passed, 6 of 8 right.");
    await expect(lesson).toContainText("the first of them are a probation.");
    await expectAccessible(page);
    await page.goto("/work/score");
    await expect(page.getByRole("row", { name: /^Image to text Probation/ })).toBeVisible();
    expect(demo.loggedErrors).toEqual([]);
  } finally {
    await people.goHome();
    await pool.end();
    await demo.stop();
  }
});

/** Gold tasks of a moderator; the right answer by the address under which its picture is shown. */
async function addMaterial(people: People): Promise<Map<string, string>> {
  const moderator = await people.loggedIn("moderator@demo.test");
  const answers = new Map<string, string>();
  const add = async (_: undefined, i: number) => {
    const word = `lesson ${String.fromCharCode(97 + i)}`;
    const picture = encodePng({ noise: noise(300 + 40 * i) }).toString("base64");
    const reply = await moderator.request.post("/trpc/gold.add", {
      data: { kind: "image", fileBase64: picture, answers: [word] },
    });
    expect(reply.ok()).toBe(true);
    answers.set(`data:image/png;base64,${picture}`, word);
  };
  await Promise.all(Array.from({ length: MATERIAL }, add));
  return answers;
}
