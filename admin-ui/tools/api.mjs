// Writes src/api/schema.ts from the service's OpenAPI file. openapi-typescript wants TypeScript 5 while everything else
// here is checked by 6, so it runs apart, from npm's own cache; the versions are pinned here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const input = resolve(home, '../service/openapi/tidings.yml');

if (!existsSync(input)) {
  console.error(`${input} is not there. Build the service first: it writes the file.`);
  process.exit(1);
}

// The types say which file they were made of, so that a check can tell, without making them, whether they still fit.
const file = resolve(home, 'src/api/schema.ts');
const origin = `// Of service/openapi/tidings.yml, SHA-256 ${createHash('sha256').update(readFileSync(input)).digest('hex')}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8').startsWith(origin)) {
    process.exit(0);
  }
  console.error("src/api/schema.ts was not made of today's service/openapi/tidings.yml; run ./tidings golden");
  process.exit(1);
}

const packages = ['-p', 'openapi-typescript@7.13.0', '-p', 'typescript@5.9.3'];
const { status } = spawnSync('npx', ['-y', ...packages, 'openapi-typescript', input, '-o', 'src/api/schema.ts'], {
  cwd: home,
  stdio: 'inherit',
});
if (status !== 0) {
  process.exit(status ?? 1);
}

// The service writes every field of its answers, with null for what there is not: a reader never meets an absent one.
writeFileSync(file, origin + readFileSync(file, 'utf8').replace(/\?: (.*) \| null;/g, ': $1 | null;'));
