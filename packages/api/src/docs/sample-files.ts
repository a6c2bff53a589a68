/** A file that the examples send; served below /docs/assets so that a printed command can fetch it first. */
export interface SampleFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

function png(name: string, base64: string): SampleFile {
  return { name, mediaType: "image/png", bytes: Buffer.from(base64, "base64") };
}

/** Reads W7K2P. */
export const WORD = png(
  "word.png",
  "iVBORw0KGgoAAAANSUhEUgAAAJYAAAAyAgMAAADD4sqJAAAADFBMVEX9/f0mN0h5g47Dx8wTRN81AAAACXBIWXMAAAsSAAALEgHS3X78AAAB50lEQVQ4y+2Ur0/DQBTHb2smKspU/4QKQKDObrO4Efau3SDZDIKZYRC4IhAI5HnMxLIEMLgl1PIH9E+Y2FT1sgC99+7WaxgERRCcuLTXz3v3fb/K2P/6pfU+iX5A+QAd67W53o4FJawCEH+FRSXsdCu29+KWsc4npIF7zbLfyVzxCZO487Z9Vv0KCwb2mQMlZKe9wS7IpbxAzHirY8huriilzLUQcyApLp2+TwRiXmSwNEasQm68UHkCeNShKwztZYKYzguPWHPS26Sv2qnfEwaEBRRw2h/3Zg6AluiE7qmfbELj7RQjaEBvpgQuTNGEGyFGmvmxctoYd4WOQ7Z00twOYpUQsSPB3sbDNUeF+Rk5z0W8hoFy7GEReVfIYZYbDzTma8x/lYSh/RxEpm6j5OWmxltwO57HOs8reUahuSEzmNbGD2+eFVbrr+Q044B+AkqXe+KAxmpXt5c55sxhmgNcyBhbfjhTGJCVejy/O2s5SyDRPEIxPvVybZNe5nWvYQiPSTNhRRVSwnjR+R5MYJSYvuJtrmQ1lxKx/vJJt9MCRkYmlV4Pwdru1F3xALG0MS+0xs1gB3nJY5NCxKpWd/vFBwbxfmJhzBpkG5OJNRpqFgoJafHIMlbG/MFW7Ju1iP//1H9mfQBwCJ9MlMwlWgAAAABJRU5ErkJggg==",
);
/** Nine cells: circles in the third and the eighth, squares in the others. */
export const GRID = png(
  "grid.png",
  "iVBORw0KGgoAAAANSUhEUgAAASwAAAEsAgMAAAAEE2bmAAAADFBMVEXd3e7u7v8zZszNNTUpcBkmAAAACXBIWXMAAAsSAAALEgHS3X78AAAB1ElEQVR42u3bwXHCMBCFYWZcgE/UQwkcDMORUugnVfjiEujDHLiZUYCAs4I4CeyD7JBfV0bfeGSQ9glpNB9qo6E23AMLCwsLC+uZ1mySurHIKlNK7ZX1Zpu1sg8urCodWiOxJkerU1gfj2UezGFNT9ZGYKVz81tVbzVua9pbG7e16q2d20rpcsDutmbGGjutyliN01oaa+u0psbaOK2VsXZOa2KszmfZ13h+kRGsRWatw1hVZjVhrGVmbbGw/oUV9ff4uPkrzhw9z6w4a5p0rVXWAMraRFkzLa6+qjFqTGntq6zJlVlBmWGk2UqZ+ZRZdCgjK7P7nfsTpaXYg8HCwsLC+ltL2QULCwsLC+u1rMHIeUtIxcLCwsLCwsLCwsLCwsLCYn8CCwsLCwtL2IX/yrGwsLCwnmvtj8+qrMMZ4e731mDk3LfieES4vrC+6vGzdTq6rLCK05HqWmCdL0x0Aqs/gu63it6q3VbZW63b+rxf0rktc8XBaxXGqgNZpbHaQFZ2TchppQdZKY5VZFb9klaZWS0WFhbzxEOtqPO91FKutVHriaj1l7LGlNa+yppcmRWUGaYfsDZY5lNm0Zsz8rfZvbSj5d1TKC3FHgwWFhYWVkzrHeQ89KwActkvAAAAAElFTkSuQmCC",
);
/** 300 x 200 px with two squares and two circles. */
export const SCENE = png(
  "scene.png",
  "iVBORw0KGgoAAAANSUhEUgAAASwAAADIAgMAAAAvsTTGAAAADFBMVEXMMzPu7v8zZszciJCLUno4AAAACXBIWXMAAAsSAAALEgHS3X78AAABwUlEQVRo3u3YQWrDMBAFUAXhpZc+SpaFHMELF0Ex9Ao6QKGn6aan0CVylC5LmjZJLUE91Xg+rRZ/9nkY40h/vrvHjaNFixYtWrRo0WrQengt5mX1B8/Jv4OsR3eeN4yVPi0PsWb3NXuElS6WB1jXx1p5MJ0Vb1Zvt9LN8mZrct8zWK1xsTqrFRert1ppsbzRCi6bo82acmuwWXNu7W3WmFudzYq51dusQ27tbFbKLW+zXDEmK5TWsRVrKq2hFWsurT0t2RpLq6PFb6JVC3lOtHquIu8O6J2GvGuRGQCZTZCZCZnlkBkTmX2hmRy5KyB3GORuBd35kLsockeG7u7ITgHaddR0MOy/aNGiRYsWLVq0LvNTwKKFsE7uhLKezln5DmOFtcV1gxXX1ye1tVqy6K1Z2sWUVpR2RKUlNElaK0gVhNKanat4YXVWFDsInXWQKi6llcSeRWeJlaDOCnKXpLImueNSWbPcvf2bNcr9osqKcu9JSyidd7T4TYAt5H+71fMLeUYj7w7knQa9a5EZAJlNkJkJmeWQGROafZGZPFS8ruoduWaHqbXCtsfavPPV9wC/76LsTWjRokWLFq2/tz4AKl4Ny5Yki8QAAAAASUVORK5CYII=",
);
/** An arrow that leans 40 degrees to the left. */
export const TURNED = png(
  "turned.png",
  "iVBORw0KGgoAAAANSUhEUgAAAHgAAAB4AgMAAABECt5BAAAADFBMVEUjNEXu7v9veYq5vc4kQn5NAAAACXBIWXMAAAsSAAALEgHS3X78AAABWUlEQVRIx+3WPW6DQBAF4DHIBXIorZyAKopS0XMECjAoIhK5AUfgEtzHl9j72AF72fnhpUsTXLj5ZOux83YXquGHdt75H3HjIFcnyBc6YTY9YHrDbDhj7f7BZqYPzPSOWbhi7n7NPZODHONfp5gnk8eHRjXkBHOO2UFONqp4XTjDPGHOMacbXCx8wBxhFtkUZzb31jw1x5jpFz5jzkweiF70zEJ+BU0d7gt23e55ef/XQWULOK/bmY82u8cmT0yOn3shMvno5+IMbqfl6XihPH/+fHUym+ev9QA6bB65o8gmuBCFElyKbII7USjBjRiavA1GXijJPc8mueSFklzxbJJFNnVR8UIp7lmhFLcsm+KKFUpfkiybZpZNMyuUZlZ2zazsxv0dFsrgIqijwUOwLgZ3wcQNvsBlmbOlgHswsblQEXpv6dYTwOJm3SbmW8/oIH/vL4M7/znfAIadJfjZ3JoNAAAAAElFTkSuQmCC",
);

/** One frame of MPEG-1 layer 3 at 32 kbit/s and 44.1 kHz, silent: header, then nothing to decode. */
const SILENT_FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc4]), Buffer.alloc(100)]);
/** Four frames, a tenth of a second of silence. */
export const SOUND: SampleFile = {
  name: "sound.mp3",
  mediaType: "audio/mpeg",
  bytes: Buffer.concat(Array.from({ length: 4 }, () => SILENT_FRAME)),
};

export const SAMPLE_FILES: readonly SampleFile[] = [WORD, GRID, SCENE, TURNED, SOUND];
