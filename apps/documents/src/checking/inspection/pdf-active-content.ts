/** What qpdf tells of a PDF (`--json=2`): each object by its reference, names as `/Name`, strings as `u:…` or `b:…`. */
type Value = null | boolean | number | string | readonly Value[] | Dictionary;
interface Dictionary {
  readonly [key: string]: Value;
}
export interface PdfObjects {
  readonly [reference: string]: { readonly value?: Value; readonly stream?: { readonly dict: Dictionary } };
}

/** What is not accepted in a document (R19), with what the candidate is told it is. */
interface Finding {
  readonly reason: string;
  readonly what: string;
}

const script = 'un script';
const attachment = 'un fichier joint';
const media = 'un contenu multimédia';
const form = 'un formulaire dynamique XFA';
const launch = 'une action automatique ou externe';
const outside = 'un contenu pris hors du fichier';
const program = 'un programme PostScript';

/** Keys that only active content has. */
const keys: Readonly<Record<string, string>> = {
  '/JavaScript': script,
  '/EmbeddedFiles': attachment,
  '/EF': attachment,
  '/Collection': attachment,
  '/XFA': form,
  '/RichMediaContent': media,
  '/RichMediaSettings': media,
  '/Renditions': media,
};

/**
 * Keys with which a stream (a picture, a page, a form) takes its content from another file or address, or hands a program
 * to a printer. A reader fetches it without a question, so that a share learns who opened the document. They count in the
 * dictionary of a stream alone: elsewhere they are flags of a note, names of fonts, references of a structure.
 */
const streamKeys: Readonly<Record<string, string>> = {
  '/F': outside,
  '/FFilter': outside,
  '/FDecodeParms': outside,
  '/Ref': outside,
  '/OPI': outside,
  '/PS': program,
};

/** Kinds of actions (`/S`) that do more than show another place of the document. */
const actions: Readonly<Record<string, string>> = {
  '/JavaScript': script,
  '/Launch': launch,
  '/SubmitForm': launch,
  '/ImportData': launch,
  '/GoToR': launch,
  '/GoToE': attachment,
  '/GoTo3DView': media,
  '/Rendition': media,
  '/Movie': media,
  '/Sound': media,
  '/RichMediaExecute': media,
};

/** Kinds of objects and annotations (`/Type`, `/Subtype`). */
const kinds: Readonly<Record<string, string>> = {
  '/EmbeddedFile': attachment,
  '/FileAttachment': attachment,
  '/RichMedia': media,
  '/Movie': media,
  '/Screen': media,
  '/Sound': media,
  '/3D': media,
  '/U3D': media,
  '/PRC': media,
  '/Rendition': media,
  '/MediaClip': media,
  '/PS': program,
};

/** Actions that may run by themselves: they only move the view (R19, 1b). */
const viewActions = ['/GoTo', '/Named', '/Thread'];
const viewNames = ['/NextPage', '/PrevPage', '/FirstPage', '/LastPage'];
const linkSchemes = ['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'ftps', 'skype', 'callto', 'geo'];

/**
 * Walks every object of a PDF, wherever it was packed, and names the first one that runs, embeds or plays something.
 * Undefined when the document only shows pages.
 */
export function findActiveContent(objects: PdfObjects): Finding | undefined {
  for (const [reference, { value, stream }] of Object.entries(objects)) {
    const found = (stream && inStream(stream.dict, objects)) ?? walk(stream?.dict ?? value ?? null, objects);
    if (found) return { ...found, reason: `${found.reason} in ${reference}` };
  }
  return undefined;
}

function inStream(dictionary: Dictionary, objects: PdfObjects): Finding | undefined {
  for (const [key, what] of Object.entries(streamKeys)) {
    if (resolve(dictionary[key] ?? null, objects) !== null) return { reason: `${key} of a stream`, what };
  }
  return undefined;
}

function walk(value: Value, objects: PdfObjects): Finding | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = isList(value) ? undefined : inDictionary(value, objects);
  if (found) return found;
  for (const inner of isList(value) ? value : Object.values(value)) {
    const deeper = walk(inner, objects);
    if (deeper) return deeper;
  }
  return undefined;
}

function inDictionary(dictionary: Dictionary, objects: PdfObjects): Finding | undefined {
  for (const [key, given] of Object.entries(dictionary)) {
    const value = resolve(given, objects);
    const what = keys[key] ?? rules[key]?.(value, dictionary, objects);
    if (what !== undefined) return { reason: `${key} is active`, what };
  }
  return undefined;
}

