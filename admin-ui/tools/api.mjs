// Writes src/api/schema.ts from the service's OpenAPI file. openapi-typescript wants TypeScript 5 while everything else
// here is checked by 6, so it runs apart, from npm's own cache; the versions are pinned here.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const input = resolve(home, '../service/openapi/tidings.yml');

if (!existsSync(input)) {
  console.error(`${input} is not there. Build the service first: it writes the file.`);
  process.exit(1);
}

const packages = ['-p', 'openapi-typescript@7.13.0', '-p', 'typescript@5.9.3'];
const { status } = spawnSync('npx', ['-y', ...packages, 'openapi-typescript', input, '-o', 'src/api/schema.ts'], {
  cwd: home,
  stdio: 'inherit',
});
process.exit(status ?? 1);
