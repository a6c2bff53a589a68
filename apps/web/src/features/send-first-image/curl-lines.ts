/** The command that posts `picture.png` of the current folder. */
export function sendLine(origin: string, apiKey: string): string {
  return `curl -F "key=${apiKey}" -F method=post -F "file=@picture.png" ${origin}/in.php`;
}

/** The command that asks for a task's answer. */
export function fetchLine(origin: string, apiKey: string): string {
  return `curl "${origin}/res.php?key=${apiKey}&action=get&id=TASK_ID"`;
}
