import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The application is built from the sources of every room, so that nothing has to be built before it.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['paidan-source', 'module', 'browser', 'development|production'] },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
});
