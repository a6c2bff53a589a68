import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

interface Asked {
  challenge: string;
  /** The page that asks. */
  origin: string;
  rpId: string;
}

/** An authenticator that holds one passkey (ES256) and signs whatever it is asked. */
export class SoftAuthenticator {
  readonly id = randomBytes(16).toString("base64url");
  readonly #privateKey: KeyObject;
  readonly #coseKey: Buffer;
  counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    this.#privateKey = privateKey;
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    this.#coseKey = Buffer.concat([
      Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]),
      Buffer.from(x, "base64url"),
      Buffer.from([0x22, 0x58, 32]),
      Buffer.from(y, "base64url"),
    ]);
  }

  create(asked: Asked) {
    const id = Buffer.from(this.id, "base64url");
    const keyPart = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.#coseKey]);
    const data = Buffer.concat([this.#head(asked.rpId, PRESENT_AND_VERIFIED | WITH_KEY), keyPart]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText("fmt"),
      cborText("none"),
      cborText("attStmt"),
      Buffer.from([0xa0]),
      cborText("authData"),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData("webauthn.create", asked).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  /** `flags` 0x01: somebody touched it, and it did not look who. */
  sign(asked: Asked & { userId: string }, flags = PRESENT_AND_VERIFIED) {
    this.counter++;
    const data = this.#head(asked.rpId, flags);
    const client = clientData("webauthn.get", asked);
    const signed = createSign("sha256").update(data).update(createHash("sha256").update(client).digest());
    return {
      ...this.#named(),
      response: {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signed.sign(this.#privateKey).toString("base64url"),
        userHandle: Buffer.from(asked.userId).toString("base64url"),
      },
    };
  }

  #named() {
    return { id: this.id, rawId: this.id, type: "public-key" as const };
  }

  #head(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), counter]);
  }
}

function clientData(type: string, { challenge, origin }: Asked): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}
