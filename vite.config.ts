import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Development pushes changes over a socket of its own; nothing else may be connected to. */
const connectSrc = (command: 'serve' | 'build'): ('self' | 'ws://localhost:*')[] =>
  command === 'serve' ? ['self', 'ws://localhost:*'] : ['self'];

export default defineConfig(({ command }) => ({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      // A citizen's page has a dozen small style sheets, 7 kB in all: on a slow line each would cost a turn before
      // anything is shown, so they travel in the page.
      inlineStyleThreshold: 16_384,
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self', 'data:'],
          'connect-src': connectSrc(command),
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      version: { pollInterval: 0 },
    }),
  ],
  build: { target: 'es2022' },
}));
