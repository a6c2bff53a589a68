import { TASK_KINDS } from "@sightline/contract/task-kinds";
import pg from "pg";
import type { Figures } from "../figures";
import { Faults } from "../load/faults";
import { HttpConnection } from "../load/http-connection";
import { noisePng } from "../load/noise-png";
import { WorkerScreen } from "../load/worker-screen";
import type { BenchEnvironment } from "../setting/bench-environment";
import { calibrationError } from "./calibration-error";
import { CROWDS, RULE } from "./laboratory";
import { type Outcome, runEngine } from "./run-engine";
import { SeededRandom } from "./seeded-random";
import { answerAlways, drawCrowd, drawPictures, type Picture, type SimulatedWorker } from "./world";

const TASKS = 6_000;
/** Far fewer than workers, so that there is somebody to choose from, as in the laboratory. */
const IN_FLIGHT = 60;
const WAIT_SECONDS = 60;

/**
 * The laboratory's crowd and pictures through the server that people use: pictures over the classic protocol, answers
 * over workers' streams, skills learned in its database. Beside it the laboratory with the same pictures and people.
 */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const databaseUrl = await env.database("quality_server");
  await askForConfidence(databaseUrl, env.customerIds);
  const server = await env.server(databaseUrl);
  const pictures = drawPictures(TASKS, new SeededRandom(100));
  const crowd = drawCrowd(CROWDS["Beta(8,2)"], new SeededRandom(101));
  const trial = new ServerTrial(pictures, crowd);
  await trial.open(env.seats(crowd.length, [server]));
  const outcomes = await trial.run(server.url, env.keys);
  const figures = figuresOf(outcomes);
  const engine = runEngine(pictures, crowd, RULE, new SeededRandom(102));
  console.log(
    `\n${TASKS} tasks, ${crowd.length} workers            accuracy  answers  calibration error  load`,
  );
  tell("through the server", figures, trial.loadRatio);
  tell("in the laboratory", figuresOf(engine.outcomes), engine.loadRatio);
  return {
    "quality.server_accuracy": figures.accuracy,
    "quality.server_answers_per_task": figures.answersPerTask,
    "quality.server_ece": figures.ece,
    "quality.server_load_ratio": trial.loadRatio,
  };
}

class ServerTrial {
  readonly #faults = new Faults();
  /** The numbers of the pictures that are under way, by the last characters of their address: noise, so unlike any other. */
  readonly #numbers = new Map<string, number>();
  readonly #answersOf: number[];
  readonly #loads: number[];
  #screens: WorkerScreen[] = [];

  constructor(
    private readonly pictures: readonly Picture[],
    private readonly crowd: readonly SimulatedWorker[],
  ) {
    this.#answersOf = pictures.map(() => 0);
    this.#loads = crowd.map(() => 0);
  }

  /** Of the busiest worker, against the mean. */
  get loadRatio(): number {
    const sum = this.#loads.reduce((all, load) => all + load, 0);
    return (Math.max(...this.#loads) * this.#loads.length) / sum;
  }

  async open(seats: readonly { url: string; cookie: string }[]): Promise<void> {
    this.#screens = seats.map(
      (seat, i) =>
        new WorkerScreen({
          ...seat,
          thinkMs: 0,
          answerOf: ({ imageUrl }) => this.#read(i, imageUrl),
          onAssigned() {},
          onAnswering() {},
          onAnswered() {},
          onFault: (fault) => this.#faults.add(fault),
        }),
    );
    for (const [i, screen] of this.#screens.entries()) await screen.open(`bench-${i}`);
  }

  /** Sends every picture and waits for its answer, so many at a time. */
  async run(url: string, keys: readonly string[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let next = 0;
    const customers = Array.from({ length: IN_FLIGHT }, async () => {
      const connection = new HttpConnection(url);
      while (next < this.pictures.length && this.#faults.none) {
        const at = next++;
        try {
          outcomes.push(await this.#solve(connection, keys[at % keys.length] ?? "", at));
        } catch (error) {
          this.#faults.add(String(error));
        }
      }
      connection.close();
    });
    await Promise.all(customers);
    for (const screen of this.#screens) screen.close();
    this.#faults.throwIfAny();
    return outcomes;
  }

  #read(worker: number, imageUrl: string | null): string {
    const at = this.#numbers.get(nameOf(imageUrl ?? ""));
    if (at === undefined) throw new Error("a worker got a picture that nobody sent");
    this.#loads[worker] = (this.#loads[worker] ?? 0) + 1;
    this.#answersOf[at] = (this.#answersOf[at] ?? 0) + 1;
    return answerAlways(this.crowd[worker] as SimulatedWorker, this.pictures, at);
  }

  async #solve(connection: HttpConnection, key: string, at: number): Promise<Outcome> {
    const body = noisePng().toString("base64");
    const name = nameOf(body);
    this.#numbers.set(name, at);
    const sent = await connection.ask({
      method: "POST",
      path: "/in.php",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key, method: "base64", json: 1, body }),
    });
    const { request: id } = JSON.parse(sent) as { request: string };
    const path = `/res.php?key=${key}&action=get&json=1&wait=${WAIT_SECONDS}&id=${id}`;
    const reply = JSON.parse(await connection.ask({ method: "GET", path })) as {
      status: number;
      request: string;
      confidence?: string;
    };
    this.#numbers.delete(name);
    return {
      right: reply.status === 1 && reply.request === this.pictures[at]?.truth,
      confidence: Number(reply.confidence ?? 0),
      answers: this.#answersOf[at] ?? 0,
    };
  }
}

function nameOf(base64: string): string {
  return base64.slice(-80);
}

/** What a customer sets on the page of their recognition, for all of them. */
async function askForConfidence(databaseUrl: string, accountIds: readonly number[]): Promise<void> {
  if (RULE.mode !== "confidence") throw new Error("the laboratory's rule is one of confidence");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into recognition_setting (account_id, kind, answers_min, answers_max, confidence_min, changed_at)
     select id, $2, $3, $4, $5, now() from unnest($1::int[]) id`,
    [accountIds, TASK_KINDS.image.number, RULE.answersMin, RULE.answersMax, RULE.confidenceMin],
  );
  await client.end();
}

function figuresOf(outcomes: readonly Outcome[]) {
  return {
    accuracy: outcomes.filter(({ right }) => right).length / outcomes.length,
    answersPerTask: outcomes.reduce((sum, { answers }) => sum + answers, 0) / outcomes.length,
    ece: calibrationError(outcomes),
  };
}

function tell(label: string, { accuracy, answersPerTask, ece }: ReturnType<typeof figuresOf>, load: number) {
  const columns = [
    label.padEnd(30),
    `${(accuracy * 100).toFixed(2)} %`.padStart(10),
    answersPerTask.toFixed(2).padStart(9),
    ece.toFixed(4).padStart(19),
    load.toFixed(2).padStart(6),
  ];
  console.log(columns.join(""));
}
