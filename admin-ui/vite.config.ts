import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const service = process.env.TIDINGS_SERVICE ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': service } },
  preview: { proxy: { '/api': service } },
  // The gzipped sizes are worth a second of every build only to someone who is looking for them.
  build: { target: 'es2023', reportCompressedSize: false },
  test: {
    environment: 'happy-dom',
    setupFiles: 'src/test/setup.ts',
    testTimeout: 20_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
