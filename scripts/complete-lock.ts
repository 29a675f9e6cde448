/**
 * Adds to package-lock.json the optional packages of other platforms that the registry at hand does not carry.
 * npm leaves them out when it cannot find them, and `npm ci` then refuses the lock everywhere. Run it after npm
 * install changed the lock: npm run lock.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Record<string, Locked & Record<string, unknown>>;

const SYSTEMS = [
  'android',
  'darwin',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'linux',
  'sunos',
  'aix',
  'openharmony',
];
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
];

/** What a platform package says of itself, read from its name: `cli-linux-x64-musl`. */
function platformOf(name: string): Record<string, string[]> {
  const words = (name.split('/').at(-1) ?? '').split(/[-.]/);
  const system = words.includes('windows') ? ['win32'] : SYSTEMS.filter((one) => words.includes(one));
  const processor = PROCESSORS.filter((one) => words.includes(one));
  const musl = words.some((word) => word.startsWith('musl'));
  const glibc = words.some((word) => word.startsWith('gnu'));
  return {
    ...(system.length > 0 && { os: system }),
    ...(processor.length > 0 && { cpu: processor }),
    ...((musl || glibc) && { libc: [musl ? 'musl' : 'glibc'] }),
  };
}

function missingOf(packages: Packages): Packages {
  const missing: Packages = {};
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const known = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
      if (!/^\d+\.\d+\.\d+$/.test(version) || known?.version === version) continue;
      const place = known ? `${path}/node_modules/${name}` : `node_modules/${name}`;
      missing[place] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
const missing = missingOf(lock.packages);
const packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} platform packages added`);
