/**
 * Finds a Chromium that starts, or installs one: Playwright's own, else the system's package.
 * Says what it does, and fails with the reason when none can be had.
 *
 * Run as a script before the browser tests; `findChromium` is what the Playwright config asks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const SHELL = 'chromium-headless-shell';
/** Best first: the shell is the same engine without windows, menus and settings, and starts sooner. */
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** Packages of the system; not every release has the shell. */
const PACKAGES = [['chromium', SHELL], ['chromium']];

/** How every browser of the tests is started. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** @returns {string[]} paths where a browser may be, best first */
function candidates() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...inPath].filter((path) => existsSync(path));
}

/** @param {string} path @returns {boolean} whether the browser there opens a page */
function starts(path) {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', 'about:blank'];
  return spawnSync(path, args, { timeout: 60_000 }).status === 0;
}

/**
 * The first browser that starts; asked for once, then handed to Playwright's workers by environment.
 * @returns {string | undefined}
 */
export function findChromium() {
  const path = process.env.CHROMIUM_PATH ?? candidates().find(starts);
  if (path) process.env.CHROMIUM_PATH = path;
  return path;
}

/** One with windows and settings. @returns {string | undefined} */
export function findWholeChromium() {
  return candidates().find((path) => !/headless.?shell/.test(path) && starts(path));
}

/** @param {string} command @param {string[]} args @param {number} minutes */
function run(command, args, minutes) {
  console.log(`  ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, {
    stdio: 'inherit',
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
}

function installOwn() {
  console.log("No Chromium found. Trying Playwright's own download:");
  return run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 5);
}

function installPackage() {
  console.log("That was not possible. Trying the system's Chromium package:");
  const root = process.getuid?.() === 0;
  const [command, prefix] = root ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
  const install = [...prefix, 'install', '-y', '-q', '--no-install-recommends'];
  return (
    run(command, [...prefix, 'update', '-q'], 5) &&
    PACKAGES.some((names) => run(command, [...install, ...names], 10))
  );
}

/** Leaves one that starts, or throws. */
function ensureChromium() {
  for (const step of [() => true, installOwn, installPackage]) {
    step();
    const path = findChromium();
    if (path) return path;
  }
  throw new Error(
    'No Chromium could be found or installed. Install Chromium or Chrome yourself, or name one in ' +
      'CHROMIUM_PATH, and run the tests again.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(`Browser tests run in ${ensureChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
