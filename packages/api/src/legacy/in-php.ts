import { admitCaller } from "@sightline/domain/api-keys/admit-caller";
import type { DomainContext } from "@sightline/domain/context";
import { admitSubmission } from "@sightline/domain/limits/admit-submission";
import { countSubmission } from "@sightline/domain/limits/count-submission";
import { createTask } from "@sightline/domain/tasks/create-task";
import { type Answer, done, refused } from "./answer";
import { readImage } from "./read-image";
import { readImageHints } from "./read-image-hints";
import { readKind } from "./read-kind";
import { given, type RequestInput } from "./request-input";

/**
 * A submission. Its steps stand in the order in which the protocol rules that errors win (protocol.md, rule 1); a
 * body that could not be read was refused before. Rejects when the database is away.
 */
export async function answerInPhp(ctx: DomainContext, input: RequestInput, address: string): Promise<Answer> {
  const caller = await admitCaller(ctx, { key: input.fields.key, address });
  if (!caller.ok) return refused(caller.code);

  const limited = admitSubmission(ctx, caller.holder);
  if (limited !== null) return refused(limited);

  const unusable = findUnusableParameter(input);
  if (unusable !== null) return refused("ERROR_BAD_PARAMETERS", unusable);
  const kind = readKind(input);
  if (!kind.ok) return refused("ERROR_BAD_PARAMETERS", kind.errorText);
  const hints = readImageHints(input);
  if (!hints.ok) return refused("ERROR_BAD_PARAMETERS", hints.errorText);

  const picture = readImage(input);
  if (!picture.ok) return refused(picture.code);

  const { accountId } = caller.holder;
  const reply = await createTask(ctx, {
    accountId,
    kind: kind.kind,
    file: picture.image,
    params: hints.hints,
    sender: address,
  });
  countSubmission(ctx, accountId, reply);
  return reply.ok ? done(String(reply.taskId)) : refused(reply.code);
}

/** What no task can be made of, in words; null when there is nothing of that sort. */
function findUnusableParameter(input: RequestInput): string | null {
  if (input.misshapen) return "A parameter that takes one value came with brackets or as a list.";
  for (const name in input.fields) {
    const value = input.fields[name] ?? "";
    if (name.includes("\0") || value.includes("\0")) return "A parameter holds a NUL character.";
    if (!value.isWellFormed()) return "A parameter holds half a surrogate pair.";
  }
  if (given(input, "pingback") !== undefined)
    return "The host of pingback is not registered for this account.";
  if (given(input, "imginstructions") !== undefined || input.files.imginstructions !== undefined) {
    return "Instructions as a picture are not offered here. Use textinstructions.";
  }
  return null;
}
