import { HttpConnection } from "./http-connection";
import { SUBMISSION_REQUESTS, type SubmissionForm, type Submissions } from "./submissions";
import { ANSWER } from "./worker-screen";

const WAIT_SECONDS = 60;
/** A task lives for 90 s, so two long polls see its end. */
const WAITS_MAX = 2;

/** A customer's program on one connection. Every method throws when the server says anything unexpected. */
export class Customer {
  readonly #connection: HttpConnection;

  constructor(
    origin: string,
    private readonly submissions: Submissions,
  ) {
    this.#connection = new HttpConnection(origin);
  }

  /** Sends a picture; the task's id. */
  async submit(key: string, form: SubmissionForm = "multipart"): Promise<number> {
    const reply = await this.#connection.ask({
      method: "POST",
      ...SUBMISSION_REQUESTS[form],
      body: this.submissions.of(key, form),
    });
    const jsonId = /^\{"errorId":0,"taskId":(\d+)\}$/.exec(reply)?.[1];
    if (jsonId !== undefined) return Number(jsonId);
    if (!reply.startsWith("OK|")) throw new Error(`a submission was answered with ${reply.slice(0, 200)}`);
    return Number(reply.slice(3));
  }

  /** Waits for the worker's answer by long polls. */
  async waitForAnswer(key: string, taskId: number): Promise<void> {
    const path = `/res.php?key=${key}&action=get&wait=${WAIT_SECONDS}&id=${taskId}`;
    let reply = "";
    for (let waits = 0; waits < WAITS_MAX; waits++) {
      reply = await this.#connection.ask({ method: "GET", path });
      if (reply === `OK|${ANSWER}`) return;
      if (reply !== "CAPCHA_NOT_READY") break;
    }
    throw new Error(`task ${taskId} ended with ${reply.slice(0, 200)}`);
  }

  /** Asks once for a task that is not ready. */
  async pollInVain(key: string, taskId: number): Promise<void> {
    const reply = await this.#connection.ask({
      method: "GET",
      path: `/res.php?key=${key}&action=get&id=${taskId}`,
    });
    if (reply !== "CAPCHA_NOT_READY") throw new Error(`a poll was answered with ${reply.slice(0, 200)}`);
  }

  close(): void {
    this.#connection.close();
  }
}