/** Keys that are harmless with some values. Each gives what was found, or undefined. */
const rules: Readonly<
  Record<string, (value: Value, within: Dictionary, objects: PdfObjects) => string | undefined>
> = {
  '/S': (value, within) => {
    if (typeof value !== 'string') return undefined;
    // A thread of articles may be one of another file, as with /GoToR; the thread itself (`/Type`) has an /F too.
    return value === '/Thread' && '/F' in within ? launch : actions[value];
  },
  '/Type': (value) => (typeof value === 'string' ? kinds[value] : undefined),
  '/Subtype': (value) => (typeof value === 'string' ? kinds[value] : undefined),
  '/Subtype2': (value) => (value === '/PS' ? program : undefined),
  // A file that stands at an address, wherever it is named.
  '/FS': (value) => (value === '/URL' ? outside : undefined),
  // A font or an image may be called /JS; a script is a string, or stands in an action.
  '/JS': (value, within) => (typeof value === 'string' || '/S' in within ? script : undefined),
  '/OpenAction': (value, _within, objects) => (isViewOnly(value, objects) ? undefined : launch),
  '/AA': (value, _within, objects) => (isHarmlessTriggers(value, objects) ? undefined : launch),
  '/URI': (value, _within, objects) => (isOddAddress(value, objects) ? 'un lien inhabituel' : undefined),
};

/** True when this action, and all that follow it (`/Next`), only move the view. They may lead to each other in a ring. */
function isViewOnly(first: Value, objects: PdfObjects): boolean {
  const open: Value[] = [first];
  const seen = new Set<Value>();
  while (open.length > 0) {
    const action = resolve(open.pop() ?? null, objects);
    if (seen.has(action)) continue;
    seen.add(action);
    if (!movesView(action, objects)) return false;
    if (!isDictionary(action)) continue;
    const next = resolve(action['/Next'] ?? null, objects);
    for (const one of isList(next) ? next : [next]) open.push(one);
  }
  return true;
}

/** A destination (array or name), or an action that only moves the view. */
function movesView(value: Value, objects: PdfObjects): boolean {
  if (value === null || typeof value === 'string' || isList(value)) return true;
  if (!isDictionary(value)) return false;
  // A dictionary with /D alone is a destination in another dress.
  if (!('/S' in value)) return '/D' in value && !('/JS' in value);
  const kind = resolve(value['/S'] ?? null, objects);
  if (typeof kind !== 'string' || !viewActions.includes(kind)) return false;
  const name = resolve(value['/N'] ?? null, objects);
  return kind !== '/Named' || (typeof name === 'string' && viewNames.includes(name));
}

/** /AA holds actions by trigger; a resource that happens to be called /AA holds none. */
function isHarmlessTriggers(value: Value, objects: PdfObjects): boolean {
  if (!isDictionary(value)) return true;
  return Object.values(value).every((given) => {
    const action = resolve(given, objects);
    return !(isDictionary(action) && '/S' in action) || isViewOnly(action, objects);
  });
}

/** The address of a link, or what the catalog says of all links: a `/Base` that stands before those without a scheme. */
function isOddAddress(value: Value, objects: PdfObjects): boolean {
  const address = isDictionary(value) ? resolve(value['/Base'] ?? null, objects) : value;
  return typeof address === 'string' && hasOddScheme(address);
}

/** True for a scheme that is not in the list; an address without a scheme is harmless. */
function hasOddScheme(text: string): boolean {
  const address = textOf(text).replace(/[\s\p{C}]/gu, '');
  if (/^[\\/]{2}/.test(address)) return true;
  const scheme = /^([a-z][a-z0-9+-]*):/i.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && !linkSchemes.includes(scheme);
}

/** The characters of a string of qpdf's JSON. */
function textOf(text: string): string {
  if (text.startsWith('u:')) return text.slice(2);
  return text.startsWith('b:') ? Buffer.from(text.slice(2), 'hex').toString('latin1') : text;
}

const referencePattern = /^\d+ \d+ R$/;

/** Follows a reference; a missing object is null. Bounded: a chain of references has at most a few links. */
function resolve(value: Value, objects: PdfObjects): Value {
  let current = value;
  for (let hops = 0; hops < 8 && typeof current === 'string' && referencePattern.test(current); hops++) {
    const object = objects[`obj:${current}`];
    current = object?.stream?.dict ?? object?.value ?? null;
  }
  return current;
}

function isDictionary(value: Value): value is Dictionary {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
