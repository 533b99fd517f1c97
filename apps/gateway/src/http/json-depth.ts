const openers = new Set(['{'.charCodeAt(0), '['.charCodeAt(0)]);
const closers = new Set(['}'.charCodeAt(0), ']'.charCodeAt(0)]);
const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);

/** True when a JSON text nests deeper than `most`. One pass over the bytes, before anything is built from them. */
export function isDeeperThan(most: number, json: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]!;
    if (inString) {
      if (byte === backslash) i++;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (openers.has(byte)) {
      if (++depth > most) return true;
    } else if (closers.has(byte)) depth--;
  }
  return false;
}
