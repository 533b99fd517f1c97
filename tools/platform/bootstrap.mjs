// The first thing that every npm script runs: plain JavaScript for Node 20 or later, nothing installed yet.
//   node tools/platform/bootstrap.mjs <command> [arguments]
// It installs the npm packages when they are missing or older than package-lock.json, then hands over to the Node 24 among them,
// which runs tools/platform/<command>.ts, tools/<command>.ts or tools/<command>/main.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-lock');

/** Ends with a message for the person: what is missing and what to do. */
function giveUp(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function requireMachine() {
  if (process.platform === 'win32') {
    giveUp('The local platform runs on Linux and macOS. On Windows, use WSL 2 with Debian or Ubuntu.');
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(
      `Node.js 20.19 or later is needed to begin with (the platform then brings its own Node 24); this is ${process.versions.node}.`,
    );
  }
}

function fileOf(command) {
  const candidates = [`tools/platform/${command}.ts`, `tools/${command}.ts`, `tools/${command}/main.ts`];
  const found = /^[a-z][a-z-]*$/.test(command) && candidates.map((path) => join(root, path)).find(existsSync);
  return found || giveUp(`There is no command "${command}". See the scripts in package.json: npm run`);
}

const lockText = () => readFileSync(join(root, 'package-lock.json'), 'utf8');
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/**
 * True when what lies in node_modules is what package-lock.json says. The stamp answers at once; without it (someone ran `npm install`
 * or `npm ci` by hand) npm's own record of what it installed is compared, package by package.
 */
function isInstalled(lock) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hashOf(lock)) return true;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true; // the root and our own workspaces
    const found = present[path];
    if (!found) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function install() {
  if (!existsSync(join(root, 'package-lock.json')))
    giveUp('package-lock.json is missing: this is not a whole checkout.');
  const lock = lockText();
  if (!isInstalled(lock)) {
    const started = Date.now();
    console.log('Installing the npm packages (npm ci) …');
    const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (result.error)
      giveUp('npm was not found. It comes with Node.js (Debian: apt-get install npm); put it on PATH.');
    if (result.status !== 0) {
      giveUp(
        'npm ci failed (its message is above). Is the npm registry reachable? `npm ping` tells; then run this again.',
      );
    }
    console.log(
      `Installing the npm packages (npm ci): done in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  }
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8').trim() !== hashOf(lock))
    writeFileSync(stamp, `${hashOf(lock)}\n`);
}

/** Node 24 from the npm packages node-<system>-<processor>, or this one when it is new enough. */
function node24() {
  const name = `node-${process.platform}-${process.arch}`;
  const packaged = join(modules, name, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const known = readdirSync(modules).filter((folder) => /^node-(linux|darwin)-/.test(folder));
  return giveUp(
    `The platform runs on Node 24, which npm brings for Linux and macOS (${name} is not among the installed packages` +
      `${known.length > 0 ? `: ${known.join(', ')}` : ''}). Install Node.js 24 and run this again with it.`,
  );
}

function handOver(node, file, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      // If we are killed outright, the command notices that its parent is another and stops in good order.
      ADMISSIONS_BOOTSTRAP_PID: String(process.pid),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])
    process.on(signal, () => child.kill(signal));
  child.once('error', (error) => giveUp(`${node} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : (code ?? 1));
  });
}

requireMachine();
const [command = '', ...args] = process.argv.slice(2);
const file = fileOf(command);
install();
handOver(node24(), file, args);
