import { createTransport, type Transporter } from "nodemailer";
import { seal, sealingKey, unseal } from "../secrets/seal";

export interface MailOptions {
  /**
   * `smtp`: sent through the server at `smtpUrl`. `caught`: kept and shown by the demo instead. `off`: none is
   * written; who relies on mail (password reset) must say that there is none.
   */
  mode: "smtp" | "caught" | "off";
  smtpUrl?: string | undefined;
  /** The sender, such as `Sightline <no-reply@sightline.example.org>`. */
  from: string;
  /** How people reach the app from a mail. */
  publicUrl: string;
}

export interface MailText {
  subject: string;
  text: string;
}

const SMTP_CONNECT_MS_MAX = 10_000;
const SMTP_SOCKET_MS_MAX = 20_000;
const CONNECTIONS_MAX = 3;

/** The one way to the mail server, and the seal on what waits for it. */
export class MailDesk {
  readonly #key: Buffer;
  #transport: Transporter | null = null;

  constructor(
    readonly options: MailOptions,
    serverSecret: string,
  ) {
    this.#key = sealingKey(serverSecret, "sightline mail");
  }

  sealFor(to: string, mail: MailText): Buffer {
    return seal(this.#key, to, Buffer.from(JSON.stringify([mail.subject, mail.text]), "utf8"));
  }

  /** Throws when the server's secret has changed since it was sealed. */
  open(to: string, sealed: Buffer): MailText {
    const [subject = "", text = ""] = JSON.parse(unseal(this.#key, to, sealed).toString("utf8")) as string[];
    return { subject, text };
  }

  /** Rejects with the library's error when the server does not take it. */
  async send(to: string, { subject, text }: MailText): Promise<void> {
    this.#transport ??= createTransport({
      url: this.options.smtpUrl ?? "",
      pool: true,
      maxConnections: CONNECTIONS_MAX,
      connectionTimeout: SMTP_CONNECT_MS_MAX,
      greetingTimeout: SMTP_CONNECT_MS_MAX,
      socketTimeout: SMTP_SOCKET_MS_MAX,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // An address object, so that no symbol in it is read as a list of addresses.
    await this.#transport.sendMail({ from: this.options.from, to: { name: "", address: to }, subject, text });
  }

  close(): void {
    this.#transport?.close();
    this.#transport = null;
  }
}
