import { Client, type Dispatcher } from "undici";

const ANSWER_MS_MAX = 90_000;

export interface HttpRequest {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/**
 * One kept-alive connection, one request at a time. By undici's lowest interface: the load shares two cores with what
 * it measures, and its own cost lowers every figure.
 */
export class HttpConnection {
  readonly #client: Client;

  constructor(origin: string) {
    this.#client = new Client(origin, {
      headersTimeout: ANSWER_MS_MAX,
      bodyTimeout: 0,
      keepAliveTimeout: 60_000,
    });
  }

  /** The body of the answer. Rejects when the connection breaks and on any status but 200. */
  ask(request: HttpRequest): Promise<string> {
    return new Promise((resolve, reject) => {
      let status = 0;
      let body = "";
      this.#client.dispatch(options(request), {
        // Undici takes a handler for its current interface by this method.
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          body += chunk.toString("utf8");
        },
        onResponseEnd() {
          if (status === 200) resolve(body);
          else
            reject(
              new Error(`${request.method} ${request.path.slice(0, 80)}: ${status} ${body.slice(0, 200)}`),
            );
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      });
    });
  }

  /** Hands over what comes in until the connection is closed; `onEnd` gets the reason, if there was one. */
  follow(request: HttpRequest, onData: (text: string) => void, onEnd: (error: Error | null) => void): void {
    this.#client.dispatch(options(request), {
      onRequestStart() {},
      onResponseStart(controller, statusCode) {
        if (statusCode !== 200) controller.abort(new Error(`${request.path.slice(0, 80)}: ${statusCode}`));
      },
      onResponseData(_controller, chunk) {
        onData(chunk.toString("utf8"));
      },
      onResponseEnd() {
        onEnd(null);
      },
      onResponseError(_controller, error) {
        onEnd(error);
      },
    });
  }

  close(): void {
    void this.#client.destroy();
  }
}

function options({ method, path, headers = {}, body }: HttpRequest): Dispatcher.DispatchOptions {
  return { method, path, headers, body: body ?? null };
}
