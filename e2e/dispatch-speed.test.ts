import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const PICTURES = 10;
/** The product promises 100 ms; a machine that also runs two browsers and everything else is given more. */
const MEDIAN_MS_MAX = 500;

test("a picture is painted soon after it was submitted", async ({ people, program }, testInfo) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker7@demo.test"));
  const tookMs: number[] = [];
  const taskIds: number[] = [];
  for (let sent = 0; sent < PICTURES; sent++) {
    const sentAtMs = Date.now();
    const taskId = await program.send("receipt-01.jpg");
    tookMs.push((await paintedAtMs(screen, taskId)) - sentAtMs);
    await screen.solve("12.40");
    taskIds.push(taskId);
  }
  for (const taskId of taskIds) expect(await program.finalResult(taskId)).toBe("OK|12.40");
  const [medianMs, worstMs] = [tookMs.toSorted((a, b) => a - b)[PICTURES / 2], Math.max(...tookMs)];
  const measured = `submission to paint: median ${medianMs?.toFixed()} ms, worst ${worstMs.toFixed()} ms`;
  testInfo.annotations.push({ type: "measured", description: measured });
  console.log(measured);
  expect(medianMs).toBeLessThan(MEDIAN_MS_MAX);
});

/** When the picture of this task had been painted and the field had focus, by the mark that the page sets. */
function paintedAtMs(screen: WorkScreen, taskId: number): Promise<number> {
  return screen.page.evaluate(
    (prefix) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const marks = performance.getEntriesByName("sightline:task-painted") as PerformanceMark[];
          const mark = marks.find(({ detail }) => String(detail.key).startsWith(prefix));
          if (mark) resolve(performance.timeOrigin + mark.startTime);
          else setTimeout(look, 5);
        };
        look();
      }),
    `${taskId}:`,
  );
}
