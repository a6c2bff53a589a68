import { answerBreach } from "@sightline/contract/answer-breach";
import { solutionSchema, storeAnswer, type TaskAnswer } from "@sightline/contract/answers";
import { type GoldKind, type NewGold, readGoldAnswer } from "@sightline/contract/gold";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import { goldTask } from "@sightline/db/schema/gold-task";
import { and, eq, sql } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { decodeBase64Image } from "../files/decode-base64-image";
import { displayedSides } from "../files/displayed-sides";
import { inspectImage } from "../files/inspect-image";
import { inspectSound } from "../files/inspect-sound";
import { stripMetadata } from "../files/strip-metadata";
import { Refusal } from "../refusal";
import type { NewTaskFile } from "../tasks/create-task";
import { MEDIA_TYPE_NUMBERS } from "../tasks/task-inputs";
import { GOLD_STATES } from "./hand-out-statement";

/** One is chosen by chance among all of a kind that are in use, so their number is bounded. */
const IN_USE_MAX = 5_000;

/** Adds a task whose answers staff know; it is in use at once. Its answers keep the rules that workers' answers must. */
export async function addGold(
  ctx: Pick<DomainContext, "db" | "clock" | "hints" | "gold">,
  gold: NewGold & { addedBy: number },
): Promise<{ id: number }> {
  const file = readFile(gold.kind, gold.fileBase64);
  const params = readParams(gold);
  const { widthPx, heightPx } = file ?? { widthPx: 0, heightPx: 0 };
  const answers = gold.answers.map((written) => {
    const answer = readAnswer(gold.kind, written);
    const breach = answerBreach({ kind: gold.kind, params, widthPx, heightPx, pictures: 1 }, answer);
    if (breach) throw new Refusal("conflict", `“${written}” cannot be an answer to this task: ${breach}.`);
    return storeAnswer(answer);
  });
  const kind = TASK_KINDS[gold.kind].number;
  const id = await ctx.db.transaction(async (tx) => {
    const [count] = await tx
      .select({ inUse: sql<number>`count(*)::int` })
      .from(goldTask)
      .where(and(eq(goldTask.kind, kind), eq(goldTask.state, GOLD_STATES.in_use)));
    if ((count?.inUse ?? 0) >= IN_USE_MAX)
      throw new Refusal("conflict", `${IN_USE_MAX} gold tasks of this kind are in use. Retire some first.`);
    const [made] = await tx
      .insert(goldTask)
      .values({
        kind,
        state: GOLD_STATES.in_use,
        bytes: file?.bytes ?? Buffer.alloc(0),
        mediaType: file ? MEDIA_TYPE_NUMBERS[file.mediaType] : 0,
        widthPx,
        heightPx,
        hints: Object.keys(params).length > 0 ? params : null,
        answers,
        addedBy: gold.addedBy,
        addedAt: new Date(ctx.clock.nowMs()),
      })
      .returning({ id: goldTask.id });
    const goldId = made?.id ?? 0;
    await recordStaffAct(tx, {
      actorId: gold.addedBy,
      act: "add_gold",
      subject: `gold:${goldId}`,
      before: null,
      after: { kind: gold.kind, params, answers },
    });
    return goldId;
  });
  ctx.hints.changed("gold");
  await ctx.gold.load();
  return { id };
}

function readFile(kind: GoldKind, fileBase64: string | undefined): NewTaskFile | null {
  if (kind === "text") return null;
  const bytes = decodeBase64Image(fileBase64 ?? "");
  if (bytes === null) throw new Refusal("conflict", "Choose the file that the task is about.");
  if (kind === "audio") {
    const sound = inspectSound(bytes);
    if (!sound.ok) throw new Refusal("conflict", `The sound cannot be taken: ${sound.code}.`);
    return { bytes: sound.audio, mediaType: sound.mediaType, widthPx: 0, heightPx: 0 };
  }
  const picture = inspectImage(bytes);
  if (!picture.ok) throw new Refusal("conflict", `The picture cannot be taken: ${picture.code}.`);
  const sides = displayedSides(bytes, picture);
  return { bytes: stripMetadata(bytes, picture), mediaType: picture.mediaType, ...sides };
}

/** What a customer's request of this kind would have said. */
function readParams({ kind, question, instructions, caseMatters }: NewGold): TaskParams {
  if (kind === "text" && !question) throw new Refusal("conflict", "Write the question.");
  return {
    ...(kind === "text" ? { question } : {}),
    ...(instructions ? { textinstructions: instructions } : {}),
    ...(caseMatters ? { regsense: true } : {}),
    ...(kind === "grid" ? { rows: 3, cols: 3 } : {}),
    ...(kind === "points" ? { minClicks: 1 } : {}),
    ...(kind === "rotate" ? { angle: 40 } : {}),
  };
}

function readAnswer(kind: GoldKind, written: string): TaskAnswer {
  const answer = readGoldAnswer(kind, written);
  const isWellFormed =
    answer !== null && (answer.shape === "text" || solutionSchema.safeParse(answer).success);
  if (!isWellFormed) throw new Refusal("conflict", `“${written}” is no answer of this kind.`);
  return answer;
}
