/** What the playground sends; the code samples are made of the same fields. */
export type PlayKind = "image" | "grid" | "points" | "rotate";

export interface PlayWishes {
  kind: PlayKind;
  instructions: string;
  digitsOnly: boolean;
}

/** The fields of `in.php` beside key and file, in the order in which the documentation names them. */
export function fieldsOf({ kind, instructions, digitsOnly }: PlayWishes): [name: string, value: string][] {
  return [
    ["method", kind === "rotate" ? "rotatecaptcha" : "post"],
    ...(kind === "grid" ? [["recaptcha", "1"] as [string, string]] : []),
    ...(kind === "points" ? [["coordinatescaptcha", "1"] as [string, string]] : []),
    ...(kind === "image" && digitsOnly ? [["numeric", "1"] as [string, string]] : []),
    ...(instructions.trim() === "" ? [] : [["textinstructions", instructions.trim()] as [string, string]]),
  ];
}

export const fileFieldOf = (kind: PlayKind): string => (kind === "rotate" ? "file_1" : "file");
